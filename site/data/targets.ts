import type { Entity, Reference } from '../../linter/index.ts';
import type { Figure } from './blocks.ts';
import { at, type View } from './view.ts';
import { type Line, type Piece, plain } from './words.ts';

/** The target of a standard (its own, else its metric's) or of a metric, in words. */
export function targetOf(view: View, entity: Entity, style: 'words' | 'signs' = 'words'): string | undefined {
  if (entity.kind === 'metric')
    return view.value('comparison', (entity as Entity<'metric'>).data.target, style);
  if (entity.kind !== 'standard') return undefined;
  const standard = entity as Entity<'standard'>;
  const own = view.value('comparison', standard.data.target, style);
  if (own) return own;
  const metric = view.handbook.referenceAt(standard, '/metric')?.target;
  return metric && targetOf(view, metric, style);
}

/** A linked name with its target: “入住办理时限：不超过 5 分钟”. */
export function withTarget(view: View, entity: Entity): Line {
  const link: Piece = view.link(entity);
  const target = targetOf(view, entity);
  return target ? [link, plain(view.t('colon')), plain(target, 'value')] : [link];
}

/** The same for every entity that a field refers to. */
export function targetsAt(view: View, entity: Entity, pointer: string): Line[] {
  const lines: Line[] = [];
  for (const reference of referencesAt(view, entity, pointer)) {
    lines.push(
      reference.target ? withTarget(view, reference.target) : [{ text: reference.raw, tone: 'missing' }],
    );
  }
  return lines;
}

/** What a field refers to, once or several times. A process may have thousands of references in all. */
export function referencesAt(view: View, entity: Entity, pointer: string): readonly Reference[] {
  const direct = view.handbook.referenceAt(entity, pointer);
  if (direct) return [direct];
  if (at(entity.data, pointer) === undefined) return [];
  return view.handbook.referencesOf(entity).filter((each) => each.pointer?.startsWith(`${pointer}/`));
}

/** The targets that a field's references carry, as the numbers of a page; at most three. */
export function targetFigures(view: View, entity: Entity, pointer: string): Figure[] {
  const figures: Figure[] = [];
  for (const { pointer: at, target } of view.handbook.referencesOf(entity)) {
    if (!at?.startsWith(`${pointer}/`) || !target) continue;
    const value = targetOf(view, target);
    if (value && figures.length < 3) figures.push({ value, label: [view.link(target)] });
  }
  return figures;
}
