import { registry } from '../../linter/index.ts';
import { section } from './blocks.ts';
import type { Page } from './page.ts';
import { capital, type View } from './view.ts';

/** A rule: what it asks, why, and how to mend what it found. */
export interface RulePage extends Page {
  id: string;
  summary: string;
}

export function rulesPage(view: View): Page {
  const themes = [...new Set(registry.map(({ id }) => id.split('/')[0]!))];
  return {
    ref: { type: 'rules' },
    title: { text: view.t('rules') },
    crumbs: [{ text: view.t('home'), href: view.href({ type: 'home' }) }],
    sections: themes.flatMap((theme) =>
      section(`theme-${theme}`, capital(theme), {
        type: 'list',
        items: registry
          .filter(({ id }) => id.startsWith(`${theme}/`))
          .map(({ id, rule }) => ({
            line: [{ text: id, href: view.href({ type: 'rule', id }) }],
            notes: [[{ text: rule.meta.summary[view.language] }]],
          })),
      }),
    ),
  };
}

export async function rulePage(view: View, id: string): Promise<RulePage> {
  const rule = registry.find((each) => each.id === id)!.rule;
  return {
    ref: { type: 'rule', id },
    id,
    title: { text: id },
    summary: rule.meta.summary[view.language],
    description: rule.meta.summary[view.language],
    crumbs: [
      { text: view.t('home'), href: view.href({ type: 'home' }) },
      { text: view.t('rules'), href: view.href({ type: 'rules' }) },
    ],
    sections: [],
  };
}
