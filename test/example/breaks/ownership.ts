import type { Break } from './break.ts';

export const ownership: Break[] = [
  {
    rule: 'ownership/owner',
    file: 'units/finance.yaml',
    find: 'type: department\n',
    replace: 'type: department\nstatus: retired\n',
    quoted: 'finance',
    inFile: 'roles/finance-manager.yaml',
  },
  {
    rule: 'ownership/step-role',
    file: 'processes/check-in.yaml',
    find: 'role: front-desk-agent\n    sop: check-in\n',
    replace: 'role: [front-desk-agent, concierge]\n    sop: check-in\n',
    quoted: '[front-desk-agent, concierge]',
  },
  {
    rule: 'ownership/handoff',
    file: 'processes/room-repair.yaml',
    find: /^ {4}handoff:\n {6}to: engineer\n.*\n.*\n/gm,
    replace: '',
    quoted: 'take-report',
  },
  {
    rule: 'ownership/orphan',
    file: 'tools/contact-platform.yaml',
    find: 'metric: aht',
    replace: 'metric: asa',
    quoted: '{ zh-CN: 平均处理时长, en: Average handling time }',
    inFile: 'metrics/aht.yaml',
  },
];
