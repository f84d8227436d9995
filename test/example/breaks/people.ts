import type { Break } from './break.ts';

export const people: Break[] = [
  {
    rule: 'people/care',
    file: 'incentives/staff-care.yaml',
    find: 'type: care',
    replace: 'type: recognition',
    quoted: '{ zh-CN: 云山酒店, en: Yunshan Hotels }',
    inFile: 'company.yaml',
  },
  {
    rule: 'people/coverage',
    file: 'training/service-awareness.yaml',
    find: '  - laundry-coordinator\n',
    replace: '',
    quoted: '{ zh-CN: 洗涤协调员, en: Laundry coordinator }',
    inFile: 'roles/laundry-coordinator.yaml',
  },
  {
    rule: 'people/culture',
    file: 'roles/general-manager.yaml',
    find: '{ zh-CN: 在大堂迎客一小时, en: Welcomes guests in the lobby for an hour }',
    replace: '{ zh-CN: 高度重视客人体验, en: Values what guests experience }',
    quoted: '{ zh-CN: 高度重视客人体验, en: Values what guests experience }',
  },
  {
    rule: 'people/incentive',
    file: 'incentives/profit-share.yaml',
    find: 'metrics: [nps, repeat-guest-rate]',
    replace: 'metrics: [aht]',
    quoted: '[aht]',
  },
  {
    rule: 'people/tiers',
    file: 'training/frontline-new.yaml',
    find: 'norms, etiquette, process',
    replace: 'norms, process',
    quoted: '[product, norms, process, communication]',
  },
  {
    rule: 'people/training-quality',
    file: 'training/dining-skills.yaml',
    find: 'evaluate: 3',
    replace: 'evaluate: 1',
    quoted: '1',
  },
  {
    rule: 'people/weights',
    file: 'incentives/frontline-appraisal.yaml',
    find: 'nps: 30',
    replace: 'nps: 25',
    quoted: '{ nps: 25, csat: 20, mystery-score: 20, goodwill-count: 15, training-pass-rate: 15 }',
  },
];
