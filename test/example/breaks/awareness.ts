import type { Break } from './break.ts';

export const awareness: Break[] = [
  {
    rule: 'awareness/all-units',
    file: 'units/people.yaml',
    find: /^commitments:\n {2}- .*\n/gm,
    replace: '',
    quoted: '{ zh-CN: 人力资源与培训部, en: People and training }',
  },
  {
    rule: 'awareness/internal-service',
    file: 'units/security.yaml',
    find: '    within: 3 min\n',
    replace: '',
    quoted: `unit: front-office
    what: { zh-CN: 接到求助后到达大堂, en: Reaches the lobby after a call for help }
    metric: security-arrival-time`,
  },
  {
    rule: 'awareness/standard-known',
    file: 'training/housekeeping-skills.yaml',
    find: '  - standard:linen-return\n',
    replace: '',
    quoted: '{ zh-CN: 布草送回时限, en: Linen returned }',
    inFile: 'standards/linen-return.yaml',
  },
];
