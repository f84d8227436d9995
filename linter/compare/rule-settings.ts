import type { Change, Effect } from '../model/change.ts';
import type { Severity } from '../model/finding.ts';
import { type Localised, same, type Template } from '../model/message.ts';
import { pointer } from '../model/pointer.ts';
import type { Field, Polarity } from '../schema/fields.ts';
import { alike, canonical } from './canonical.ts';
import { changeOf } from './change-of.ts';
import { directionOf } from './directions.ts';
import type { Document } from './document.ts';
import { clip, inEach } from './entity-name.ts';
import { quoted } from './words.ts';

export type RuleLevel = Severity | 'off';

/** What an option says of itself. */
export interface OptionSchema {
  default?: unknown;
  'x-polarity'?: string;
  'x-quantity'?: string;
}

/** What the comparison asks about the rules, which it does not know itself. */
export interface RuleBook {
  /** A rule's setting, in whichever form it is written. */
  read(written: unknown): { level?: RuleLevel; options?: Record<string, unknown> };
  /** The severity of a rule that no setting names; undefined for a rule that is not known. */
  usual(rule: string, preset: string | undefined): RuleLevel | undefined;
  /** The schema of an option. */
  option(rule: string, name: string): OptionSchema | undefined;
}

/** From the strictest to the most lenient. */
const levels: readonly RuleLevel[] = ['error', 'warning', 'info', 'off'];

const levelWords: Record<RuleLevel, Localised> = {
  error: { en: '"error"', 'zh-CN': '“错误”' },
  warning: { en: '"warning"', 'zh-CN': '“警告”' },
  info: { en: '"info"', 'zh-CN': '“提示”' },
  off: { en: '"off"', 'zh-CN': '“关闭”' },
};

const sentences = {
  lowered: {
    en: 'Rule {rule}{files}: severity lowered from {before} to {after}',
    'zh-CN': '规则 {rule}{files}：级别由{before}降为{after}',
  },
  raised: {
    en: 'Rule {rule}{files}: severity raised from {before} to {after}',
    'zh-CN': '规则 {rule}{files}：级别由{before}升为{after}',
  },
  unclear: {
    en: 'Rule {rule}{files}: its setting changed from {before} to {after}',
    'zh-CN': '规则 {rule}{files}：设置由{before}改为{after}',
  },
  restated: {
    en: 'Rule {rule}{files}: setting written anew, the severity stays {after}',
    'zh-CN': '规则 {rule}{files}：设置有改写，级别仍为{after}',
  },
  option: {
    en: 'Rule {rule}: option {option} changed from {before} to {after}',
    'zh-CN': '规则 {rule}：选项 {option} 由{before}改为{after}',
  },
  reordered: {
    en: '{where}: order of the overrides changed; where several fit a file, the last one counts',
    'zh-CN': '{where}：局部设置的顺序有变；多项适用于同一文件时，以最后一项为准',
  },
} satisfies Record<string, Template>;

/** How severities and options of rules changed, over all files and for some of them. */
export function ruleChanges(before: Document, after: Document, book: RuleBook): Change[] {
  const [old, now] = [settingsOf(before), settingsOf(after)];
  const changes: Change[] = [];
  for (const rule of new Set([...Object.keys(old.rules), ...Object.keys(now.rules)])) {
    const [from, to] = [old.rules[rule], now.rules[rule]];
    if (alike(from, to)) continue;
    const place = { before, after, at: pointer('rules', rule), rule };
    changes.push(
      ...settingChanges(
        place,
        { written: from, base: book.usual(rule, old.preset) },
        { written: to, base: book.usual(rule, now.preset) },
        book,
      ),
    );
  }
  changes.push(...overrideChanges(before, after, book));
  return changes;
}

// helpers

interface RuleSettings {
  preset: string | undefined;
  rules: Record<string, unknown>;
  overrides: { files?: unknown; rules?: Record<string, unknown> }[];
}

function settingsOf({ data }: Document): RuleSettings {
  const { preset, rules, overrides } = data as Partial<RuleSettings>;
  return { preset, rules: rules ?? {}, overrides: overrides ?? [] };
}

interface Place {
  before: Document;
  after: Document;
  /** The pointer of the setting. */
  at: string;
  rule: string;
  /** The globs of an override. */
  files?: string;
}

/** A setting as written, and the severity that holds without it. */
interface Written {
  written: unknown;
  base: RuleLevel | undefined;
}

function settingChanges(place: Place, old: Written, now: Written, book: RuleBook): Change[] {
  const [from, to] = [book.read(old.written), book.read(now.written)];
  const [oldLevel, newLevel] = [from.level ?? old.base, to.level ?? now.base];
  const changes: Change[] = [];
  if (oldLevel === undefined || newLevel === undefined) {
    changes.push(
      settingChange(
        place,
        'unknown',
        'unclear',
        old.written,
        now.written,
        written(old.written),
        written(now.written),
      ),
    );
    return changes;
  }
  const difference = levels.indexOf(newLevel) - levels.indexOf(oldLevel);
  if (difference !== 0) {
    const [effect, name] =
      difference > 0 ? (['weakens', 'lowered'] as const) : (['strengthens', 'raised'] as const);
    changes.push(
      settingChange(
        place,
        effect,
        name,
        old.written,
        now.written,
        levelWords[oldLevel],
        levelWords[newLevel],
      ),
    );
  }
  changes.push(...optionChanges(place, from.options ?? {}, to.options ?? {}, book));
  if (changes.length > 0) return changes;
  const words = levelWords[newLevel];
  return [settingChange(place, 'editorial', 'restated', old.written, now.written, words, words)];
}

function optionChanges(
  place: Place,
  old: Record<string, unknown>,
  now: Record<string, unknown>,
  book: RuleBook,
): Change[] {
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((name) => {
    const schema = book.option(place.rule, name);
    const [from, to] = [old[name] ?? schema?.default, now[name] ?? schema?.default];
    if (alike(from, to)) return [];
    const effect = optionEffect(schema, from, to);
    const change = settingChange(place, effect, 'option', from, to, written(from), written(to), name);
    return [change];
  });
}

function optionEffect(schema: OptionSchema | undefined, from: unknown, to: unknown): Effect {
  const polarity = schema?.['x-polarity'] as Polarity | undefined;
  if (polarity === 'editorial') return 'editorial';
  const quantity = schema?.['x-quantity'];
  const direction = directionOf({ ...(quantity && { quantity }) } as Field, from, to);
  if (direction === 'looser' || direction === 'tighter')
    return direction === 'looser' ? 'weakens' : 'strengthens';
  if (direction !== 'higher' && direction !== 'lower') return 'unknown';
  if (polarity === 'raise-weakens') return direction === 'higher' ? 'weakens' : 'strengthens';
  if (polarity === 'lower-weakens') return direction === 'lower' ? 'weakens' : 'strengthens';
  return 'unknown';
}

function settingChange(
  { before, after, at, rule, files }: Place,
  effect: Effect,
  name: keyof typeof sentences,
  from: unknown,
  to: unknown,
  beforeWords: Localised,
  afterWords: Localised,
  option = '',
): Change {
  const facts = {
    effect,
    subject: after.subject,
    pointer: at,
    path: `${at} ${files ?? ''} ${option}`,
    from,
    to,
    before: before.at(at),
    after: after.at(at),
  };
  const scope = files === undefined ? same('') : { en: ` for ${files}`, 'zh-CN': `（${files}）` };
  const data = {
    rule: clip(rule),
    files: scope,
    option: clip(option),
    before: beforeWords,
    after: afterWords,
  };
  return changeOf(facts, { template: sentences[name], data });
}

function written(value: unknown): Localised {
  if (value === undefined) return { en: 'none', 'zh-CN': '未设置' };
  return inEach((language) => quoted(clip(typeof value === 'string' ? value : canonical(value)), language));
}

/** An override is known by its files: other files make another one. */
function overrideChanges(before: Document, after: Document, book: RuleBook): Change[] {
  const [old, now] = [settingsOf(before), settingsOf(after)];
  const keyOf = ({ files }: { files?: unknown }) => canonical(files);
  const changes: Change[] = [];
  const keys = new Set([...old.overrides, ...now.overrides].map(keyOf));
  for (const key of keys) {
    const [from, to] = [merged(old, key), merged(now, key)];
    const index = Math.max(
      0,
      (to ? now : old).overrides.findIndex((each) => keyOf(each) === key),
    );
    for (const rule of new Set([...Object.keys(from ?? {}), ...Object.keys(to ?? {})])) {
      if (alike(from?.[rule], to?.[rule])) continue;
      const at = pointer('overrides', index, 'rules', rule);
      const place = {
        before,
        after,
        at,
        rule,
        files: clip((JSON.parse(key ?? '[]') as string[]).join(', ')),
      };
      const base = ({ rules, preset }: RuleSettings) =>
        book.read(rules[rule]).level ?? book.usual(rule, preset);
      changes.push(
        ...settingChanges(
          place,
          { written: from?.[rule], base: base(old) },
          { written: to?.[rule], base: base(now) },
          book,
        ),
      );
    }
  }
  const order = ({ overrides }: RuleSettings) => overrides.map(keyOf);
  const kept = (here: RuleSettings, there: RuleSettings) =>
    order(here).filter((key) => order(there).includes(key));
  if (!alike(kept(old, now), kept(now, old))) {
    const at = '/overrides';
    const facts = {
      effect: 'unknown',
      subject: after.subject,
      pointer: at,
      from: order(old),
      to: order(now),
    } as const;
    const places = { before: before.at(at), after: after.at(at) };
    changes.push(
      changeOf({ ...facts, ...places }, { template: sentences.reordered, data: { where: after.name } }),
    );
  }
  return changes;
}

/** The rules of all overrides for the same files: of two settings of one rule the later counts. */
function merged({ overrides }: RuleSettings, key: string): Record<string, unknown> | undefined {
  const fitting = overrides.filter(({ files }) => canonical(files) === key);
  if (fitting.length === 0) return undefined;
  return Object.fromEntries(fitting.flatMap(({ rules }) => Object.entries(rules ?? {})));
}
