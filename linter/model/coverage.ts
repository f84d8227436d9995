import type { Localised } from './message.ts';

/** What is counted, by group, with what may be true of each. The order is that of reports. */
export const measures = {
  standards: ['metric', 'trained', 'inspected', 'inLoop'],
  processes: ['measured'],
  roles: ['decisionRight', 'training', 'incentive'],
  touchpoints: ['inLoop'],
  documents: ['reviewed'],
} as const;

export type CoverageGroup = keyof typeof measures;
export const coverageGroups = Object.keys(measures) as CoverageGroup[];

/** How many of a group are covered in one respect, and which are not. */
export interface Share {
  group: CoverageGroup;
  measure: string;
  covered: number;
  total: number;
  /** Keys of the entries that lack it, sorted: `standard:greeting`, `service:stay#front-desk`. */
  missing: string[];
}

/** The same within one unit; entries belong to the unit of the role that owns them. */
export interface UnitCoverage {
  /** Id of the unit; undefined for what no unit answers for. */
  unit: string | undefined;
  name: Localised | undefined;
  shares: Omit<Share, 'missing'>[];
  /** How many entries of each group lack nothing. */
  complete: { group: CoverageGroup; covered: number; total: number }[];
}

export type ClaimStatus = 'met' | 'open' | 'notApplicable';

/** How a handbook stands to one demand, and why. */
export interface ClaimState {
  id: string;
  demand: Localised;
  status: ClaimStatus;
  /** Its rules with findings, and how many. */
  findings: { rule: string; count: number }[];
  /** Its rules that did not run, being off for every file: nothing can be said of them. */
  off: string[];
  /** Fields that nothing in force uses; any one of an inner list would do. */
  unused: string[][];
}

export interface Coverage {
  /** The day it was reckoned for, `YYYY-MM-DD`. */
  today: string;
  shares: Share[];
  units: UnitCoverage[];
  claims: ClaimState[];
}

/** How many of the demands that apply are met. */
export function metClaims(claims: readonly ClaimState[]): Pick<Share, 'covered' | 'total'> {
  const applying = claims.filter(({ status }) => status !== 'notApplicable');
  return { covered: applying.filter(({ status }) => status === 'met').length, total: applying.length };
}

/** Whole per cent, rounded down, so that 100 means all; undefined where there is nothing to cover. */
export function percentOf({ covered, total }: Pick<Share, 'covered' | 'total'>): number | undefined {
  return total === 0 ? undefined : Math.floor((covered * 100) / total);
}
