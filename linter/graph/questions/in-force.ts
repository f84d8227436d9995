import type { Entity } from '../entity.ts';

/** Whether an entry applies today: active or on trial, and readable. Drafts and what is retired bind nobody. */
export function inForce(entity: Pick<Entity, 'data' | 'sound'>): boolean {
  const { status } = entity.data;
  return entity.sound && status !== 'draft' && status !== 'retired';
}
