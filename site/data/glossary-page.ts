import { type Section, section } from './blocks.ts';
import type { Page } from './page.ts';
import type { View } from './view.ts';
import { type Line, plain } from './words.ts';

/** The words the company uses, those it avoids, and why. */
export function glossaryPage(view: View): Page {
  const collator = new Intl.Collator(view.locale);
  const terms = (view.handbook.glossary.terms ?? []).map((term) => {
    const title = (name: string) => plain(`${view.field('glossary', `/terms/*/${name}`)}${view.t('colon')}`);
    const list = (value: unknown) => listOf(view, value).join(view.t('comma'));
    const note = (name: string, text: string | undefined): Line[] =>
      text ? [[title(name), plain(text)]] : [];
    const definition = view.words(term.definition);
    return {
      ...(term.id && { id: term.id }),
      line: [{ ...(view.words(term.term) ?? plain('')), tone: 'strong' as const }],
      notes: [
        ...(definition ? [[definition]] : []),
        ...note('avoid', list(term.avoid)),
        ...note('use', view.words(term.use)?.text),
        ...note('reason', view.words(term.reason)?.text),
        ...note('aliases', list(term.aliases)),
      ],
    };
  });
  terms.sort((a, b) => collator.compare(a.line[0]!.text, b.line[0]!.text));
  const sections: Section[] = section('terms', '', { type: 'list', items: terms });
  return {
    ref: { type: 'glossary' },
    title: { text: view.t('glossary') },
    description: view.t('kind.description', { kind: view.t('glossary'), count: terms.length }),
    crumbs: [{ text: view.t('home'), href: view.href({ type: 'home' }) }],
    sections,
  };
}

// helpers

/** Words stand as one list, or one a locale. */
function listOf(view: View, value: unknown): string[] {
  if (Array.isArray(value)) return value.filter((each) => typeof each === 'string');
  if (value === null || typeof value !== 'object') return [];
  const byLocale = value as Record<string, unknown>;
  return listOf(view, byLocale[view.locale] ?? byLocale[view.defaultLocale] ?? []);
}
