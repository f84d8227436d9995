import type { Draft } from './draft.ts';
import { agent, lineDrafts, supervisor } from './line.ts';

/** A line of work is one unit with its roles, service, standards and the processes that it runs. */
const SOPS_PER_LINE = 60;

/** How large a company has so many processes and SOPs; of processes there are at least two a line. */
export function extentFor(processes: number, sops: number): Extent {
  const most = Math.max(processes, sops);
  const lines = Math.ceil(most / SOPS_PER_LINE);
  return { processes: Math.max(processes, 2 * lines), sops, lines, tools: 4 + Math.ceil(most / 100) };
}

export interface Extent {
  processes: number;
  sops: number;
  lines: number;
  tools: number;
}

/** Everything that processes and SOPs refer to, as complete as rules ask a company to be. */
export function companyDrafts(extent: Extent): Draft[] {
  const drafts = [...headOffice(), ...Array.from({ length: extent.tools }, (_, index) => tool(index))];
  for (let line = 0; line < extent.lines; line++) drafts.push(...lineDrafts(line, extent));
  return drafts;
}

// helpers

function headOffice(): Draft[] {
  const role = (name: string, reportsTo?: string) => ({
    ...{ name, owner: 'director', unit: 'head-office', ...(reportsTo && { reportsTo }) },
    ...{
      level: reportsTo ? 'manager' : 'executive',
      commitment: 'I answer for what customers are promised.',
    },
    behaviours: [{ act: 'Serves a day at the counter', every: '90 d' }],
  });
  return [
    { path: 'company.yaml', data: company() },
    {
      path: 'units/head-office.yaml',
      data: {
        ...{ name: 'Head office', owner: 'director', type: 'headquarters' },
        serves: [{ customer: true, within: '1 wd', metric: 'nps' }],
        commitments: ['Every question of a unit has an owner on the day it arrives.'],
      },
    },
    { path: 'roles/director.yaml', data: role('Director') },
    { path: 'roles/quality-lead.yaml', data: role('Quality lead', 'director') },
    { path: 'roles/training-lead.yaml', data: role('Training lead', 'director') },
    {
      path: 'metrics/nps.yaml',
      data: {
        ...{ name: 'Net promoter score', owner: 'quality-lead', preset: 'nps', kind: 'customer' },
        ...{ source: 'Survey after the service', every: '30 d', target: '>= 50 point' },
      },
    },
    {
      path: 'metrics/settlement-count.yaml',
      data: {
        ...{ name: 'Settlements', owner: 'quality-lead', formula: 'number of settlements', unit: 'case' },
        ...{ direction: 'lower', kind: 'quality', source: 'Case log', every: '30 d' },
      },
    },
    {
      path: 'incentives/care.yaml',
      data: {
        ...{ name: 'Care for staff', owner: 'training-lead', type: 'care', every: '365 d' },
        roles: ['director', 'quality-lead', 'training-lead', agent(0), supervisor(0)],
        ...{ metrics: ['nps'], criteria: 'School allowance for children.', budget: '240000 CNY' },
      },
    },
    {
      path: 'guides/script.mdx',
      data: {
        ...{
          name: 'Words for a complaint',
          owner: 'quality-lead',
          type: 'script',
          roles: ['quality-lead', agent(0)],
        },
        ...{ keywords: ['complaint'], version: '1.0', effective: '2026-09-10' },
        ...{ author: 'quality-lead', approvedBy: 'director' },
      },
      body: '## Words\n\nThank the customer and say who looks after the case.\n',
    },
    {
      path: 'guides/culture.mdx',
      data: {
        ...{
          name: 'How we serve',
          owner: 'director',
          type: 'culture',
          roles: ['director', agent(0)],
          keywords: ['culture'],
        },
        ...{ version: '1.0', effective: '2026-09-10', author: 'quality-lead', approvedBy: 'director' },
      },
      body: '## Why\n\nCustomers remember who stayed with them.\n',
    },
    {
      path: 'training/head-office-awareness.yaml',
      data: {
        ...{ name: 'Service awareness at head office', owner: 'training-lead' },
        roles: ['director', 'quality-lead', 'training-lead'],
        ...{
          aims: ['awareness'],
          covers: ['guide:culture'],
          topics: ['norms', 'culture'],
          tier: 'all',
          every: '365 d',
          method: ['case'],
          evaluate: 3,
        },
      },
    },
  ];
}

function company(): Record<string, unknown> {
  const investment = (area: string, goal: string) => ({
    area,
    amount: '900000 CNY',
    period: '2026/2027',
    goal,
  });
  return {
    ...{ name: 'Example Services', owner: 'director', concept: 'One person who sees it through.' },
    ...{ positioning: 'differentiation', industry: 'other', currency: 'CNY' },
    goals: [
      {
        ...{
          id: 'loyalty',
          name: 'Customers come back',
          area: 'relationship',
          owner: 'director',
          due: '2027-12-31',
        },
        ...{ strategy: 'Grow by customers who return.', metrics: ['nps'] },
      },
      {
        ...{ id: 'ease', name: 'Little effort for the customer', area: 'efficiency', owner: 'quality-lead' },
        ...{
          due: '2027-12-31',
          strategy: 'One visit, one person, one answer.',
          metrics: ['time-0', 'faults-0'],
        },
      },
    ],
    principles: [{ id: 'own-it', name: 'Own it', statement: 'Whoever hears it sees it through.' }],
    investments: [
      investment('people', 'loyalty'),
      investment('technology', 'ease'),
      investment('process', 'ease'),
    ],
  };
}

function tool(index: number): Draft {
  return {
    path: `tools/tool-${index}.yaml`,
    data: {
      ...{ name: `Case system ${index + 1}`, owner: 'quality-lead', type: 'ticketing' },
      purpose: 'Keeps each case and who has it.',
    },
  };
}
