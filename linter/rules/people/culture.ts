import type { Entity } from '../../graph/entity.ts';
import { frontlineRoles } from '../../graph/questions/frontline-roles.ts';
import { inForce } from '../../graph/questions/in-force.ts';
import { allReadable, isReadable } from '../../graph/readable.ts';
import { scaffold } from '../../model/scaffold.ts';
import { fieldAt } from '../../schema/fields.ts';
import { defineRule, type RuleContext } from '../rule.ts';

type Role = Entity<'role'>;
type MessageId = 'noBehaviours' | 'noPeriod' | 'slogan' | 'noAssessment' | 'noGuide';
interface Options {
  leaders: string[];
}
type Context = RuleContext<MessageId, Options>;

const levels = fieldAt('role', '/level')?.values ?? [];

/** Verbs of intent with which nobody can be seen doing anything. */
const slogans = {
  en: /^(?:always |actively |fully |strongly |personally )?(?:support|value|care|promote|encourage|believe|respect|embod(?:y|ie)|champion|lead by example|attach(?:es)? importance|pays? attention|puts? (?:the )?(?:customer|guest|patient|service)s? first|is committed|are committed)(?:s|d|es)?\b/iu,
  zh: /^(?:始终|持续|积极|大力|主动|不断|全力|亲自|高度|带头)*(?:支持|重视|关注|关心|关怀|加强|提升|提高|树立|弘扬|倡导|鼓励|秉承|秉持|坚持|践行|以身作则|以客户为中心|以顾客为中心|以客为尊|热爱|推动|促进)/u,
};

/** A figure makes an act countable: “supports the counter for one hour”. */
const countable =
  /\d|[一二两三四五六七八九十每](?!线)|\b(?:an?|one|two|three|four|five|six|ten|each|every)\b/iu;

export default defineRule<MessageId, Options>({
  meta: {
    summary: {
      en: 'Require leaders to set an example that can be seen, and the frontline to be hired for its attitude.',
      'zh-CN': '领导岗位应以看得见的行为作表率，一线招聘应测评服务意识。',
    },
    severity: 'warning',
    claims: ['S1-18', 'S3-36', 'S3-38', 'S5-05', 'S5-06'],
    fix: 'suggestion',
    options: {
      type: 'object',
      additionalProperties: false,
      properties: {
        leaders: {
          type: 'array',
          items: { type: 'string', enum: levels.map(({ value }) => value) },
          maxItems: levels.length,
          uniqueItems: true,
          default: ['manager', 'executive'],
        },
      },
    },
  },
  messages: {
    noBehaviours: {
      en: 'Leading role "{role}" states no behaviour; expected acts that others can see, with how often. Add one under "behaviours".',
      'zh-CN': '领导岗位“{role}”没有写行为，应写明他人看得见的行为和频率；请写入“behaviours”。',
    },
    noPeriod: {
      en: 'This behaviour of role "{role}" has no period; expected how often it happens. Add "every", such as "every: 30 d".',
      'zh-CN': '岗位“{role}”的这项行为没有频率，应写明多久一次；请加上“every”，例如“every: 30 d”。',
    },
    slogan: {
      en: '"{act}" cannot be seen; expected an act of role "{role}" that somebody could watch or count. Write what is done, such as "answers three complaints in person".',
      'zh-CN':
        '“{act}”看不见，应写岗位“{role}”能被看到、能计数的行为；请写明做什么，例如“亲自回复三起投诉”。',
    },
    noAssessment: {
      en: 'Frontline role "{role}" is hired without an assessment of the attitude to service; expected one. Describe it under "hiring: assessment", such as a role play.',
      'zh-CN': '一线岗位“{role}”招聘时没有服务意识测评，应有一项；请写入“hiring: assessment”，例如情景模拟。',
    },
    noGuide: {
      en: 'No guide describes the service culture; expected one, so that it is more than words. Write a guide of type "culture".',
      'zh-CN': '没有文档写明服务文化，应有一份，使文化不停留在口头；请编写一份“culture”类型的文档。',
    },
  },
  check(context) {
    const { handbook, options } = context;
    for (const role of handbook.all('role')) {
      if (inForce(role) && isReadable(handbook, role) && options.leaders.includes(role.data.level ?? ''))
        checkBehaviours(context, role);
    }
    for (const role of frontlineRoles(handbook)) if (isReadable(handbook, role)) checkHiring(context, role);
    checkGuide(context);
  },
});

// helpers

function checkBehaviours({ handbook, report }: Context, role: Role): void {
  const behaviours = role.data.behaviours ?? [];
  if (behaviours.length === 0) {
    report({
      message: 'noBehaviours',
      data: { role: role.id },
      at: role.at('/name'),
      subject: `${role.key}/behaviours`,
      suggest: [scaffold(role.file, 'behaviours:\n  - { act: …, every: 30 d }')],
    });
  }
  for (const [index, { act, every }] of behaviours.entries()) {
    const pointer = `/behaviours/${index}`;
    const text = handbook.text(act, handbook.locales[0] ?? '')?.text;
    if (text && isSlogan(text)) {
      report({
        message: 'slogan',
        data: { role: role.id, act: text },
        at: role.at(`${pointer}/act`),
        subject: `${role.key}${pointer}/act`,
      });
    } else if (!every) {
      report({
        message: 'noPeriod',
        data: { role: role.id },
        at: role.at(pointer),
        subject: `${role.key}${pointer}`,
      });
    }
  }
}

function checkHiring({ report }: Context, role: Role): void {
  if (role.data.hiring?.assessment || isAtTheTop(role)) return;
  report({
    message: 'noAssessment',
    data: { role: role.id },
    at: role.at(role.has('/hiring') ? '/hiring' : '/name'),
    subject: `${role.key}/hiring`,
    suggest: role.has('/hiring') ? [] : [scaffold(role.file, 'hiring:\n  assessment: …')],
  });
}

/** An owner who serves at the counter was hired by nobody. */
function isAtTheTop({ data }: Role): boolean {
  return data.level === 'executive' && data.reportsTo === undefined;
}

function checkGuide({ handbook, report }: Context): void {
  const { company } = handbook;
  const hasStaff = handbook.all('role').some(inForce);
  if (!company || !hasStaff || !allReadable(handbook, 'guide')) return;
  if (handbook.all('guide').some((each) => inForce(each) && each.data.type === 'culture')) return;
  report({ message: 'noGuide', at: company.at('/name'), subject: `${company.key}/culture` });
}

function isSlogan(act: string): boolean {
  const text = act.normalize('NFKC').trim();
  return (slogans.en.test(text) || slogans.zh.test(text)) && !countable.test(text);
}
