import { inForce } from '../../graph/questions/in-force.ts';
import { allReadable } from '../../graph/readable.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  meta: {
    summary: {
      en: 'Require at least one form of care for staff, whatever they achieve.',
      'zh-CN': '至少应有一项面向员工的关怀措施，不以业绩为条件。',
    },
    severity: 'info',
    claims: ['S3-37'],
    fix: 'none',
  },
  messages: {
    none: {
      en: 'The handbook has no care for staff; expected an incentive of type "care", such as help with a sick relative or a child\'s schooling. Write it in the folder "incentives".',
      'zh-CN':
        '手册中没有员工关怀，应有一项“care”类型的激励，例如探望生病家属或子女教育补贴；请在“incentives”文件夹中编写。',
    },
  },
  check({ handbook, report }) {
    const { company } = handbook;
    const people = handbook.all('role').some(inForce);
    if (!company || !people || !allReadable(handbook, 'incentive')) return;
    if (handbook.all('incentive').some((each) => inForce(each) && each.data.type === 'care')) return;
    report({ message: 'none', at: company.at('/name'), subject: `${company.key}/care` });
  },
});
