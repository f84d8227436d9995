import { allRead } from '../../graph/all-read.ts';
import type { Entity } from '../../graph/entity.ts';
import { hasFault } from '../../graph/file-fault.ts';
import { clicksByRole } from '../../graph/questions/clicks.ts';
import { inForce } from '../../graph/questions/in-force.ts';
import { kinds } from '../../model/kinds.ts';
import { scaffold } from '../../model/scaffold.ts';
import { defineRule } from '../rule.ts';

type Page = Entity<'sop'> | Entity<'guide'>;

interface Options {
  clicks: number;
}

export default defineRule<'noKeywords' | 'unreachable', Options>({
  meta: {
    summary: {
      en: 'Require SOPs and guides to have keywords and to be few clicks away from the page of a role.',
      'zh-CN': '作业指导书和文档应有关键词，并能从岗位页面经几次点击到达。',
    },
    severity: 'warning',
    claims: ['S5-09'],
    fix: 'suggestion',
    options: {
      type: 'object',
      additionalProperties: false,
      properties: { clicks: { type: 'integer', minimum: 3, maximum: 6, default: 3 } },
    },
  },
  messages: {
    noKeywords: {
      en: '{kind} "{id}" has no keywords; expected the words that people would search for. List them under "keywords", everyday words too.',
      'zh-CN': '{kind}“{id}”没有关键词，应写明人们会用来搜索的词；请在 keywords 中列出，口语说法也要写。',
    },
    unreachable: {
      en: 'No page of a role leads to {kind} "{id}" within {clicks} clicks; expected whoever needs it to find it under their role. Name the roles under "roles", or all.',
      'zh-CN':
        '没有岗位页面能在 {clicks} 次点击内到达{kind}“{id}”，需要的人应能在自己的岗位下找到；请在 roles 中写明岗位，或写 all。',
    },
  },
  check({ each, handbook, options, report }) {
    const clicks = clicksByRole(handbook, options.clicks);
    const complete = allRead(handbook);
    const pages: Page[] = [...handbook.all('sop'), ...handbook.all('guide')];
    for (const page of each(pages)) {
      if (!inForce(page)) continue;
      const { label } = kinds[page.kind];
      const place = { at: page.at('/name'), subject: page.key };
      if (!hasKeywords(page) && !hasFault(handbook, page)) {
        const kind = { ...label, en: label.en[0]!.toUpperCase() + label.en.slice(1) };
        const suggest = [scaffold(page.file, 'keywords: […]')];
        report({ message: 'noKeywords', data: { kind, id: page.id }, ...place, suggest });
      }
      // Roles that could not be resolved are spoken of elsewhere.
      if (!complete || clicks.has(page) || page.data.roles?.includes('all') || hasUnknownRole(page)) continue;
      const suggest = [scaffold(page.file, 'roles: […]')];
      const data = { kind: label, id: page.id, clicks: options.clicks };
      report({ message: 'unreachable', data, ...place, suggest });
    }

    function hasUnknownRole(page: Page): boolean {
      return handbook
        .referencesOf(page)
        .some(({ pointer, target }) => pointer?.startsWith('/roles/') && !(target && inForce(target)));
    }
  },
});

// helpers

function hasKeywords({ data: { keywords } }: Page): boolean {
  return Object.values(keywords ?? {}).some((each) => each.length > 0);
}
