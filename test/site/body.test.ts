import { describe, expect, test } from 'vitest';
import { renderBody } from '../../site/markup/body.ts';
import { teaView } from './tea-house.ts';

/** The HTML of a guide with this body. */
function bodyOf(text: string, locale = 'zh-CN', base = '/'): string {
  const view = teaView(
    locale,
    { 'guides/text.mdx': `---\nname: 文\nowner: manager\ntype: guide\n---\n\n${text}\n` },
    base,
  );
  return renderBody(view, view.handbook.get('guide', 'text')!)!.html;
}

describe('components', () => {
  test('insert the numbers of the handbook, linked to where they come from', () => {
    const view = teaView('zh-CN');
    const { html } = renderBody(view, view.handbook.get('sop', 'brew')!)!;
    expect(html).toContain('时限为<a href="/standards/warm/" class="value">不超过 6 分钟</a>');
    expect(html).toContain('<a href="/roles/manager/">店长</a>');
    expect(html).toContain('可决定<a href="/decision-rights/new-pot/" class="value">每次 80 元</a>');
  });

  test('speak the language of the text; a limit without a role is that of the text’s own roles', () => {
    const view = teaView('en');
    const { html, lang } = renderBody(view, view.handbook.get('sop', 'brew')!)!;
    expect(lang).toBeUndefined();
    expect(html).toContain('<a href="/en/standards/warm/" class="value">at most 6 min</a>');
    expect(html).toContain('up to <a href="/en/decision-rights/new-pot/" class="value">CNY 80 per case</a>');
  });

  test('of an untranslated text stay in its language, with links to the reader’s pages', () => {
    const view = teaView('en');
    const { html, lang } = renderBody(view, view.handbook.get('guide', 'welcome')!)!;
    expect(lang).toBe('zh-CN');
    expect(html).toContain('茶艺师说');
  });

  test('that resolve to nothing are a dash, never an error', () => {
    expect(bodyOf('找 <Role id="nobody" /> 或 <Target of="standard:none" />。')).toBe(
      '<p>找 <span class="missing">—</span> 或 <span class="missing">—</span>。</p>',
    );
  });

  test('around blocks become asides and quotations', () => {
    expect(bodyOf('<Note type="warning">\n  壶很烫。\n</Note>')).toContain(
      '<aside class="note note-warning" role="note" aria-label="注意">',
    );
    expect(bodyOf('<Script by="server">里面请。</Script>')).toContain(
      '<blockquote><p>里面请。</p></blockquote>',
    );
  });
});

describe('links', () => {
  test('to entities lead to their pages, under the base', () => {
    expect(bodyOf('[店长](role:manager)', 'zh-CN', '/h/')).toContain('<a href="/h/roles/manager/">店长</a>');
    expect(bodyOf('[步骤](process:serve#brew)')).toContain('href="/processes/serve/#brew"');
    expect(bodyOf('[泡茶](../sops/brew.mdx)')).toContain('href="/sops/brew/"');
  });

  test('that lead nowhere are text', () => {
    expect(bodyOf('[谁](role:nobody) [哪](../x.mdx)')).toBe('<p><span>谁</span> <span>哪</span></p>');
  });

  test('to pictures show those of the handbook and the words of others', () => {
    const view = teaView('zh-CN', {
      'assets/壶 1.png': new Uint8Array([1]),
      'guides/text.mdx':
        '---\nname: 文\nowner: manager\ntype: guide\n---\n\n![壶](<../assets/壶 1.png>) ![别处](https://example.com/x.png)\n',
    });
    const { html } = renderBody(view, view.handbook.get('guide', 'text')!)!;
    expect(html).toContain('<img src="/assets/%E5%A3%B6%201.png" alt="壶">');
    expect(html).toContain('<span>别处</span>');
  });
});

describe('hostile bodies come out as harmless text', () => {
  const hostile = [
    '<script>alert(1)</script>',
    '<Script by="server" onClick="alert(1)">x</Script>',
    '<img src="x" onerror="alert(1)" />',
    '<iframe src="https://example.com"></iframe>',
    '<a href="javascript:alert(1)">x</a>',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt&#58;alert(1))',
    '[x](java&#10;script:alert(1))',
    '[x](data:text/html,<b>1</b>)',
    '[x](vbscript:alert(1))',
    '[x](//evil.example.com/x)',
    '![x](javascript:alert(1))',
    '<https://example.com/"onmouseover="alert(1)>',
    '{alert(1)}',
    'import x from "y"',
    'export const x = alert(1)',
    '<svg onload="alert(1)"><circle /></svg>',
    '<Unknown style="position:fixed">x</Unknown>',
    '<style>{`body { display: none }`}</style>',
    '<Note {...alert}>x</Note>',
    '<form action="https://example.com"><input name="x" /></form>',
    '`<script>alert(1)</script>`',
    '| a |\n|-|\n| <script>alert(1)</script> |',
  ];

  test.each(hostile)('%s', (text) => {
    const html = bodyOf(`前\n\n${text}\n\n后`);
    const tags = [...html.matchAll(/<\/?([a-z0-9-]+)/gi)].map(([, name]) => name!.toLowerCase());
    for (const bad of ['script', 'style', 'iframe', 'svg', 'form', 'input', 'object', 'embed'])
      expect(tags).not.toContain(bad);
    const attributes = [...html.matchAll(/<[a-z][^>]*?\s([a-z-]+)=/gi)].map(([, name]) =>
      name!.toLowerCase(),
    );
    expect(attributes.filter((name) => name.startsWith('on') || name === 'style')).toEqual([]);
    const addresses = [...html.matchAll(/(?:href|src)="([^"]*)"/gi)].map(([, address]) => address!);
    for (const address of addresses) expect(address).toMatch(/^(?:https?:\/\/example\.com|\/(?!\/)|#)/);
  });
});

describe('headings', () => {
  test('begin below the title, leave no rank out and have readable, unique anchors', () => {
    const view = teaView('zh-CN', {
      'guides/text.mdx': '---\nname: 文\nowner: manager\ntype: guide\n---\n\n# 一\n\n### 二 二\n\n# 一\n',
    });
    const { html, headings } = renderBody(view, view.handbook.get('guide', 'text')!)!;
    expect(headings.map(({ depth, id }) => [depth, id])).toEqual([
      [2, '一'],
      [3, '二-二'],
      [2, '一-2'],
    ]);
    expect(html).toContain('<h3 id="二-二">二 二</h3>');
  });
});

test('tables scroll in a frame of their own, task lists are no inputs, Chinese emphasis is emphasis', () => {
  expect(bodyOf('| 茶 |\n|-|\n| 绿 |')).toMatch(
    /^<div class="frame" role="region" aria-label="表格" tabindex="0"><table>/,
  );
  expect(bodyOf('- [ ] 烧水')).not.toContain('<input');
  expect(bodyOf('**注意：**不得离开')).toContain('<strong>注意：</strong>不得离开');
});
