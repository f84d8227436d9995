import type { Break } from './break.ts';

export const documents: Break[] = [
  {
    rule: 'documents/findable',
    file: 'sops/check-out.mdx',
    find: /^keywords: .*\n/gm,
    replace: '',
    quoted: '退房结账',
  },
  {
    rule: 'documents/metadata',
    file: 'guides/refund-policy.mdx',
    find: 'approvedBy: group-service-director',
    replace: 'approvedBy: contact-centre-lead',
    quoted: 'contact-centre-lead',
  },
  {
    rule: 'documents/retrain',
    file: 'sops/room-not-ready.mdx',
    find: 'version: "1.1"',
    replace: 'version: "2.0"',
    quoted: '"1.1"',
    inFile: 'training/front-office-skills.yaml',
  },
  {
    rule: 'documents/review-due',
    file: 'services/stay.yaml',
    find: 'reviewed: 2026-09-20',
    replace: 'reviewed: 2026-03-20',
    quoted: '2026-03-20',
  },
  {
    rule: 'documents/review-soon',
    file: 'services/stay.yaml',
    find: 'reviewed: 2026-09-20',
    replace: 'reviewed: 2026-06-10',
    quoted: '2026-06-10',
  },
  {
    rule: 'documents/superseded',
    file: 'metrics/first-dish-time.yaml',
    find: 'owner: restaurant-manager\n',
    replace: 'owner: restaurant-manager\nstatus: retired\n',
    quoted: 'first-dish-time',
    inFile: 'standards/first-dish.yaml',
  },
  {
    rule: 'documents/translation',
    file: 'services/stay.yaml',
    find: 'Interviews with 42 arriving guests',
    replace: 'Interviews with 24 arriving guests',
    quoted: '24',
  },
];
