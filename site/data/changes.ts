import { type Entity, parseQuantity, render } from '../../linter/index.ts';
import type { ChangeDay, ChangeLog, LoggedChange } from '../change-log.ts';
import type { Item } from './blocks.ts';
import { pathOf } from './routes.ts';
import { pageOf, type View } from './view.ts';
import { type Line, type Piece, plain } from './words.ts';

/** A change with the day from which it held. */
export interface DatedChange {
  date: string;
  commit: string;
  change: LoggedChange;
}

/** What changed for a role: what it works by, newest first. */
export function changesFor(log: ChangeLog | undefined, role: Entity): DatedChange[] {
  return pick(log, ({ roles, subject }) => roles.includes(role.key) || subject.split('#')[0] === role.key);
}

/** What changed of an entity itself, newest first. */
export function changesOf(log: ChangeLog | undefined, { key }: Entity): DatedChange[] {
  return pick(log, ({ subject }) => subject.split('#')[0] === key);
}

/** A change as a sentence in the reader's language. */
export function sentenceOf(view: View, change: LoggedChange): string {
  const data = Object.fromEntries(
    Object.entries(change.data).map(([name, value]) => [name, withOwnUnits(view, value)]),
  );
  // References stand in it as they are written in files.
  return render(change.template, data, view.language).replace(reference, (whole: string, key: string) => {
    const entity = view.handbook.find(key);
    return entity ? view.name(entity).text : whole;
  });
}

/** The page of what changed, where it still has one. */
export function subjectLink(view: View, { subject }: LoggedChange): Piece | undefined {
  const entity = view.handbook.find(subject.split('#')[0]!);
  return entity?.sound ? view.link(entity) : undefined;
}

/** Changes as a list: the day, the sentence, what it does to the service, and the state it made. */
export function changeItems(view: View, changes: readonly DatedChange[], { dated = true } = {}): Item[] {
  return changes.map(({ date, commit, change }) => {
    const entity = view.handbook.find(change.subject.split('#')[0]!);
    const link = subjectLink(view, change);
    const version = entity && versionAddress(view, commit, entity.file);
    const notes: Piece[] = [
      ...(dated ? [dayLink(view, date), plain(view.t('dot'))] : []),
      plain(view.t(`effect.${change.effect}`), graveTone(change)),
      ...(link?.href ? [plain(view.t('dot')), { text: view.t('changes.page'), href: link.href }] : []),
      ...(version ? [plain(view.t('dot')), { text: view.t('changes.version'), href: version }] : []),
    ];
    return { line: [plain(sentenceOf(view, change))], notes: [notes as Line] };
  });
}

/** A day as a link to the version that was in force from then on; as plain words where none is listed. */
export function dayLink(view: View, date: string, text = view.date(date) ?? date): Piece {
  const listed = view.versions?.days.some((day) => day.date === date);
  return listed ? { text, href: view.href({ type: 'overview', name: 'changes' }, date) } : { text };
}

/** The permanent address of all files as they were at a commit; undefined where no server shows them. */
export function filesAddress(view: View, commit: string): string | undefined {
  const file = versionAddress(view, commit, '');
  // What servers call a tree is a folder, and a blob a file.
  return file?.replace(/\/+$/, '').replace(`/blob/${commit}`, `/tree/${commit}`);
}

/** The permanent address of a file as it was in force from a commit on; undefined where no server shows it. */
export function versionAddress(view: View, commit: string, file: string): string | undefined {
  const { url, permalink, folder } = view.handbook.settings.repository ?? {};
  const pattern = permalink ?? (url && `${url.replace(/\/+$/, '')}/blob/{commit}/{path}`);
  if (!pattern || !/^https?:\/\//.test(pattern)) return undefined;
  const path = [folder?.replace(/^\/+|\/+$/g, ''), file].filter(Boolean).join('/');
  return pattern
    .replace('{commit}', commit)
    .replace('{path}', path.split('/').map(encodeURIComponent).join('/'));
}

/** The feed of a role's changes, or of all, below the site's base; the same path in every locale. */
export function feedPath(view: View, role?: Entity): string {
  const path = role ? `${pathOf(pageOf(role))}/changes` : 'changes';
  return `${view.locale === view.defaultLocale ? '' : `${view.locale}/`}${path}.xml`;
}

// helpers

type Value = LoggedChange['data'][string];

const reference = /\b([a-z]+(?:-[a-z]+)*:[a-z0-9]+(?:-[a-z0-9]+)*)(?![#\w-])/g;
/** A number with a unit, as the comparison says it in either language. */
const counted = /(?<![\w.,])(\d[\d,]*) ?([a-z][a-z0-9-]*)(?![\w-])( ?)/g;

function pick(log: ChangeLog | undefined, wanted: (change: LoggedChange) => boolean): DatedChange[] {
  return (log?.days ?? []).flatMap(({ date, commit, changes }: ChangeDay) =>
    changes.filter(wanted).map((change) => ({ date, commit, change })),
  );
}

/**
 * What is said in a change, with the company's own units as its pages say them: the comparison of revisions
 * knows neither revision's settings, and leaves `5 idea` as it is written in files.
 */
function withOwnUnits(view: View, value: Value): Value {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return inOwnUnits(view, value);
  return { en: inOwnUnits(view, value.en), 'zh-CN': inOwnUnits(view, value['zh-CN']) };
}

function inOwnUnits(view: View, text: string): string {
  const { units = {} } = view.handbook.settings;
  return text.replace(counted, (whole: string, number: string, unit: string, space: string) => {
    const written = `${number.replaceAll(',', '')} ${unit}`;
    const read = parseQuantity('count', written);
    if (!read.ok || read.value.kind !== 'count' || !Object.hasOwn(units, read.value.unit ?? '')) return whole;
    const said = view.value('count', written) ?? whole;
    // A Latin word is set apart from the Chinese after it; a Chinese one is not.
    return /\p{Script=Han}$/u.test(said) ? said : said + space;
  });
}

export function graveTone({ effect }: LoggedChange): Piece['tone'] {
  return effect === 'weakens' || effect === 'widens-authority' ? 'strong' : undefined;
}
