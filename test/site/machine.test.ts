import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { isKind, kindNames } from '../../linter/index.ts';
import { loadHandbook } from '../../linter/node.ts';
import { bookPage } from '../../site/data/book-page.ts';
import { entityPage } from '../../site/data/entity-page.ts';
import { feedbackFor } from '../../site/data/feedback.ts';
import { homePage } from '../../site/data/home-page.ts';
import { changes } from '../../site/data/overviews/changes.ts';
import { viewOf } from '../../site/data/view.ts';
import { writingPage } from '../../site/data/writing-page.ts';
import schema from '../../site/machine/api.schema.json' with { type: 'json' };
import { apiIndex, apiKind } from '../../site/machine/api.ts';
import { nginxHeaders, staticHostHeaders } from '../../site/machine/headers.ts';
import { handbookLlms, roleLlms } from '../../site/machine/llms.ts';
import { markdownPath, pageMarkdown } from '../../site/machine/markdown.ts';
import { handbookOf } from '../support/handbook.ts';

const policies = await loadHandbook('policies', { today: '2026-11-22' });
const english = viewOf(policies, 'en', { base: '/' });
const chinese = viewOf(policies, 'zh-CN', { base: '/' });
const conforms = new Ajv().compile(schema);

describe('the interface for programs', () => {
  const files = [
    apiIndex([chinese, english], '1.0.0'),
    ...kindNames.map((kind) => apiKind([chinese, english], kind)),
  ];

  test('has the form that its schema says', () => {
    expect(files.map((file) => conforms(JSON.parse(JSON.stringify(file))) || conforms.errors)).toEqual(
      files.map(() => true),
    );
    expect(conforms({ version: 2, kind: 'role', built: '2026-11-22', entities: [] })).toBe(false);
  });

  test('holds every entry once, and only references that lead to one', () => {
    const kinds = kindNames.map((kind) => apiKind([english], kind));
    const keys = kinds.flatMap(({ entities }) => entities.map(({ key }) => key));
    expect(new Set(keys)).toEqual(new Set(policies.entities.map(({ key }) => key)));
    const targets = kinds.flatMap(({ entities }) => entities.flatMap(({ references }) => references));
    expect(targets.length).toBe(policies.references.length);
    expect(targets.filter(({ to }) => !keys.includes(to.split('#')[0]!))).toEqual([]);
  });

  test('says a limit as it is written', () => {
    const right = apiKind([english], 'decision-right').entities.find(
      ({ id }) => id === 'complaint-settlement',
    );
    expect(right?.data).toMatchObject({
      grants: expect.arrayContaining([
        expect.objectContaining({ role: 'waiter', limit: '500 CNY', per: 'case' }),
      ]),
    });
    expect(right?.url).toEqual({ en: '/en/decision-rights/complaint-settlement/' });
  });
});

describe('a page as Markdown', () => {
  const of = (view: typeof english, key: string) => pageMarkdown(view, entityPage(view, policies.find(key)!));

  test('says by what it can be cited, and what a role may decide', () => {
    const text = of(english, 'role:waiter');
    expect(text).toMatch(/^---\nid: "role:waiter"\nurl: "\/en\/roles\/waiter\/"\nlanguage: "en"\n/);
    expect(text).toContain('# Waiter\n');
    expect(text).toContain(
      '- **[Complaint settlement](/en/decision-rights/complaint-settlement/)**: CNY 500 per case. Beyond that: [Duty manager](/en/roles/duty-manager/) within 5 min',
    );
    expect(of(chinese, 'role:waiter')).toContain(
      '- **[投诉赔付](/decision-rights/complaint-settlement/)**：每次 500 元；超出时交[值班经理](/roles/duty-manager/)，5 分钟内',
    );
  });

  test('keeps the words of an SOP, with limits and targets in place of components', () => {
    const sop = policies.find('sop:booking-call')!;
    const text = of(chinese, sop.key);
    expect(text).toContain('额度为每次 1,000 元。');
    expect(text).not.toMatch(/<(?:Limit|Target|Metric|Role)\b/);
    const plain = sop.text.split('\n').filter((line) => /^\d\. /.test(line) && !line.includes('<'));
    expect(plain.length).toBeGreaterThan(3);
    for (const line of plain) expect(text).toContain(line);
  });

  test('leaves no component, no comment and no program of any text', () => {
    for (const { key } of [...policies.all('sop'), ...policies.all('guide')])
      for (const view of [chinese, english])
        expect(of(view, key)).not.toMatch(/<\/?[A-Z]\w*|\{\/\*|^import /m);
  });

  test('of the authors’ guide is its whole text, without what only frames it on the page', () => {
    for (const [view, locale] of [
      [english, 'en'],
      [chinese, 'zh-CN'],
    ] as const) {
      const source = readFileSync(`site/guide/authors.${locale}.mdx`, 'utf8');
      const text = pageMarkdown(view, writingPage(view));
      const lines = source.split('\n').filter((line) => line !== '' && !/^<\/?div\b/.test(line));
      expect(lines.length).toBeGreaterThan(40);
      for (const line of lines) expect(text).toContain(`\n${line}\n`);
      expect(text).not.toMatch(/^(?:<|import )/m);
    }
    expect(pageMarkdown(english, writingPage(english))).toMatch(
      /\[Every field of every kind of file\]\(\/en\/reference\/index\.md\)\n$/,
    );
  });

  test('of the book is its contents, with each chapter’s Markdown', () => {
    const text = pageMarkdown(english, bookPage(english));
    expect(text).toContain('## Roles\n\n1. [');
    for (const { kind, id } of policies.entities)
      expect(text).toContain(`(${english.href({ type: 'entity', kind, id })}index.md)`);
    expect(text.match(/\/index\.md\)/g)).toHaveLength(policies.entities.length);
    expect(pageMarkdown(chinese, bookPage(chinese))).toContain('## 岗位\n\n1. [');
  });

  test('of what changed has each day with its version as a heading', () => {
    const days = [
      { date: '2026-11-16', commit: 'b'.repeat(40) },
      { date: '2026-06-01', commit: 'a'.repeat(40) },
    ];
    const view = viewOf(policies, 'en', { base: '/', versions: { days, before: 'nothing' } });
    expect(pageMarkdown(view, changes.page(view))).toContain(
      '### 1 Jun 2026\n\nIn force from 1 Jun 2026 to 15 Nov 2026 · Commit aaaaaaaaaaaa · [Files of this version](https://git.example.com/yunshan/handbook/tree/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/policies)\n\nThe handbook begins.',
    );
  });

  test('gives what authors write in a field no power', () => {
    const handbook = handbookOf({
      'roles/a.yaml': 'name: "[x](javascript:alert(1)) <b> # *a* |"\nowner: a\ncommitment: "1. - `code`"\n',
    });
    const view = viewOf(handbook, handbook.locales[0]!, { base: '/' });
    const text = pageMarkdown(view, entityPage(view, handbook.get('role', 'a')!));
    expect(text).toContain('# \\[x\\](javascript:alert(1)) \\<b\\> \\# \\*a\\* \\|\n\n1\\. - \\`code\\`\n');
  });

  test('of the front door leads to every role, overview and kind', () => {
    const text = pageMarkdown(english, homePage(english));
    for (const { id } of policies.all('role')) expect(text).toContain(`](/en/roles/${id}/)`);
    expect(text).toContain('- Front office: [');
    expect(text).toContain('- [Processes](/en/processes/) (14)');
    expect(text).toContain('(/en/authority/)');
    expect(pageMarkdown(chinese, homePage(chinese))).toContain('- 前厅部：[');
  });

  test('says numbers as they are, and in Chinese punctuates as Chinese does', () => {
    expect(of(english, 'metric:checkin-time')).toContain('**5.5 to 6.8 min**');
    expect(of(chinese, 'role:waiter')).toContain('- 级别：员工\n');
    expect(of(chinese, 'role:waiter')).not.toMatch(/\p{Script=Han}\**[:;,](?!\d)/u);
  });

  test('leads from a step to its instruction', () => {
    const { steps = [] } = policies.get('process', 'check-in')!.data;
    const named = steps.filter(({ name, sop }) => name && sop);
    expect(named.length).toBeGreaterThan(0);
    const text = of(english, 'process:check-in');
    for (const { sop } of named)
      expect(text).toMatch(new RegExp(`^ {3}- \\[[^\\]]+\\]\\(/en/sops/${sop}/\\)$`, 'm'));
  });

  test('shows what a step lacks', () => {
    const handbook = handbookOf({
      'processes/p.yaml':
        'name: P\nowner: a\nsteps:\n  - { id: one, lane: frontstage, do: Greet, next: end }\n',
    });
    const view = viewOf(handbook, handbook.locales[0]!, { base: '/' });
    const text = pageMarkdown(view, entityPage(view, handbook.get('process', 'p')!));
    expect(text).toContain('   - **No role answers for it**\n   - **Not measured**');
  });

  test('lies beside the page', () => {
    expect(markdownPath(chinese, { type: 'home' })).toBe('index.md');
    expect(markdownPath(english, { type: 'entity', kind: 'role', id: 'waiter' })).toBe(
      'en/roles/waiter/index.md',
    );
  });
});

describe('llms.txt', () => {
  test('names every entry in force with its id, by kind', () => {
    const text = handbookLlms(english);
    expect(text.startsWith('# Yunshan Hotels service handbook\n\n> ')).toBe(true);
    for (const kind of kindNames.filter(isKind))
      for (const { key } of policies.all(kind)) expect(text).toContain(`: ${key}`);
  });

  test('of a role holds its limits and leads to what it needs alone', () => {
    const text = roleLlms(english, policies.get('role', 'waiter')!);
    expect(text).toContain('CNY 500 per case');
    expect(text).toContain('(/en/sops/table-service/index.md): sop:table-service');
    expect(text).not.toContain('/en/sops/booking-call/');
  });
});

describe('headers for servers', () => {
  const policy = /Content-Security-Policy[: ]+"?([^"\n]+)/;

  test('forbid what is not from here, frames and inline scripts, the same for all servers', () => {
    const [a, b] = [staticHostHeaders('/'), nginxHeaders('/')].map((text) => policy.exec(text)![1]!.trim());
    expect(a).toBe(b);
    expect(a).toContain("default-src 'none'");
    expect(a).toContain("frame-ancestors 'none'");
    expect(a).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(a).not.toContain('unsafe-inline');
  });

  test('are for the path the site is served under', () => {
    expect(staticHostHeaders('/handbook/')).toMatch(/^\/handbook\/\*\n {2}Content-Security-Policy: /);
    expect(nginxHeaders('/handbook/')).toContain('location = /handbook/sw.js {');
  });
});

describe('the address for what is wrong on a page', () => {
  const settings = (feedback: string) => `title: T\nlocales: [en]\nfeedback: { ${feedback} }\n`;
  const at = (feedback: string) => {
    const files = {
      'loopbook.yaml': settings(feedback),
      'roles/a.yaml': 'name: A & B\nowner: a\nversion: "2.0"\n',
    };
    const handbook = handbookOf(files);
    const view = viewOf(handbook, 'en', { base: '/' });
    return feedbackFor(view, 'A & B', { type: 'entity', kind: 'role', id: 'a' });
  };

  test('names page and version, and leaves room for the role', () => {
    expect(at('url: "https://git.example.com/new?title={page}&v={version}&r={role}"')).toEqual({
      href: 'https://git.example.com/new?title=A%20%26%20B%20(en%2Froles%2Fa)&v=2.0&r=',
      withRole: 'https://git.example.com/new?title=A%20%26%20B%20(en%2Froles%2Fa)&v=2.0&r=%7Brole%7D',
    });
    expect(at('email: help@example.com')?.href).toBe(
      'mailto:help@example.com?subject=A%20%26%20B%20(en%2Froles%2Fa)&body=2.0%0A',
    );
  });

  test('is taken as it is where it has no places to fill', () => {
    expect(at('url: "https://forms.example.com/x"')).toEqual({ href: 'https://forms.example.com/x' });
  });
});
