import type { Break } from './break.ts';

export const wording: Break[] = [
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
    rule: 'wording/vague-degree',
    file: 'standards/room-cleanliness.yaml',
    find: '客房服务员应按清扫顺序做完清单的全部项目',
    replace: '客房服务员应按清扫顺序做完清单的相关项目',
    quoted: '相关',
  },
  {
    rule: 'wording/vague-frequency',
    file: 'sops/complaint-handling.mdx',
    find: '- 客人情绪激烈：请到安静处',
    replace: '- 定期回看录像。\n- 客人情绪激烈：请到安静处',
    quoted: '定期',
  },
  {
    rule: 'wording/modal',
    file: 'standards/green-linen.yaml',
    find: '续住房宜按客人的选择更换布草',
    replace: '续住房必须按客人的选择更换布草',
    quoted: '必须',
  },
  {
    rule: 'wording/actor',
    file: 'processes/complaint-handling.yaml',
    find: '其余交值班经理。',
    replace: '其余交相关人员。',
    quoted: '相关人员',
  },
  {
    rule: 'wording/slogan',
    file: 'standards/back-to-the-table.yaml',
    find: '上菜三分钟后，服务员应回到桌边问一次味道，看哪道菜剩得最多，并在当餐处理。',
    replace: '服务员应牢记顾客就是上帝。',
    quoted: '上帝',
  },
  {
    rule: 'wording/sections',
    file: 'sops/check-out.mdx',
    find: '## 例外\n',
    replace: '## 其他\n',
    quoted: '退房结账',
  },
  {
    rule: 'wording/term',
    file: 'standards/seat-wait.yaml',
    find: '知道要等多久的客人',
    replace: '知道要等多久的客户',
    quoted: '客户',
  },
];
