import { type View, viewOf } from '../../site/data/view.ts';
import { handbookOf, type MemoryFiles } from '../support/handbook.ts';

/** A tea house with three roles: small enough to know by heart. */
export const teaHouse: MemoryFiles = {
  'loopbook.yaml': 'title: { zh-CN: 茶馆手册, en: Tea house handbook }\nlocales: [zh-CN, en]\n',
  'company.yaml': `
name: { zh-CN: 山泉茶馆, en: Spring Tea House }
owner: manager
concept: { zh-CN: 一杯好茶，慢慢喝。, en: A good cup, unhurried. }
positioning: differentiation
goals: [{ id: calm, name: { zh-CN: 从容, en: Calm }, area: quality, metrics: [wait] }]
`,
  'units/hall.yaml': 'name: { zh-CN: 大堂, en: Hall }\nowner: manager\ntype: store\n',
  'roles/server.yaml': `
name: { zh-CN: 茶艺师, en: Server }
owner: manager
unit: hall
frontline: true
reportsTo: manager
commitment: { zh-CN: 茶凉了就换。, en: Cold tea is replaced. }
`,
  'roles/manager.yaml':
    'name: { zh-CN: 店长, en: Manager }\nowner: manager\nunit: hall\ncommitment: 我在。\n',
  'metrics/wait.yaml': `
name: { zh-CN: 等茶时长, en: Tea wait }
owner: manager
formula: a - b
unit: min
direction: lower
source: till
every: 7 d
target: "<= 6 min"
`,
  'standards/warm.yaml': `
name: { zh-CN: 上茶时限, en: Serving time }
owner: manager
level: shall
statement: { zh-CN: 茶应及时上桌。, en: Tea shall be served in time. }
appliesTo: [role:server]
metric: wait
`,
  'services/tea.yaml': `
name: { zh-CN: 喝茶, en: Tea }
owner: manager
goal: calm
nature: basic
customer: individual
mode: traditional
touchpoints: [{ id: table, name: { zh-CN: 茶桌, en: Table }, channel: in-person }]
`,
  'decision-rights/new-pot.yaml': `
name: { zh-CN: 换茶, en: New pot }
owner: manager
subject: { zh-CN: 为客人换茶, en: Replacing tea }
grants:
  - { role: server, limit: 80 CNY, per: case, escalate: manager, within: 3 min }
  - { role: manager, limit: none }
`,
  'processes/serve.yaml': `
name: { zh-CN: 上茶, en: Serving tea }
owner: manager
service: tea
goal: calm
steps:
  - { id: order, lane: customer, do: { zh-CN: 客人点茶, en: The guest orders }, next: brew }
  - { id: brew, lane: frontstage, role: server, sop: brew, time: 4 min, standard: warm, next: [{ to: replace, when: { zh-CN: 客人不满意, en: the guest is not happy } }, { to: end, otherwise: true }] }
  - { id: replace, lane: frontstage, role: server, do: { zh-CN: 换一壶, en: Bring another pot }, decision: new-pot, next: end }
`,
  'sops/brew.mdx': `---
name: 泡茶
owner: manager
roles: [server]
process: serve
keywords: [开水]
---

## 步骤

1. 时限为<Target of="standard:warm" />，超出告知<Role id="manager" />。
2. 不满意就换，可决定<Limit of="new-pot" role="server" />。
`,
  'sops/brew.en.mdx': `---
name: Brewing tea
---

## Steps

1. Serve <Target of="standard:warm" />, or tell the <Role id="manager" />.
2. Replace it for up to <Limit of="new-pot" />.
`,
  'guides/welcome.mdx':
    '---\nname: 迎客\nowner: manager\ntype: script\nroles: [all]\n---\n\n<Script by="server">您好，里面请。</Script>\n',
};

export function teaView(locale: string, more: MemoryFiles = {}, base = '/'): View {
  return viewOf(handbookOf({ ...teaHouse, ...more }), locale, { base });
}
