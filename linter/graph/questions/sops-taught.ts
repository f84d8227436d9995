import type { Entity } from '../entity.ts';
import type { Handbook } from '../handbook.ts';
import { entityQuestion } from '../question.ts';
import { targetsOf } from './targets-of.ts';

/** The SOPs that a training teaches: those it covers, and those of the processes it covers. */
export function sopsTaught(handbook: Handbook, training: Entity<'training'>): ReadonlySet<Entity<'sop'>> {
  const sops = new Set(targetsOf(handbook, training, '/covers', 'sop'));
  for (const process of targetsOf(handbook, training, '/covers', 'process')) {
    for (const sop of sopsOfProcess(handbook, process)) sops.add(sop);
  }
  return sops;
}

/** The SOPs of a process: those its steps name, and those that say they belong to it. */
export function sopsOfProcess(handbook: Handbook, process: Entity<'process'>): Entity<'sop'>[] {
  return keysOfSops(handbook, process).map((key) => handbook.find(key) as Entity<'sop'>);
}

// helpers

const keysOfSops = entityQuestion('sops-of-process', (handbook, process: Entity<'process'>) => {
  const belonging = handbook
    .referencedBy(process)
    .filter(({ from, pointer }) => from.kind === 'sop' && pointer === '/process')
    .map(({ from }) => from.key);
  return [...targetsOf(handbook, process, '/steps', 'sop').map(({ key }) => key), ...belonging];
});
