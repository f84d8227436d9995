/** How each rule is broken in the example handbook, and what the finding then marks. */
export interface Break {
  rule: string;
  file: string;
  /** Text that stands once in the file. */
  find: string;
  replace: string;
  /** What the finding's range quotes; may lie in another file. */
  quoted: string;
  /** Where the finding is, if not in the changed file. */
  inFile?: string;
  /** A new path for the file, where the name is what breaks. */
  rename?: string;
}

export const breaks: Break[] = [
  {
    rule: 'references/resolves',
    file: 'processes/check-in.yaml',
    find: 'owner: front-office-manager\nsummary',
    replace: 'owner: frontoffice-manager\nsummary',
    quoted: 'frontoffice-manager',
  },
  {
    rule: 'references/id',
    file: 'roles/waiter.yaml',
    rename: 'roles/Waiter.yaml',
    find: 'frontline: true',
    replace: 'frontline: true',
    quoted: '{ zh-CN: 餐厅服务员, en: Waiter }',
  },
  {
    rule: 'ownership/owner',
    file: 'roles/quality-lead.yaml',
    find: 'unit: quality\n',
    replace: 'unit: quality\nstatus: retired\n',
    quoted: 'quality-lead',
    inFile: 'metrics/nps.yaml',
  },
  {
    rule: 'ownership/step-role',
    file: 'processes/check-in.yaml',
    find: 'role: front-desk-agent\n    sop: check-in\n',
    replace: 'role: [front-desk-agent, concierge]\n    sop: check-in\n',
    quoted: '[front-desk-agent, concierge]',
  },
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
    rule: 'loops/touchpoint',
    file: 'services/stay.yaml',
    find: 'touchpoints:\n',
    replace:
      'touchpoints:\n  - { id: car-park, name: { zh-CN: 停车场, en: Car park }, channel: face-to-face }\n',
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
    rule: 'authority/limit',
    file: 'decision-rights/complaint-settlement.yaml',
    find: 'role: waiter, limit: 500 CNY, per: case,',
    replace: 'role: waiter, limit: 500 CNY,',
    quoted: '500 CNY',
  },
  {
    rule: 'authority/ladder',
    file: 'decision-rights/complaint-settlement.yaml',
    find: 'role: duty-manager, limit: 10000 CNY',
    replace: 'role: duty-manager, limit: 400 CNY',
    quoted: 'duty-manager',
  },
  {
    rule: 'authority/sop-agrees',
    file: 'sops/complaint-handling.mdx',
    find: '<Role id="waiter" />：<Limit of="decision-right:complaint-settlement" role="waiter" />',
    replace: '<Role id="waiter" />：最多200元，见<Decision id="complaint-settlement" />',
    quoted: '200元',
  },
  {
    rule: 'wording/vague-time',
    file: 'processes/check-in.yaml',
    find: '起身问候，称呼姓氏，递上迎客茶。',
    replace: '及时起身问候，称呼姓氏，递上迎客茶。',
    quoted: '及时',
  },
  {
    rule: 'wording/encoding',
    file: 'sops/check-in.mdx',
    find: '## 为什么\n',
    replace: '## 为什么\n\n服務(wù)好每一位客人。\n',
    quoted: '務(wù)',
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
  {
    rule: 'loops/mix',
    file: 'company.yaml',
    find: 'methodShare: 80 %',
    replace: 'methodShare: 5 %',
    quoted: '{ zh-CN: 云山酒店, en: Yunshan Hotels }',
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
