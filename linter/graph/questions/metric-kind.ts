import type { Entity } from '../entity.ts';

export type MetricKind = 'efficiency' | 'quality' | 'customer' | 'employee' | 'cost';

const kindOfPreset: Readonly<Record<string, MetricKind>> = {
  nps: 'customer',
  csat: 'customer',
  ces: 'customer',
  fcr: 'quality',
  aht: 'efficiency',
  asa: 'efficiency',
  'service-level': 'efficiency',
  'abandon-rate': 'efficiency',
};

/** What sort of result a metric shows, where it says so itself or its preset does; else undefined. */
export function kindOfMetric({ data }: Entity<'metric'>): MetricKind | undefined {
  return data.kind ?? (data.preset === undefined ? undefined : kindOfPreset[data.preset]);
}
