import type { Break } from './break.ts';

export const metrics: Break[] = [
  {
    rule: 'metrics/definition',
    file: 'metrics/checkin-time.yaml',
    find: 'source:',
    replace: 'question:',
    quoted: '{ zh-CN: 入住办理时长, en: Check-in time }',
  },
  {
    rule: 'metrics/target',
    file: 'metrics/nps.yaml',
    find: '">= 50 point"',
    replace: '">= 500 point"',
    quoted: '">= 500 point"',
  },
  {
    rule: 'metrics/observations',
    file: 'data/nps.csv',
    find: '2026-10,61,262,lakeside-hotel',
    replace: '2026-10,61,262,lakeside',
    quoted: 'lakeside',
  },
  {
    rule: 'metrics/balanced',
    file: 'processes/check-out.yaml',
    find: 'metrics: [checkout-time, billing-error-rate]',
    replace: 'metrics: [checkout-time]',
    quoted: '[checkout-time]',
  },
  {
    rule: 'metrics/stale-data',
    file: 'metrics/nps.yaml',
    find: 'every: 30 d',
    replace: 'every: 5 d',
    quoted: '2026-10',
    inFile: 'data/nps.csv',
  },
  {
    rule: 'metrics/missed-no-action',
    file: 'improvements/breakfast-flow.yaml',
    find: 'phase: plan',
    replace: 'phase: closed',
    quoted: '"<= 10 min"',
    inFile: 'metrics/seat-wait.yaml',
  },
  {
    rule: 'metrics/spread',
    file: 'metrics/nps.yaml',
    find: 'spread: "<= 15 point"',
    replace: 'spread: "<= 2 point"',
    quoted: '"<= 2 point"',
  },
];
