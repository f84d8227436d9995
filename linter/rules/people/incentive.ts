import type { Entity } from '../../graph/entity.ts';
import type { Handbook } from '../../graph/handbook.ts';
import { byRole } from '../../graph/questions/by-role.ts';
import { frontlineRoles } from '../../graph/questions/frontline-roles.ts';
import { inForce } from '../../graph/questions/in-force.ts';
import { isServiceMetric } from '../../graph/questions/service-metric.ts';
import { allReadable, isReadable } from '../../graph/readable.ts';
import type { Localised } from '../../model/message.ts';
import { quotedList, wordList } from '../../model/word-list.ts';
import { defineRule, type RuleContext } from '../rule.ts';

type Incentive = Entity<'incentive'>;
type MessageId = 'noIncentives' | 'none' | 'unmeasured' | 'untied' | 'recognition';
type Context = RuleContext<MessageId>;

const absent = {
  every: { en: 'how often it is given ("every")', 'zh-CN': '多久一次（every）' },
  criteria: { en: 'what one must have done ("criteria")', 'zh-CN': '凭什么获得（criteria）' },
} satisfies Record<string, Localised>;

const typeWords = {
  'profit-share': { en: 'profit sharing', 'zh-CN': '利润分享' },
  promotion: { en: 'promotion', 'zh-CN': '晋升' },
} satisfies Record<string, Localised>;

export default defineRule<MessageId>({
  meta: {
    summary: {
      en: 'Require an incentive for every frontline role that good service decides, on terms that are known.',
      'zh-CN': '每个一线岗位都应有以服务好坏为依据的激励，且条件公开明确。',
    },
    severity: 'warning',
    claims: ['S1-11', 'S3-09', 'S3-12', 'S3-13', 'S3-40', 'S4-14', 'S5-12', 'S5-18'],
    fix: 'none',
  },
  messages: {
    noIncentives: {
      en: 'The handbook has no incentive; expected the frontline to be appraised or recognised for good service. Write the first one in the folder "incentives".',
      'zh-CN': '手册中没有激励，一线做好服务应得到考核加分或表彰；请在“incentives”文件夹中编写第一项激励。',
    },
    none: {
      en: 'Frontline role "{role}" has no incentive; expected one that good service decides. Add the role to an appraisal, a recognition or a share.',
      'zh-CN': '一线岗位“{role}”没有任何激励，应有一项以服务好坏为依据；请把该岗位加入考核、表彰或分享。',
    },
    unmeasured: {
      en: 'Frontline role "{role}" is rewarded by {incentives} only, which depends on no customer or quality metric; expected one that good service decides. Add such a metric.',
      'zh-CN':
        '一线岗位“{role}”只有激励{incentives}，其中没有客户或质量指标，应有一项以服务好坏为依据；请加入这类指标。',
    },
    untied: {
      en: 'Incentive "{incentive}" ({type}) depends on no customer or quality metric; expected at least one. Add it under "metrics".',
      'zh-CN': '激励“{incentive}”（{type}）没有以客户或质量指标为依据，至少应有一个；请写入“metrics”。',
    },
    recognition: {
      en: 'Recognition "{incentive}" does not say {missing}; expected everybody to know when and for what it is given. State it.',
      'zh-CN': '表彰“{incentive}”没有写明{missing}，人人都应知道何时评、凭什么评；请补充。',
    },
  },
  check(context) {
    const untied = checkIncentives(context);
    if (allReadable(context.handbook, 'incentive')) checkRoles(context, untied);
  },
});

// helpers

/** @returns the incentives that no service metric decides although it should */
function checkIncentives({ handbook, report }: Context): ReadonlySet<Incentive> {
  const untied = new Set<Incentive>();
  for (const incentive of handbook.all('incentive')) {
    if (!inForce(incentive) || !isReadable(handbook, incentive)) continue;
    const { type } = incentive.data;
    const missing = (['every', 'criteria'] as const).filter((field) => !incentive.data[field]);
    if (type === 'recognition' && missing.length > 0) {
      report({
        message: 'recognition',
        data: { incentive: incentive.id, missing: wordList(missing.map((field) => absent[field])) },
        at: incentive.at('/name'),
        subject: incentive.key,
      });
    }
    if ((type !== 'profit-share' && type !== 'promotion') || isTied(handbook, incentive)) continue;
    untied.add(incentive);
    report({
      message: 'untied',
      data: { incentive: incentive.id, type: typeWords[type] },
      at: incentive.at(incentive.has('/metrics') ? '/metrics' : '/name'),
      subject: incentive.key,
    });
  }
  return untied;
}

function checkRoles({ handbook, report }: Context, untied: ReadonlySet<Incentive>): void {
  const frontline = frontlineRoles(handbook);
  if (!handbook.all('incentive').some((each) => inForce(each) && isReward(each))) {
    const [first] = frontline;
    const place = handbook.company ?? first;
    if (first && place) report({ message: 'noIncentives', at: place.at('/name'), subject: place.key });
    return;
  }
  const incentivesOf = byRole(handbook, 'incentive');
  for (const role of frontline) {
    const own = incentivesOf(role).filter(isReward);
    // What is wrong with an incentive itself is said there (appraisals: people/weights), not at each role.
    if (own.some((each) => untied.has(each) || each.data.type === 'appraisal' || isTied(handbook, each)))
      continue;
    report({
      message: own.length === 0 ? 'none' : 'unmeasured',
      data: { role: role.id, incentives: quotedList(own.map(({ id }) => id)) },
      at: role.at('/name'),
      subject: role.key,
    });
  }
}

/** Care is for everybody, whatever they achieve: people/care. */
function isReward({ data }: Incentive): boolean {
  return data.type !== 'care';
}

/** Whether good service decides it; a metric that cannot be found gets the benefit of the doubt. */
function isTied(handbook: Handbook, incentive: Incentive): boolean {
  return handbook.referencesOf(incentive).some(({ pointer, target, failure }) => {
    if (!pointer?.startsWith('/metrics/') && !pointer?.startsWith('/weights/')) return false;
    return (
      failure !== undefined || (target?.kind === 'metric' && isServiceMetric(target as Entity<'metric'>))
    );
  });
}
