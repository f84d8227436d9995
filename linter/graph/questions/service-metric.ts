import type { Entity } from '../entity.ts';

/** Presets that customers themselves answer for. */
const customerPresets: readonly string[] = ['nps', 'csat', 'ces', 'fcr'];

/** Whether a metric shows what customers experience: by its kind, by the outcome it names, or by its preset. */
export function isCustomerMetric({ data }: Entity<'metric'>): boolean {
  const { kind, outcome, preset } = data;
  return kind === 'customer' || outcome !== undefined || customerPresets.includes(preset ?? '');
}

/** Whether a metric shows how good the service is: to customers, or by its quality; not speed or cost alone. */
export function isServiceMetric(metric: Entity<'metric'>): boolean {
  return metric.data.kind === 'quality' || isCustomerMetric(metric);
}
