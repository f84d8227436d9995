import type { Entity } from '../../graph/entity.ts';
import type { Handbook } from '../../graph/handbook.ts';
import { inForce } from '../../graph/questions/in-force.ts';
import type { Kind } from '../../model/kinds.ts';
import type { Localised, Template } from '../../model/message.ts';
import { type Comparison, compareQuantities, formatQuantity, parseComparison } from '../../model/quantity.ts';
import { defineRule } from '../rule.ts';

type Standard = Entity<'standard'>;

/** What a standard binds. */
interface Scope {
  standard: Standard;
  target: Comparison;
  /** What `appliesTo` names, by kind; parts by their address. */
  subjects: ReadonlyMap<Kind, ReadonlySet<string>>;
  touchpoint: string | undefined;
}

const otherHere: Template = {
  en: '"{standard}" demands {target} here.',
  'zh-CN': '“{standard}”在此要求{target}。',
};
const limitHere: Template = { en: 'How far the target may move stands here.', 'zh-CN': '变通限值写在这里。' };

export default defineRule({
  meta: {
    summary: {
      en: 'Disallow two targets for the same thing in the same place, and units that deviate further than a standard allows.',
      'zh-CN': '同一处的同一事项不得有两个目标值，部门的差异不得超出标准允许的范围。',
    },
    severity: 'error',
    claims: ['S2-22', 'S5-16'],
    fix: 'none',
  },
  messages: {
    targets: {
      en: '"{standard}" demands {target} and "{other}" demands {otherTarget} of the same metric in the same place; expected one target. Retire one, or say to whom each applies.',
      'zh-CN':
        '对同一处的同一指标，“{standard}”要求{target}，“{other}”要求{otherTarget}，应只有一个目标值；请停用其一，或写明各自的适用对象。',
    },
    deviation: {
      en: 'Here {value} is to apply, but standard "{standard}" allows {allowed}; expected a deviation within that. Keep to it, or have the owner widen "flex".',
      'zh-CN':
        '本部门要求{value}，而标准“{standard}”只允许{allowed}，差异应在其内；请遵守，或由负责岗位放宽 flex。',
    },
    inflexible: {
      en: 'Here {value} is to apply, but standard "{standard}" demands {allowed} and lets nobody vary it; expected the same everywhere. Keep to it, or have the owner add "flex" with a limit.',
      'zh-CN':
        '本部门要求{value}，而标准“{standard}”要求{allowed}，且不允许变通，各处应一致；请遵守，或由负责岗位补充带限值的 flex。',
    },
    unexplained: {
      en: 'The deviation from standard "{standard}" gives no reason; expected "why", so that others can judge it. Write what is different here.',
      'zh-CN': '与标准“{standard}”的差异没有写明原因，应填写 why，以便他人判断；请写明此处有何不同。',
    },
    ended: {
      en: 'The deviation from standard "{standard}" ended on {until}; expected the standard to apply again. Remove the deviation, or have it prolonged.',
      'zh-CN': '与标准“{standard}”的差异已于 {until} 截止，应恢复执行标准；请删去该差异，或申请延期。',
    },
  },
  check({ handbook, report }) {
    for (const scopes of scopesByMetric(handbook)) {
      for (const [index, scope] of scopes.entries()) {
        const other = scopes.slice(0, index).find((each) => conflicts(each, scope));
        if (!other) continue;
        const data = {
          standard: scope.standard.id,
          target: words(scope.target),
          other: other.standard.id,
          otherTarget: words(other.target),
        };
        report({
          message: 'targets',
          data,
          at: scope.standard.at('/target'),
          subject: `${scope.standard.key}/${other.standard.key}`,
          related: [
            {
              at: other.standard.at('/target'),
              template: otherHere,
              data: { standard: other.standard.id, target: words(other.target) },
            },
          ],
        });
      }
    }
    for (const unit of handbook.all('unit')) {
      if (!inForce(unit)) continue;
      for (const [index, { value, why, until }] of (unit.data.deviations ?? []).entries()) {
        const pointer = `/deviations/${index}`;
        const standard = handbook.referenceAt(unit, `${pointer}/standard`)?.target as Standard | undefined;
        // A retired standard is a matter of documents/superseded.
        if (standard?.kind !== 'standard' || !inForce(standard)) continue;
        const data = { standard: standard.id };
        const subject = `${unit.key}${pointer}/${standard.id}`;
        if (until && until < handbook.today) {
          report({ message: 'ended', data: { ...data, until }, at: unit.at(`${pointer}/until`), subject });
          continue;
        }
        if (!why) report({ message: 'unexplained', data, at: unit.at(`${pointer}/standard`), subject });
        const breach = breachOf(standard, value);
        if (!breach) continue;
        report({
          message: breach.limit ? 'deviation' : 'inflexible',
          data: { ...data, value: words(breach.value), allowed: words(breach.allowed) },
          at: unit.at(`${pointer}/value`),
          subject,
          related: [{ at: standard.at(breach.limit ? '/flex/limit' : '/target'), template: limitHere }],
        });
      }
    }
  },
});

// helpers

function words(comparison: Comparison): Localised {
  return { en: formatQuantity(comparison, 'en'), 'zh-CN': formatQuantity(comparison, 'zh-CN') };
}

/** The standards with a target, metric by metric, where there are several of one. */
function scopesByMetric(handbook: Handbook): Scope[][] {
  const byMetric = new Map<Entity, Scope[]>();
  for (const standard of handbook.all('standard')) {
    const metric = handbook.referenceAt(standard, '/metric')?.target;
    const target = parseComparison(standard.data.target ?? '');
    if (!metric || !target.ok || !inForce(standard)) continue;
    const scope = scopeOf(handbook, standard, target.value);
    const list = byMetric.get(metric);
    if (list) list.push(scope);
    else byMetric.set(metric, [scope]);
  }
  return [...byMetric.values()].filter((scopes) => scopes.length > 1);
}

function scopeOf(handbook: Handbook, standard: Standard, target: Comparison): Scope {
  const subjects = new Map<Kind, Set<string>>();
  let touchpoint: string | undefined;
  for (const { pointer, target: subject, part } of handbook.referencesOf(standard)) {
    if (!subject) continue;
    const address = part ? `${subject.key}#${part.id}` : subject.key;
    if (pointer === '/touchpoint') touchpoint = address;
    if (!pointer?.startsWith('/appliesTo/')) continue;
    const list = subjects.get(subject.kind);
    if (list) list.add(address);
    else subjects.set(subject.kind, new Set([address]));
  }
  return { standard, target, subjects, touchpoint };
}

/** A stricter standard of another level or grade is an ambition and not a conflict. */
function conflicts(a: Scope, b: Scope): boolean {
  if (a.standard.data.level !== b.standard.data.level) return false;
  if ((a.standard.data.grade ?? 'basic') !== (b.standard.data.grade ?? 'basic')) return false;
  if (a.target.op === b.target.op && compareQuantities(a.target.value, b.target.value) === 0) return false;
  // Lower and upper bounds of one metric go together; two of a kind do not.
  if (bound(a.target) !== bound(b.target)) return false;
  if (a.touchpoint !== b.touchpoint) return false;
  let shared = a.touchpoint !== undefined;
  for (const [kind, subjects] of a.subjects) {
    const others = b.subjects.get(kind);
    if (!others) continue;
    // Other stores, other roles: each its own.
    if (![...subjects].some((each) => others.has(each))) return false;
    // The same role may have one target here and another there.
    shared ||= kind !== 'role';
  }
  return shared;
}

function bound({ op }: Comparison): string {
  return op[0]!;
}

/** How a deviation goes beyond what its standard allows; undefined where it is stricter or within. */
function breachOf({ data }: Standard, written: string | undefined) {
  const value = parseComparison(written ?? '');
  const target = parseComparison(data.target ?? '');
  const limit = parseComparison(data.flex?.limit ?? '');
  if (!value.ok || !target.ok) return undefined;
  const allowed = limit.ok ? limit.value : target.value;
  if (!isWeaker(value.value, target.value) || !isWeaker(value.value, allowed)) return undefined;
  return { value: value.value, allowed, limit: limit.ok };
}

/** Whether a comparison lets more pass than another; false where the two cannot be compared. */
function isWeaker(value: Comparison, than: Comparison): boolean {
  const order = compareQuantities(value.value, than.value);
  if (order === undefined) return false;
  switch (bound(than)) {
    case '<':
      return order === 1 || (order === 0 && value.op === '<=' && than.op === '<');
    case '>':
      return order === -1 || (order === 0 && value.op === '>=' && than.op === '>');
    default:
      return order !== 0;
  }
}
