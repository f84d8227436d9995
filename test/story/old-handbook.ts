import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** What was written over the years, by whoever had the time: one house rule for each of these, in each room. */
const CHORES = [
  ['table', 'The table shall be cleared as soon as possible.', '应尽快收拾餐桌。'],
  ['music', 'The music should usually be at an appropriate volume.', '音乐音量一般应适当。'],
  ['water', 'Water must be refilled promptly and may be iced.', '应及时加水，可加冰。'],
  ['coats', 'Coats shall regularly be checked for lost items.', '应经常检查客人遗落的衣物。'],
  ['children', 'Families are to be treated with reasonable attention.', '对带孩子的客人应给予合理关注。'],
  [
    'lights',
    'Staff shall dim the lights when necessary and often look around.',
    '必要时应调暗灯光，并时常巡视。',
  ],
] as const;

const ROOMS = [
  ...['terrace', 'garden', 'bar', 'hall', 'loft', 'cellar', 'corner', 'window'],
  ...['gallery', 'court', 'library', 'veranda', 'river', 'tower', 'stage', 'kitchen-table'],
];

const START = join(import.meta.dirname, '../../linter/starters/restaurant');

/** The accounts of the roles on the Git server, as loopbook.yaml names them. */
export const ACCOUNTS = {
  'floor-leader': '@table/floor',
  'restaurant-manager': '@table/manager',
  chef: '@table/kitchen',
};

/**
 * The restaurant's handbook, sound in itself, with ten years of house rules, figures and sheets that nobody
 * ever checked: path → text. Each has slips that real ones have: words that nobody can measure, no metric, no
 * training, no inspection, formulas left out, a missing translation.
 */
export function oldHandbook(): Record<string, string> {
  const files = readFolder(START);
  const accounts = Object.entries(ACCOUNTS).map(([role, account]) => `    ${role}: ["${account}"]\n`);
  files['loopbook.yaml'] += `approvals:\n  roles:\n${accounts.join('')}`;
  for (const room of ROOMS) {
    for (const [thing, english, chinese] of CHORES) {
      const id = `${room}-${thing}`;
      files[`standards/${id}.yaml`] = houseRule(id, english, chinese);
      files[`metrics/${id}.yaml`] = figure(id);
    }
    files[`sops/${room}-opening.mdx`] = sheet(room);
    files[`tools/${room}-list.yaml`] = list(room);
  }
  return files;
}

// helpers

function readFolder(folder: string): Record<string, string> {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  return Object.fromEntries(
    found.map((each) => {
      const path = join(each.parentPath, each.name);
      return [relative(folder, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')];
    }),
  );
}

function houseRule(id: string, english: string, chinese: string): string {
  return `name: { en: House rule ${id}, zh-CN: 店规 ${id} }
owner: floor-leader
level: shall
statement:
  en: ${english}
  zh-CN: ${chinese}
appliesTo: [role:waiter]
`;
}

function figure(id: string): string {
  return `name: { en: Figure ${id}, zh-CN: 数字 ${id} }
owner: floor-leader
unit: "%"
kind: quality
`;
}

function sheet(room: string): string {
  return `---
name: { en: Opening the ${room}, zh-CN: 开店准备 ${room} }
owner: floor-leader
process: table-service
roles: [waiter]
---

## Steps

1. Open the windows promptly and wipe the tables if necessary.
2. Lay the tables as usual and regularly look at the door.
`;
}

function list(room: string): string {
  return `name: { en: List of the ${room}, zh-CN: 清单 ${room} }
owner: floor-leader
type: form
purpose: { en: Who sat where., zh-CN: 记录座位。 }
stores:
  - id: guest
    field: { en: Name and phone number, zh-CN: 姓名和电话 }
`;
}
