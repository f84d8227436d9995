import type { MemoryFiles } from '../support/handbook.ts';

/** Two units: the desk, which does nearly everything right, and the office, which does not. */
export const smallHandbook: MemoryFiles = {
  'loopbook.yaml': 'title: Help\nlocales: [en, zh-CN]\nrules: { flow/value: off }\n',
  'units/desk.yaml': 'name: { en: Help desk, zh-CN: 服务台 }\nowner: agent\ntype: team\n',
  'units/office.yaml': 'name: { en: Office, zh-CN: 办公室 }\nowner: head\ntype: headquarters\n',
  'roles/agent.yaml': 'name: Agent\nowner: head\nunit: desk\nreportsTo: head\n',
  'roles/head.yaml': 'name: Head\nowner: head\nunit: office\n',
  'services/help.yaml': `name: Help
owner: agent
goal: satisfied
nature: basic
customer: individual
mode: traditional
touchpoints: [{ id: phone, name: Phone }, { id: chat, name: Chat }]
reviewEvery: 365 d
reviewed: 2026-06-01
`,
  'processes/answer.yaml': `name: Answer
owner: agent
service: help
goal: satisfied
metrics: [speed]
reviewEvery: 365 d
effective: 2026-06-01
steps:
  - { id: ask, lane: customer, touchpoint: phone, do: Ask, next: answer }
  - { id: answer, lane: frontstage, role: agent, touchpoint: phone, standard: greeting, do: Answer, next: end }
`,
  'processes/refund.yaml': `name: Refund
owner: head
service: help
goal: satisfied
reviewEvery: 30 d
reviewed: 2026-01-01
steps: [{ id: pay, lane: backstage, role: head, do: Pay, next: end }]
`,
  'metrics/speed.yaml': 'name: Speed\nowner: head\npreset: asa\n',
  'standards/greeting.yaml': `name: Greeting
owner: agent
level: shall
statement: Say your name.
appliesTo: [process:answer]
metric: speed
reviewEvery: 365 d
reviewed: 2026-11-22
`,
  'standards/farewell.yaml':
    'name: Farewell\nowner: head\nlevel: should\nstatement: Say goodbye.\nreviewEvery: 365 d\nreviewed: 2027-01-01\n',
  'standards/old.yaml':
    'name: Old\nowner: head\nstatus: retired\nlevel: shall\nstatement: Bow.\nappliesTo: [process:answer]\n',
  'training/basics.yaml': 'name: Basics\nowner: head\nroles: [agent]\ncovers: [standard:greeting]\n',
  'inspections/visit.yaml': 'name: Visit\nowner: head\nchecks: [greeting]\n',
  'feedback-loops/survey.yaml':
    'name: Survey\nowner: head\nmethod: survey\ntouchpoints: [service:help#phone]\nimproves: [process:answer]\nreply: false\n',
  'decision-rights/gift.yaml':
    'name: Gift\nowner: nobody\nsubject: A gift\ngrants: [{ role: agent, limit: 50 CNY, per: case }]\n',
  'decision-rights/planned.yaml':
    'name: Planned\nowner: head\nstatus: draft\nsubject: A trip\ngrants: [{ role: head, limit: none }]\n',
  'incentives/star.yaml': 'name: Star\nowner: head\ntype: recognition\nroles: [all]\n',
};

/** Demands of each status, for each reason. */
export const smallClaims = `sources:
  S1: { en: Service, zh-CN: 服务 }
claims:
  - id: S1-01
    en: Standards apply to something.
    zh-CN: 标准有适用对象。
    rules: [flow/sound]
    fields: [standard:/appliesTo]
    pages: [standard]
  - id: S1-02
    en: Whoever gives feedback is answered.
    zh-CN: 反馈的人得到答复。
    rules: [flow/sound, loops/closed]
    fields: ['feedback-loop:/method=survey', feedback-loop:/reply, [role:/skills, role:/certificates]]
    pages: [feedback-loop]
  - id: S1-03
    en: Steps are worth something.
    zh-CN: 步骤有价值。
    rules: [flow/value]
    fields: [process:/steps]
    pages: [process]
  - id: S1-04
    en: Machines have people beside them.
    zh-CN: 机器旁有人。
    rules: [loops/closed]
    fields: ['process:/steps/*/fallback/role']
    when: ['process:/steps/*/mode=ai', 'process:/steps/*/mode=self-service']
    pages: [process]
  - id: S1-05
    en: Customers take part.
    zh-CN: 顾客参与其中。
    rules: [flow/sound]
    fields: ['process:/steps/*/lane=customer']
    when: ['process:/steps/*/lane=evidence', 'process:/steps/*/lane=frontstage']
    pages: [process]
`;
