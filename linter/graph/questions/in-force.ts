import type { Entity } from '../entity.ts';

/** Whether an entry applies today: active or on trial, and readable. Drafts and what is retired bind nobody. */
export function inForce({ sound, status }: Pick<Entity, 'status' | 'sound'>): boolean {
  return sound && status !== 'draft' && status !== 'retired';
}
