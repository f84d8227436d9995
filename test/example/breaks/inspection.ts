import type { Break } from './break.ts';

export const inspection: Break[] = [
  {
    rule: 'inspection/closes',
    file: 'inspections/front-office-audit.yaml',
    find: 'due: 2027-03-31',
    replace: 'due: 2026-10-31',
    quoted: '2026-10-31',
  },
  {
    rule: 'inspection/covered',
    file: 'inspections/arrival-audit.yaml',
    find: 'checks: [room-ready-by-two, linen-return]',
    replace: 'checks: [room-ready-by-two]',
    quoted: '{ zh-CN: 布草送回时限, en: Linen returned }',
    inFile: 'standards/linen-return.yaml',
  },
];
