import { type Entity, parseLimit, readOnce, superiorsOf } from '../../linter/index.ts';
import type { Rung } from './blocks.ts';
import type { View } from './view.ts';
import { type Line, plain } from './words.ts';

type DecisionRight = Entity<'decision-right'>;

/** What a right grants to one role. */
interface Grant {
  right: DecisionRight;
  index: number;
}

/** How far a grant reaches, as large type shows it: “500 元”, and what it is counted for: “每次”. */
export function limitOf(view: View, right: DecisionRight, index: number): { limit?: string; per?: string } {
  const grant = right.data.grants?.[index];
  if (!grant?.limit) return {};
  const read = parseLimit(grant.limit);
  const limit = view.value('limit', grant.limit);
  if (!limit || (read.ok && read.value.kind === 'unlimited')) return limit ? { limit } : {};
  const label = view.label('decision-right', '/grants/*/per', grant.per);
  return { limit, ...(label && { per: view.t('limit.per', { per: label }) }) };
}

/** The same within a line of text: “每次 500 元”, “CNY 500 per case”; of a right without an amount its condition. */
export function limitInText(view: View, right: DecisionRight, index: number): string | undefined {
  const { limit, per } = limitOf(view, right, index);
  if (!limit) return view.words(right.data.grants?.[index]?.condition)?.text;
  return per ? view.t('limit.inText', { limit, per }) : limit;
}

export function rungOf(view: View, right: DecisionRight, index: number): Rung {
  const grant = right.data.grants?.[index];
  const condition = view.words(grant?.condition);
  const beyond = escalationOf(view, right, index);
  return {
    who: view.ref(right, `/grants/${index}/role`) ?? plain(''),
    ...limitOf(view, right, index),
    ...(condition && { condition }),
    ...(beyond && { beyond }),
  };
}

/** Whom to hand over to beyond the limit, and within which time. */
export function escalationOf(view: View, right: DecisionRight, index: number): Line | undefined {
  const to = view.ref(right, `/grants/${index}/escalate`);
  if (!to) return undefined;
  const within = view.value('duration', right.data.grants?.[index]?.within);
  return [plain(view.t('grant.beyond')), to, ...(within ? [plain(view.t('grant.within', { within }))] : [])];
}

/** The grants a role holds, over all decision rights in force. */
export function grantsOf({ handbook }: View, role: Entity): readonly Grant[] {
  return grants(handbook, role);
}

/** How many roles stand above one. */
export function heightOf({ handbook }: View, role: Entity): number {
  return superiorsOf(handbook, role).length;
}

/**
 * The grants of a decision right as a ladder, from those nearest to the customer up to whoever decides without
 * a limit. Roles that may decide the same and turn to the same stand on one rung.
 */
export function ladderOf(view: View, right: DecisionRight): Rung[] {
  const rungs = (right.data.grants ?? []).map((_, index) => ({
    index,
    level: levelOf(view, right, index),
    amount: amountOf(right, index),
    rung: rungOf(view, right, index),
  }));
  rungs.sort((a, b) => b.level - a.level || a.amount - b.amount || a.index - b.index);
  const ladder: Rung[] = [];
  for (const { rung } of rungs) {
    const { who, ...same } = rung;
    const last = ladder.at(-1);
    const { who: lastWho, others, ...lastSame } = last ?? { who };
    if (last && JSON.stringify(lastSame) === JSON.stringify(same)) {
      ladder[ladder.length - 1] = { ...last, others: [...(others ?? []), who] };
    } else ladder.push(rung);
  }
  return ladder;
}

// helpers

/** Every text that names a limit asks for them, and a role may be referred to by thousands. */
const grants = readOnce((handbook, role: Entity): readonly Grant[] => {
  const found: Grant[] = [];
  for (const { from, pointer } of handbook.referencedBy(role)) {
    const match = /^\/grants\/(\d+)\/role$/.exec(pointer ?? '');
    if (!match || from.kind !== 'decision-right' || from.data.status === 'retired') continue;
    found.push({ right: from as DecisionRight, index: Number(match[1]) });
  }
  return found;
});

/** How many times a case can still be handed over from here; a circle is walked once. */
function levelOf(view: View, right: DecisionRight, index: number): number {
  const grants = right.data.grants ?? [];
  const roleAt = (place: number, field: 'role' | 'escalate') =>
    view.handbook.referenceAt(right, `/grants/${place}/${field}`)?.target;
  const seen = new Set<number>();
  for (let place = index; place >= 0 && !seen.has(place); ) {
    seen.add(place);
    const next = roleAt(place, 'escalate');
    place = next ? grants.findIndex((_, other) => roleAt(other, 'role') === next) : -1;
  }
  return seen.size;
}

function amountOf(right: DecisionRight, index: number): number {
  const limit = right.data.grants?.[index]?.limit;
  const read = limit === undefined ? undefined : parseLimit(limit);
  if (!read?.ok) return 0;
  return read.value.kind === 'unlimited' ? Infinity : Number(read.value.number);
}
