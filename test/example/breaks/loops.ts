import type { Break } from './break.ts';

export const loops: Break[] = [
  {
    rule: 'loops/touchpoint',
    file: 'services/stay.yaml',
    find: 'touchpoints:\n',
    replace:
      'touchpoints:\n  - { id: car-park, name: { zh-CN: 停车场, en: Car park }, channel: in-person }\n',
    quoted: 'car-park',
  },
  {
    rule: 'loops/closed',
    file: 'feedback-loops/complaints.yaml',
    find: 'ack: 10 min',
    replace: 'ack: 48 h',
    quoted: '48 h',
  },
  {
    rule: 'loops/mix',
    file: 'feedback-loops/guest-interviews.yaml',
    find: 'method: interview',
    replace: 'method: survey',
    also: [
      { file: 'feedback-loops/focus-group.yaml', find: 'method: focus-group', replace: 'method: survey' },
      { file: 'feedback-loops/co-creation.yaml', find: 'method: co-creation', replace: 'method: survey' },
      {
        file: 'feedback-loops/mystery-shopper.yaml',
        find: 'method: mystery-shopper',
        replace: 'method: survey',
      },
    ],
    quoted: '{ zh-CN: 云山酒店, en: Yunshan Hotels }',
    inFile: 'company.yaml',
  },
  {
    rule: 'loops/complaint',
    file: 'feedback-loops/complaints.yaml',
    find: 'stages: [receipt, tracking, acknowledgement, assessment,',
    replace: 'stages: [receipt, tracking, assessment,',
    quoted: '[receipt, tracking, assessment, investigation, response, decision, closing]',
  },
  {
    rule: 'loops/improvement',
    file: 'improvements/faster-check-in.yaml',
    find: 'due: 2027-03-31',
    replace: 'due: 2026-10-31',
    quoted: '2026-10-31',
  },
  {
    rule: 'loops/gap',
    file: 'improvements/breakfast-flow.yaml',
    find: 'gap: 2\n',
    replace: '',
    quoted: '{ zh-CN: 早餐动线重排, en: Breakfast flow }',
  },
  {
    rule: 'loops/quality-cycle',
    file: 'training/dining-skills.yaml',
    find: '  - standard:back-to-the-table\n',
    replace: '',
    quoted: '{ zh-CN: 回桌一次, en: Back to the table }',
    inFile: 'standards/back-to-the-table.yaml',
  },
];
