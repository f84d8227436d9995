import type { Break } from './break.ts';

export const references: Break[] = [
  {
    rule: 'references/resolves',
    file: 'processes/check-in.yaml',
    find: 'owner: front-office-manager\nsummary',
    replace: 'owner: frontoffice-manager\nsummary',
    quoted: 'frontoffice-manager',
  },
  {
    rule: 'references/id',
    file: 'improvements/pillow-memory.yaml',
    rename: 'improvements/Pillow-Memory.yaml',
    find: 'phase: do',
    replace: 'phase: do',
    quoted: '{ zh-CN: 偏好记忆扩到三店, en: Remembered preferences in all three hotels }',
  },
  {
    rule: 'references/circle',
    file: 'roles/restaurant-manager.yaml',
    find: 'reportsTo: general-manager',
    replace: 'reportsTo: waiter',
    quoted: 'waiter',
  },
  {
    rule: 'references/conflict',
    file: 'units/old-town-hotel.yaml',
    find: 'value: ">= 92 %"',
    replace: 'value: ">= 85 %"',
    quoted: '">= 85 %"',
  },
];
