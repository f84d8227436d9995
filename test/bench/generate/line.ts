import type { Extent } from './company.ts';
import type { Draft } from './draft.ts';

export const TOUCHPOINTS = ['counter', 'phone', 'chat', 'kiosk', 'doorstep'] as const;
const channels = ['in-person', 'phone', 'chat', 'kiosk', 'in-person'] as const;

export const STANDARDS_PER_LINE = 6;
const stages = ['reception', 'delivery', 'problem', 'feedback'] as const;

/** Who works in a line; each reports to the next. */
export const agent = (line: number) => `agent-${line}`;
export const supervisor = (line: number) => `supervisor-${line}`;
export const manager = (line: number) => `manager-${line}`;

/** The unit of a line, its people, and what they promise, are trained in, checked for and heard on. */
export function lineDrafts(line: number, extent: Extent): Draft[] {
  return [
    unit(line),
    role(line, agent(line), 'Service agent', supervisor(line), 'staff'),
    role(line, supervisor(line), 'Supervisor', manager(line), 'supervisor'),
    role(line, manager(line), 'Unit manager', 'director', 'manager'),
    service(line),
    ...loops(line),
    ...metrics(line),
    ...Array.from({ length: STANDARDS_PER_LINE }, (_, index) => standard(line, index)),
    decision(line),
    ...trainings(line, extent),
    appraisal(line),
    inspection(line),
  ];
}

// helpers

function unit(line: number): Draft {
  return {
    path: `units/unit-${line}.yaml`,
    data: {
      ...{
        name: `Service unit ${line + 1}`,
        owner: manager(line),
        type: 'department',
        parent: 'head-office',
      },
      frontline: true,
      serves: [{ customer: true, within: '10 min', metric: `time-${line}` }],
      commitments: ['Every customer is seen before the next call is taken.'],
    },
  };
}

function role(line: number, id: string, name: string, reportsTo: string, level: string): Draft {
  return {
    path: `roles/${id}.yaml`,
    data: {
      ...{ name: `${name} ${line + 1}`, owner: manager(line), unit: `unit-${line}`, reportsTo, level },
      commitment: 'I stay with the customer until it is done.',
      frontline: level !== 'manager',
      skills: level === 'manager' ? [] : ['handling requests'],
      behaviours: [{ act: 'Works two hours at the counter', every: '7 d' }],
      hiring: { by: manager(line), assessment: 'Role play with an upset customer.' },
    },
  };
}

function service(line: number): Draft {
  const need = {
    text: 'Customers want one answer from one person.',
    source: 'Interviews',
    date: '2026-05-18',
  };
  return {
    path: `services/service-${line}.yaml`,
    data: {
      ...{ name: `Service ${line + 1}`, owner: manager(line), goal: 'ease', type: 'core' },
      ...{ nature: 'basic', customer: 'individual', mode: 'hybrid', complexity: 'medium' },
      touchpoints: TOUCHPOINTS.map((id, index) => ({
        ...{ id, name: `Touchpoint ${index + 1}`, channel: channels[index], moment: 'during' },
      })),
      needs: [{ id: 'one-answer', ...need, process: `process-${line}` }],
      metrics: ['nps'],
      personalise: 'With consent the unit keeps what the customer asked for last time.',
    },
  };
}

/** Ways to hear customers, online and not, asked and unasked. */
const methods = [
  { method: 'complaint', channel: 'both' },
  { method: 'survey', channel: 'online' },
  { method: 'focus-group', channel: 'offline' },
] as const;

/** The stages of ISO 10002. */
const complaintStages = [
  ...[
    'receipt',
    'tracking',
    'acknowledgement',
    'assessment',
    'investigation',
    'response',
    'decision',
    'closing',
  ],
];

/** Each service is heard in every way. */
function loops(line: number): Draft[] {
  return methods.map(({ method, channel }) => {
    const complaint = { stages: complaintStages, script: 'guide:script', decision: `decision-${line}` };
    return {
      path: `feedback-loops/${method}-${line}.yaml`,
      data: {
        ...{ name: `${method} of service ${line + 1}`, owner: manager(line), method, channel },
        touchpoints: TOUCHPOINTS.map((id) => `service:service-${line}#${id}`),
        ...{ collect: agent(line), every: '30 d', ack: '10 min', resolve: '24 h' },
        analyse: { by: 'quality-lead', every: '7 d' },
        act: supervisor(line),
        improves: [`service:service-${line}`, `process:process-${line}`],
        ...{ reply: true, metrics: ['nps'], ...(method === 'complaint' && complaint) },
      },
    };
  });
}

function metrics(line: number): Draft[] {
  const shared = { owner: manager(line), source: 'Case log', every: '30 d', direction: 'lower' };
  return [
    {
      path: `metrics/time-${line}.yaml`,
      data: {
        ...{
          name: `Handling time ${line + 1}`,
          ...shared,
          formula: 'time of the answer − time of the request',
        },
        ...{ unit: 'min', kind: 'efficiency', target: `<= ${5 + (line % 20)} min` },
      },
    },
    {
      path: `metrics/faults-${line}.yaml`,
      data: {
        ...{ name: `Faults ${line + 1}`, ...shared, formula: 'cases with a fault / cases' },
        ...{ unit: '%', kind: 'quality', target: '<= 2 %' },
      },
    },
  ];
}

function standard(line: number, index: number): Draft {
  return {
    path: `standards/standard-${line}-${index}.yaml`,
    data: {
      ...{ name: `Answer standard ${line + 1}.${index + 1}`, owner: manager(line), level: 'shall' },
      statement: `Service agent ${line + 1} shall answer every request within the target.`,
      why: 'Customers who know how long it takes can wait.',
      appliesTo: [`service:service-${line}`, `role:${agent(line)}`],
      ...{ metric: `time-${line}`, target: `<= ${5 + (line % 20)} min` },
      flex: { may: 'The words of the greeting', by: agent(line), bounds: 'Name and thanks stay' },
      ...{
        stage: stages[index % stages.length],
        rater: 'responsiveness',
        grade: index === 0 ? 'excellent' : 'basic',
      },
      ...{ principle: 'own-it', verify: 'Case log' },
    },
  };
}

function decision(line: number): Draft {
  const limit = 100 + 50 * (line % 9);
  return {
    path: `decision-rights/decision-${line}.yaml`,
    data: {
      ...{ name: `Settlement ${line + 1}`, owner: manager(line), subject: 'What one case may cost' },
      grants: [
        {
          role: agent(line),
          limit: `${limit} CNY`,
          per: 'case',
          escalate: supervisor(line),
          within: '5 min',
        },
        {
          role: supervisor(line),
          limit: `${limit * 10} CNY`,
          per: 'case',
          escalate: manager(line),
          within: '30 min',
        },
        { role: manager(line), limit: 'none' },
      ],
      ...{ services: [`service-${line}`], record: 'tool-0', usage: 'settlement-count' },
    },
  };
}

function trainings(line: number, { sops: count, lines }: Extent): Draft[] {
  const sops: string[] = [];
  for (let index = line; index < count; index += lines) sops.push(`sop:sop-${index}`);
  const standards = Array.from(
    { length: STANDARDS_PER_LINE },
    (_, index) => `standard:standard-${line}-${index}`,
  );
  const all = [agent(line), supervisor(line), manager(line)];
  const shared = { owner: 'training-lead', trainer: manager(line), method: ['drill', 'case'], evaluate: 3 };
  const skills = { aims: ['skill'], skills: ['handling requests'] };
  return [
    {
      path: `training/awareness-${line}.yaml`,
      data: {
        ...{ name: `Service awareness ${line + 1}`, ...shared, roles: all, aims: ['awareness'] },
        covers: ['guide:culture'],
        ...{ topics: ['norms', 'culture'], tier: 'all', every: '365 d' },
      },
    },
    {
      path: `training/new-${line}.yaml`,
      data: {
        ...{ name: `New staff ${line + 1}`, ...shared, roles: all, ...skills, tier: 'new', every: '30 d' },
        topics: ['product', 'norms', 'etiquette'],
        covers: [...standards, `decision-right:decision-${line}`, ...sops],
      },
    },
    {
      path: `training/senior-${line}.yaml`,
      data: {
        ...{
          name: `Senior staff ${line + 1}`,
          ...shared,
          roles: all,
          ...skills,
          tier: 'senior',
          every: '180 d',
        },
        topics: ['complex-cases', 'emotion'],
        covers: [`decision-right:decision-${line}`],
      },
    },
  ];
}

function appraisal(line: number): Draft {
  return {
    path: `incentives/appraisal-${line}.yaml`,
    data: {
      ...{ name: `Appraisal ${line + 1}`, owner: manager(line), type: 'appraisal', every: '90 d' },
      roles: [agent(line), supervisor(line)],
      weights: { nps: 40, [`time-${line}`]: 30, [`faults-${line}`]: 30 },
      criteria: 'Scored on the metrics of the unit.',
    },
  };
}

function inspection(line: number): Draft {
  return {
    path: `inspections/inspection-${line}.yaml`,
    data: {
      ...{
        name: `Counter check ${line + 1}`,
        owner: 'quality-lead',
        method: 'records',
        every: '30 d',
        by: 'quality-lead',
      },
      checks: Array.from({ length: STANDARDS_PER_LINE }, (_, index) => `standard-${line}-${index}`),
      ...{ units: [`unit-${line}`], sample: '20 cases a month' },
      onFail: { act: 'Go through the case with the agent', within: '24 h', by: supervisor(line) },
    },
  };
}
