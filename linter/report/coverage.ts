import picocolors from 'picocolors';
import {
  type ClaimState,
  type Coverage,
  coverageGroups,
  metClaims,
  percentOf,
  type Share,
} from '../model/coverage.ts';
import { type Language, type Localised, render } from '../model/message.ts';
import { COVERAGE_WORDS, GROUP_WORDS, LIST_COMMA, MEASURE_WORDS } from './coverage-words.ts';
import { jsonText } from './json.ts';
import { type Column, table } from './table.ts';
import { visible } from './visible.ts';

export interface CoverageTextOptions {
  lang: Language;
  colour: boolean;
}

type Counts = Pick<Share, 'covered' | 'total'>;
type Colours = ReturnType<typeof picocolors.createColors>;

const MOST_NAMED = 5;
const MARGIN = '  ';

/** Coverage for people: shares, what is not covered, units, and the demands that are open. */
export function coverageText(coverage: Coverage, { lang, colour }: CoverageTextOptions): string {
  const colours = picocolors.createColors(colour);
  const blocks = [
    [
      colours.bold(render(COVERAGE_WORDS.title, { today: coverage.today }, lang)),
      ...shareLines(coverage, lang),
    ],
    lackingLines(coverage.shares, lang, colours),
    unitLines(coverage, lang, colours),
    claimLines(coverage.claims, lang, colours),
  ];
  return `${blocks
    .filter(({ length }) => length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

/** Coverage for machines, as one JSON document that ends in a line break; keys always in the same order. */
export function coverageJson({ today, shares, units, claims }: Coverage, lang: Language): string {
  const withPercent = ({ group, measure, covered, total }: Omit<Share, 'missing'>) => {
    return { group, measure, covered, total, percent: percentOf({ covered, total }) ?? null };
  };
  return jsonText({
    version: 1,
    today,
    shares: shares.map((share) => ({ ...withPercent(share), missing: share.missing })),
    units: units.map(({ unit, name, shares: own, complete }) => ({
      unit: unit ?? null,
      name: name?.[lang] ?? null,
      shares: own.map(withPercent),
      complete: complete.map(({ group, covered, total }) => ({ group, covered, total })),
    })),
    claims: {
      ...countsOf(claims),
      percent: percentOf(metClaims(claims)) ?? null,
      list: claims.map(({ id, demand, status, findings, off, unused }) => {
        return { id, demand: demand[lang], status, findings, off, unused };
      }),
    },
  });
}

/** The shares below a percentage, the demands' among them, each in words: «standards trained 62 %». */
export function sharesBelow({ shares, claims }: Coverage, percent: number, lang: Language): string[] {
  const named: (Counts & { label: string })[] = [
    ...shares.map((share) => ({ ...share, label: labelOf(share, lang) })),
    { ...metClaims(claims), label: COVERAGE_WORDS.claimsMet[lang] },
  ];
  return named
    .filter(({ covered, total }) => covered * 100 < percent * total)
    .map(({ label, ...counts }) => `${label} ${percentText(counts)}`);
}

// helpers

function shareLines({ shares }: Coverage, lang: Language): string[] {
  const columns: Column[] = ['left', 'left', 'right', 'right'];
  const rows = shares.map((share, index) => [
    shares[index - 1]?.group === share.group ? '' : GROUP_WORDS[share.group][lang],
    measureOf(share)[lang],
    share.total === 0
      ? COVERAGE_WORDS.none[lang]
      : render(COVERAGE_WORDS.of, { covered: share.covered, total: share.total }, lang),
    percentText(share),
  ]);
  return table(rows, columns).map((line) => MARGIN + line);
}

function lackingLines(shares: readonly Share[], lang: Language, colours: Colours): string[] {
  const rows = shares
    .filter(({ missing }) => missing.length > 0)
    .map((share) => [labelOf(share, lang), namesOf(share.missing, lang)]);
  if (rows.length === 0) return [];
  const lines = table(rows, ['left', 'left']).map((line) => MARGIN + line);
  return [colours.bold(COVERAGE_WORDS.lacking[lang]), ...lines];
}

function namesOf(keys: readonly string[], lang: Language): string {
  const shown = keys.slice(0, MOST_NAMED).map(visible).join(LIST_COMMA[lang]);
  const more = keys.length - MOST_NAMED;
  if (more <= 0) return shown;
  // Chinese counts all of a list that breaks off, English what is left.
  const count = lang === 'en' ? more : keys.length;
  return `${shown} ${render(COVERAGE_WORDS.more, { count }, lang)}`;
}

function unitLines({ units }: Coverage, lang: Language, colours: Colours): string[] {
  if (units.length === 0) return [];
  const rows = units.map(({ name, complete }) => [
    name ? visible(name[lang]) : COVERAGE_WORDS.noUnit[lang],
    ...complete.map(({ covered, total }) => (total === 0 ? '–' : `${covered}/${total}`)),
  ]);
  const head = ['', ...coverageGroups.map((group) => GROUP_WORDS[group][lang])];
  const lines = table([head, ...rows], ['left', ...coverageGroups.map(() => 'right' as const)]);
  return [colours.bold(COVERAGE_WORDS.byUnit[lang]), ...lines.map((line) => MARGIN + line)];
}

function claimLines(claims: readonly ClaimState[], lang: Language, colours: Colours): string[] {
  if (claims.length === 0) return [];
  const lines = [colours.bold(render(COVERAGE_WORDS.claims, countsOf(claims), lang))];
  for (const claim of claims) {
    if (claim.status !== 'open') continue;
    lines.push(`${MARGIN}${claim.id}  ${claim.demand[lang]}`);
    for (const reason of reasonsOf(claim, lang)) lines.push(colours.dim(`${MARGIN}       ${reason}`));
  }
  return lines;
}

function reasonsOf({ findings, off, unused }: ClaimState, lang: Language): string[] {
  const comma = LIST_COMMA[lang];
  const reasons: string[] = [];
  if (findings.length > 0) {
    const rules = findings.map(({ rule, count }) => `${rule} (${count})`).join(comma);
    reasons.push(render(COVERAGE_WORDS.findings, { rules }, lang));
  }
  if (off.length > 0) reasons.push(render(COVERAGE_WORDS.off, { rules: off.join(comma) }, lang));
  if (unused.length > 0) {
    const fields = unused.map((any) => any.map(fieldText).join(COVERAGE_WORDS.or[lang])).join(comma);
    reasons.push(render(COVERAGE_WORDS.unused, { fields }, lang));
  }
  return reasons;
}

/** @example fieldText('process:/steps/*\/mode=ai') // => 'process: steps › mode = ai' */
function fieldText(field: string): string {
  const [place = '', value] = field.split('=');
  const shown = place.replace(':/', ': ').replaceAll('/*', '').replaceAll('/', ' › ');
  return value === undefined ? shown : `${shown} = ${value}`;
}

function countsOf(claims: readonly ClaimState[]): Record<ClaimState['status'], number> {
  const counts = { met: 0, open: 0, notApplicable: 0 };
  for (const { status } of claims) counts[status]++;
  return counts;
}

function labelOf(share: Share, lang: Language): string {
  const space = lang === 'en' ? ' ' : '';
  return `${GROUP_WORDS[share.group][lang]}${space}${measureOf(share)[lang]}`;
}

function measureOf({ group, measure }: Share): Localised {
  return (MEASURE_WORDS[group] as Record<string, Localised>)[measure]!;
}

function percentText(counts: Counts): string {
  const percent = percentOf(counts);
  return percent === undefined ? '–' : `${percent} %`;
}
