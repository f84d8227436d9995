import { type Entity, render } from '../../linter/index.ts';
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
  // References stand in it as they are written in files.
  return render(change.template, change.data, view.language).replace(
    reference,
    (whole: string, key: string) => {
      const entity = view.handbook.find(key);
      return entity ? view.name(entity).text : whole;
    },
  );
}

/** The page of what changed, where it still has one. */
export function subjectLink(view: View, { subject }: LoggedChange): Piece | undefined {
  const entity = view.handbook.find(subject.split('#')[0]!);
  return entity?.sound ? view.link(entity) : undefined;
}

/** Changes as a list: the day, the sentence, what it does to the service, and the state it made. */
export function changeItems(
  view: View,
  changes: readonly DatedChange[],
  { dated = true, linked = true } = {},
): Item[] {
  return changes.map(({ date, commit, change }) => {
    const entity = view.handbook.find(change.subject.split('#')[0]!);
    const link = subjectLink(view, change);
    const version = entity && versionAddress(view, commit, entity.file);
    const notes: Piece[] = [
      ...(dated ? [plain(view.date(date) ?? date), plain(view.t('dot'))] : []),
      plain(view.t(`effect.${change.effect}`), graveTone(change)),
      ...(linked && link?.href
        ? [plain(view.t('dot')), { text: view.t('changes.page'), href: link.href }]
        : []),
      ...(version ? [plain(view.t('dot')), { text: view.t('changes.version'), href: version }] : []),
    ];
    return { line: [plain(sentenceOf(view, change))], notes: [notes as Line] };
  });
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

const reference = /\b([a-z]+(?:-[a-z]+)*:[a-z0-9]+(?:-[a-z0-9]+)*)(?![#\w-])/g;

function pick(log: ChangeLog | undefined, wanted: (change: LoggedChange) => boolean): DatedChange[] {
  return (log?.days ?? []).flatMap(({ date, commit, changes }: ChangeDay) =>
    changes.filter(wanted).map((change) => ({ date, commit, change })),
  );
}

function graveTone({ effect }: LoggedChange): Piece['tone'] {
  return effect === 'weakens' || effect === 'widens-authority' ? 'strong' : undefined;
}
