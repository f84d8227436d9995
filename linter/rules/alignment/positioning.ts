import type { Entity } from '../../graph/entity.ts';
import type { Handbook } from '../../graph/handbook.ts';
import { inForce } from '../../graph/questions/in-force.ts';
import { allReadable } from '../../graph/readable.ts';
import type { Localised } from '../../model/message.ts';
import { parseComparison } from '../../model/quantity.ts';
import { wordList } from '../../model/word-list.ts';
import { defineRule } from '../rule.ts';

type Standard = Entity<'standard'>;
type Rater = NonNullable<Standard['data']['rater']>;
type Industry = NonNullable<Entity<'company'>['data']['industry']>;

interface Options {
  rater: Rater[];
}

const raterWords: Record<Rater, Localised> = {
  reliability: { en: 'reliability (what was promised is kept)', 'zh-CN': '可靠性（说到做到）' },
  assurance: {
    en: 'assurance (staff who know their work and can be trusted)',
    'zh-CN': '保证性（员工懂行、可信）',
  },
  tangibles: { en: 'tangibles (what customers see and touch)', 'zh-CN': '有形性（看得见、摸得着的）' },
  empathy: { en: 'empathy (care for the single customer)', 'zh-CN': '移情性（关心每一位客户）' },
  responsiveness: { en: 'responsiveness (help that comes quickly)', 'zh-CN': '响应性（及时帮忙）' },
};

/** What customers of an industry look for first; industries left out are too varied for a profile. */
const profiles: Partial<Record<Industry, readonly Rater[]>> = {
  hotel: ['reliability', 'empathy'],
  restaurant: ['tangibles', 'responsiveness'],
  retail: ['responsiveness'],
  finance: ['reliability', 'assurance'],
  insurance: ['reliability', 'assurance'],
  healthcare: ['assurance', 'empathy'],
  education: ['assurance', 'empathy'],
  'contact-centre': ['responsiveness'],
  transport: ['reliability', 'assurance'],
  logistics: ['reliability'],
  telecom: ['reliability', 'responsiveness'],
  property: ['responsiveness'],
  leisure: ['tangibles'],
  'public-service': ['reliability', 'responsiveness'],
};

const aboveBasic = new Set(['excellent', 'individual', 'surprising']);

export default defineRule<'plain' | 'slow' | 'profile', Options>({
  meta: {
    summary: {
      en: 'Require the standards to fit the positioning of the company and what its industry is judged by.',
      'zh-CN': '服务标准应符合公司的定位和行业所看重的服务质量维度。',
    },
    severity: 'warning',
    claims: ['S3-04', 'S3-05', 'S3-23', 'S4-10', 'S4-20', 'S4-21', 'S4-22', 'S4-23', 'S5-02', 'S5-03'],
    fix: 'none',
    options: {
      type: 'object',
      additionalProperties: false,
      properties: {
        rater: {
          type: 'array',
          items: { type: 'string', enum: Object.keys(raterWords) },
          uniqueItems: true,
          maxItems: 5,
          default: [],
        },
      },
    },
  },
  messages: {
    plain: {
      en: 'Service "{service}" is to stand out, but nothing in it does; expected a standard above basic, "personalise" or "signature". Write what customers get here and not elsewhere, or set "positioning" of the service to cost.',
      'zh-CN':
        '服务“{service}”定位于与众不同，却没有任何体现，应有高于基本等级的标准、personalise 或 signature；请写明客户在这里能得到、别处得不到的，或把该服务的 positioning 设为 cost。',
    },
    slow: {
      en: 'Service "{service}" is to win by cost, but no standard says how fast or how free of errors it is; expected one with a target in time, share or number. Set "target" in a standard that applies to it.',
      'zh-CN':
        '服务“{service}”以成本取胜，却没有标准规定它有多快、差错有多少，应有目标值为时间、比率或数量的标准；请在适用的标准中填写 target。',
    },
    profile: {
      en: 'No standard covers {missing}, by which customers of this industry judge; expected at least one for each. Set "rater" in the standards that do, or write them.',
      'zh-CN':
        '没有标准涵盖{missing}，而本行业的客户正是看重这一点，每项应至少有一项标准；请在相应标准中填写 rater，或补写标准。',
    },
  },
  check({ handbook, options, report }) {
    const { company } = handbook;
    const standards = handbook.all('standard').filter(inForce);
    // Without any standard there is nothing to fit; that is for other rules to say.
    if (!company || standards.length === 0) return;
    const applying = standardsByService(handbook, standards);
    for (const service of handbook.all('service')) {
      if (!inForce(service) || service.data.customer === 'internal') continue;
      const positioning = service.data.positioning ?? company.data.positioning;
      const own = applying(service);
      const message = positioning === 'cost' ? 'slow' : 'plain';
      if (message === 'slow' ? own.some(hasFigure) : standsOut(service, own)) continue;
      report({
        message,
        data: { service: service.id },
        at: service.at(service.has('/positioning') ? '/positioning' : '/name'),
        subject: `${service.key}/positioning`,
      });
    }
    const wanted =
      options.rater.length > 0 ? options.rater : (profiles[company.data.industry ?? 'other'] ?? []);
    const missing = wanted.filter((each) => !standards.some(({ data }) => data.rater === each));
    if (missing.length === 0 || !allReadable(handbook, 'standard')) return;
    report({
      message: 'profile',
      data: { missing: wordList(missing.map((each) => raterWords[each])) },
      at: company.at(company.has('/industry') ? '/industry' : '/positioning'),
      subject: `${company.key}/industry`,
    });
  },
});

// helpers

/** The standards that apply to a service itself, to its processes or touchpoints, or to every service. */
function standardsByService(
  handbook: Handbook,
  standards: readonly Standard[],
): (service: Entity) => readonly Standard[] {
  const general: Standard[] = [];
  const bound = new Map<Entity, Standard[]>();
  for (const standard of standards) {
    const services = new Set<Entity>();
    for (const { pointer, target } of handbook.referencesOf(standard)) {
      if (!target || !/^\/(?:appliesTo|touchpoint)/.test(pointer ?? '')) continue;
      if (target.kind === 'service') services.add(target);
      const service = target.kind === 'process' && handbook.referenceAt(target, '/service')?.target;
      if (service) services.add(service);
    }
    if (services.size === 0) general.push(standard);
    for (const service of services) {
      const list = bound.get(service);
      if (list) list.push(standard);
      else bound.set(service, [standard]);
    }
  }
  return (service) => [...(bound.get(service) ?? []), ...general];
}

function standsOut({ data }: Entity<'service'>, standards: readonly Standard[]): boolean {
  if (data.personalise || data.signature) return true;
  return standards.some(({ data: { grade = 'basic' } }) => aboveBasic.has(grade));
}

/** Efficiency shows in time, in shares such as errors, and in numbers such as waiting customers. */
function hasFigure({ data }: Standard): boolean {
  const target = parseComparison(data.target ?? '');
  return target.ok && target.value.value.kind !== 'point';
}
