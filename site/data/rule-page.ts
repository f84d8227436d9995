import {
  headings,
  optionsHeading,
  type RulePage as RuleText,
  themeLabel,
  verdicts,
} from '../../linter/index.ts';
import { openHandbook } from '../handbook.ts';
import { renderMarkdown } from '../markup/markdown.ts';
import { type Block, fact, type Section, section } from './blocks.ts';
import type { Page } from './page.ts';
import type { View } from './view.ts';

/** A rule: what it asks, why, and how to mend what it found. */
export interface RulePage extends Page {
  id: string;
  summary: string;
}

export function rulesPage(view: View): Page {
  const rules = [...openHandbook().rules.values()];
  const themes = [...new Set(rules.map(({ id }) => id.split('/')[0]!))];
  return {
    ref: { type: 'rules' },
    title: { text: view.t('rules') },
    description: view.t('rules.lead'),
    crumbs: [{ text: view.t('home'), href: view.href({ type: 'home' }) }],
    sections: [
      ...section('fields', '', {
        type: 'text',
        line: [{ text: view.t('reference.all.link'), href: view.href({ type: 'reference' }) }],
      }),
      ...themes.flatMap((theme) =>
        section(`theme-${theme}`, themeLabel(theme)[view.language], {
          type: 'list',
          items: rules
            .filter(({ id }) => id.startsWith(`${theme}/`))
            .map(({ id, summary }) => ({
              line: [{ text: summary[view.language], href: view.href({ type: 'rule', id }) }],
              notes: [[{ text: id }]],
            })),
        }),
      ),
    ],
  };
}

export function rulePage(view: View, id: string): RulePage {
  const text = openHandbook().rules.get(id)!;
  const summary = text.summary[view.language];
  return {
    ref: { type: 'rule', id },
    id,
    title: { text: id },
    summary,
    description: summary,
    crumbs: [
      { text: view.t('home'), href: view.href({ type: 'home' }) },
      { text: view.t('rules'), href: view.href({ type: 'rules' }) },
    ],
    sections: sectionsOf(view, text),
  };
}

// helpers

function sectionsOf(view: View, text: RuleText): Section[] {
  const { language } = view;
  const prose = (['why', 'mend', 'except'] as const).flatMap((name) =>
    section(name, headings[name][language], {
      type: 'prose',
      html: renderMarkdown(text[name][language]),
      source: text[name][language],
    }),
  );
  const options = section('options', optionsHeading[language], {
    type: 'facts',
    facts: text.options.flatMap(({ name, text: words }) => fact(name, words[language])),
  });
  const examples = text.examples.flatMap((example, index) =>
    section(
      `example-${index + 1}`,
      `${verdicts[example.verdict][language]}${view.t('colon')}${example.title[language]}`,
      ...example.files.map(
        (file): Block => ({ type: 'code', path: file.path, html: markedCode(file.text, file.marks) }),
      ),
      {
        type: 'list',
        items: example.findings.map(({ message }) => ({ line: [{ text: message[language] }] })),
      },
    ),
  );
  return [...prose, ...options, ...examples];
}

/** Code with what a finding points at marked; spans may lie within one another. */
function markedCode(text: string, marks: readonly (readonly [number, number])[]): string {
  const cuts = [...new Set([0, ...marks.flat(), text.length])].sort((a, b) => a - b);
  let html = '';
  for (const [index, start] of cuts.entries()) {
    for (const mark of marks) if (mark[1] === start) html += '</mark>';
    for (const mark of marks) if (mark[0] === start) html += '<mark>';
    html += escapeHtml(text.slice(start, cuts[index + 1]));
  }
  return html;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
