import type { Break } from './break.ts';

export const authority: Break[] = [
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
    rule: 'authority/frontline-grant',
    file: 'decision-rights/small-gift.yaml',
    find: 'role: room-attendant,',
    replace: 'role: laundry-coordinator,',
    quoted: '{ zh-CN: 客房服务员, en: Room attendant }',
    inFile: 'roles/room-attendant.yaml',
  },
  {
    rule: 'authority/initiative',
    file: 'decision-rights/lost-item-postage.yaml',
    find: 'usage: goodwill-count\n',
    replace: '',
    quoted: '{ zh-CN: 失物邮费, en: Postage for lost property }',
  },
  {
    rule: 'authority/layers',
    file: 'roles/general-manager.yaml',
    find: 'reportsTo: chief-executive',
    replace: 'reportsTo: group-service-director',
    quoted: 'duty-manager',
    inFile: 'roles/concierge.yaml',
  },
  {
    rule: 'authority/trained',
    file: 'training/service-awareness.yaml',
    find: '  - decision-right:stop-work\n',
    replace: '',
    quoted: '{ zh-CN: 叫停, en: Stopping the work }',
    inFile: 'decision-rights/stop-work.yaml',
  },
];
