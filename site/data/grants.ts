import { type Entity, parseLimit } from '../../linter/index.ts';
import type { Rung } from './blocks.ts';
import type { View } from './view.ts';
import { type Line, plain } from './words.ts';

type DecisionRight = Entity<'decision-right'>;

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
export function grantsOf(view: View, role: Entity): { right: DecisionRight; index: number }[] {
  const found: { right: DecisionRight; index: number }[] = [];
  for (const { from, pointer } of view.handbook.referencedBy(role)) {
    const match = /^\/grants\/(\d+)\/role$/.exec(pointer ?? '');
    if (!match || from.kind !== 'decision-right' || from.data.status === 'retired') continue;
    found.push({ right: from as DecisionRight, index: Number(match[1]) });
  }
  return found;
}
