import type { Break } from './break.ts';

export const flow: Break[] = [
  {
    rule: 'flow/sound',
    file: 'processes/check-in.yaml',
    find: 'next: courtesy-call\n  - id: bring-luggage',
    replace: 'next: end\n  - id: bring-luggage',
    quoted: 'end',
  },
  {
    rule: 'flow/step-measured',
    file: 'processes/check-in.yaml',
    find: 'standard: checkin-duration\n    tool: pms\n    critical',
    replace: 'tool: pms\n    critical',
    quoted: 'verify-id',
  },
  {
    rule: 'flow/step-instruction',
    file: 'processes/check-in.yaml',
    find: '    sop: check-in\n',
    replace: '',
    quoted: 'verify-id',
  },
  {
    rule: 'flow/value',
    file: 'processes/stay-request.yaml',
    find: 'wait: 5 min\n',
    replace: 'wait: 12 min\n',
    quoted: '12 min',
  },
  {
    rule: 'flow/on-time',
    file: 'processes/check-in.yaml',
    find: 'wait: 90 s\n',
    replace: 'wait: 4 min\n',
    quoted: 'service:stay#key-in-five',
  },
  {
    rule: 'flow/lanes',
    file: 'processes/stay-over-clean.yaml',
    find: 'stage: feedback\n',
    replace: 'stage: deliver\n',
    quoted: '{ zh-CN: 续住房整理, en: Tidying a stay-over room }',
  },
  {
    rule: 'flow/complexity',
    file: 'processes/packed-breakfast.yaml',
    find: 'metric: csat\n    tool: mini-program\n',
    replace: 'metric: csat\n    tool: crm\n',
    quoted: '{ zh-CN: 打包早餐, en: Packed breakfast }',
  },
  {
    rule: 'flow/human-fallback',
    file: 'processes/table-service.yaml',
    find: '      segment: assisted-guests\n',
    replace: '',
    quoted: 'fallback',
  },
  {
    rule: 'flow/recovery',
    file: 'processes/packed-breakfast.yaml',
    find: 'recovery: true',
    replace: 'recovery: false',
    quoted: 'service:packed-breakfast#box-ready',
  },
  {
    rule: 'flow/flex',
    file: 'standards/arrival-greeting.yaml',
    find: '  by: [front-desk-agent, concierge]\n',
    replace: '',
    quoted: 'flex',
  },
];
