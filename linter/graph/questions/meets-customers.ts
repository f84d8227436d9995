import type { Entity } from '../entity.ts';
import type { Handbook } from '../handbook.ts';

type Process = Entity<'process'>;
type Step = NonNullable<Process['data']['steps']>[number];

const machineModes: ReadonlySet<Step['mode']> = new Set<Step['mode']>(['automatic', 'self-service', 'ai']);

/**
 * Whether a process serves colleagues: they are served well too, but they are no customers. Where the service
 * cannot be read or found, nobody is taken for a customer.
 */
export function servesColleagues(handbook: Handbook, process: Process): boolean {
  const reference = handbook.referenceAt(process, '/service');
  const service = reference?.target as Entity<'service'> | undefined;
  return (
    reference?.failure !== undefined ||
    service?.sound === false ||
    service?.data.customer === 'internal' ||
    service?.data.type === 'support'
  );
}

/** Whether a machine deals with the customer in this step; whoever answers for it may never be seen. */
export function isMachineStep(step: Step): boolean {
  return machineModes.has(step.mode);
}
