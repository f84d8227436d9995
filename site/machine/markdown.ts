import { kindNames } from '../../linter/index.ts';
import { byName } from '../data/back.ts';
import { type Block, type Figure, type Item, type Section, section } from '../data/blocks.ts';
import { boardInWords } from '../data/board-words.ts';
import type { EntityPage } from '../data/entity-page.ts';
import { type HomePage, homeInWords } from '../data/home-page.ts';
import type { TreeNode } from '../data/overview-blocks.ts';
import { overviewInWords } from '../data/overview-words.ts';
import type { Page } from '../data/page.ts';
import { type PageRef, pathOf } from '../data/routes.ts';
import { pageOf, type View } from '../data/view.ts';
import type { Line } from '../data/words.ts';
import englishGuide from '../guide/authors.en.mdx?raw';
import chineseGuide from '../guide/authors.zh-CN.mdx?raw';

/**
 * A page as Markdown, for programs and for those who paste it elsewhere: what it says, with the front matter
 * by which a reader can cite it. Text of authors stays text: nothing in it becomes a link or a heading.
 */
export function pageMarkdown(view: View, page: Page): string {
  const entity = 'envelope' in page ? (page as EntityPage) : undefined;
  const lines = [frontMatter(view, page, entity), `# ${escaped(page.title.text)}`];
  const lead = entity ? entity.lead?.text : page.description;
  if (lead) lines.push(escaped(lead));
  if (entity?.figures.length) lines.push(figures(view, entity.figures));
  if (page.ref.type === 'writing') lines.push(guideText(view));
  lines.push(...sectionsOf(view, page).flatMap((section) => sectionLines(view, section)));
  if (entity?.why) lines.push(`## ${escaped(view.t('section.why'))}`, escaped(entity.why.text));
  return `${lines.filter(Boolean).join('\n\n')}\n`;
}

/** Where the Markdown of a page lies in the site: `en/roles/waiter/index.md`. */
export function markdownPath(view: View, ref: PageRef): string {
  const folder = [view.locale === view.defaultLocale ? '' : view.locale, pathOf(ref)]
    .filter(Boolean)
    .join('/');
  return folder === '' ? 'index.md' : `${folder}/index.md`;
}

// helpers

function sectionsOf(view: View, page: Page): readonly Section[] {
  if (page.ref.type === 'home') return homeInWords(view, page as HomePage);
  if (page.ref.type === 'book') return bookContents(view);
  return page.sections;
}

/** The authors' guide as it is written, and the way to the reference; what frames it on the page is left out. */
function guideText(view: View): string {
  const guide = view.language === 'zh-CN' ? chineseGuide : englishGuide;
  const reference = `[${view.t('reference.all.link')}](${view.href({ type: 'reference' })}index.md)`;
  return `${withoutFrames(guide)}\n\n${reference}`;
}

/** Text without imports, exports and the tags of frames, as far as they stand on lines of their own outside code. */
function withoutFrames(guide: string): string {
  let code = false;
  const lines = guide.split('\n').filter((line) => {
    if (line.startsWith('```')) code = !code;
    return code || !/^(?:import |export |<\/?div\b)/.test(line);
  });
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The chapters of the book: every entry by kind, each as Markdown. */
function bookContents(view: View): Section[] {
  return kindNames.flatMap((kind) =>
    section(kind, view.kindPlural(kind), {
      type: 'list',
      ordered: true,
      items: byName(view, view.handbook.all(kind)).map((entity) => ({
        line: [{ text: view.name(entity).text, href: `${view.href(pageOf(entity))}index.md` }],
      })),
    }),
  );
}

function frontMatter(view: View, page: Page, entity: EntityPage | undefined): string {
  const reference = page.ref.type === 'entity' ? view.handbook.get(page.ref.kind, page.ref.id) : undefined;
  const facts: Record<string, string | undefined> = {
    id: reference?.key,
    url: view.href(page.ref),
    language: view.locale,
    owner: reference?.data.owner,
    status: entity?.envelope.status,
    version: reference?.data.version,
    effective: reference?.data.effective,
    reviewed: reference?.data.reviewed,
    built: view.handbook.today,
  };
  const lines = Object.entries(facts).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${JSON.stringify(String(value))}`],
  );
  return ['---', ...lines, '---'].join('\n');
}

function sectionLines(view: View, { title, blocks }: Section): string[] {
  const inside = blocks.map((block) => blockText(view, block)).filter(Boolean);
  if (inside.length === 0) return [];
  return [...(title ? [`## ${escaped(title)}`] : []), ...inside];
}

function blockText(view: View, block: Block): string {
  const { t } = view;
  const colon = t('colon');
  const inner = (blocks: readonly Block[]) => blocks.map((each) => blockText(view, each));
  switch (block.type) {
    case 'text':
      return lineText(block.line);
    case 'figures':
      return figures(view, block.figures);
    case 'facts':
      return block.facts
        .map(({ term, values }) => `- ${escaped(term)}${colon}${values.map(lineText).join(t('semicolon'))}`)
        .join('\n');
    case 'list':
      return list(block.items, block.ordered ?? false);
    case 'checklist':
      return block.items.map((item) => `- [ ] ${itemText(item)}`).join('\n');
    case 'table':
      return table([
        block.head.map(escaped),
        ...block.rows.map((cells) => cells.map((cell) => cellText(cell.lines))),
      ]);
    case 'ladder':
      return block.rungs
        .map(({ who, others = [], limit, per, condition, beyond }) => {
          const amount = limit && (per ? t('limit.inText', { limit, per }) : limit);
          const reach = [amount, condition?.text].filter((each) => each !== undefined).map(escaped);
          const all = [who, ...others].map((each) => lineText([each])).join(t('comma'));
          const said = [reach.join(t('semicolon')), ...(beyond ? [lineText(beyond)] : [])];
          return `- **${all}**${colon}${said.filter(Boolean).join(t('grant.then'))}`;
        })
        .join('\n');
    case 'steps':
      return block.steps
        .map(({ number, name, what, sop, who, times, facts, next, lacks }) => {
          const title = (name ?? sop ?? what)?.text ?? '';
          const notes = [
            ...(name && what ? [escaped(what.text)] : []),
            ...(name && sop ? [lineText([sop])] : []),
            ...(who.length ? [who.map((each) => escaped(each.text)).join(t('comma'))] : []),
            ...(times.length ? [lineText(times)] : []),
            ...facts.map(
              ({ term, values }) => `${escaped(term)}${colon}${values.map(lineText).join(t('semicolon'))}`,
            ),
            ...lacks.map((lack) => bold(escaped(lack))),
            ...next.map(lineText),
          ];
          return [`${number}. ${escaped(title)}`, ...notes.map((note) => `   - ${note}`)].join('\n');
        })
        .join('\n');
    case 'prose':
      return block.source;
    case 'group':
      return [`### ${lineText(block.title)}`, ...inner(block.blocks)].filter(Boolean).join('\n\n');
    case 'more':
      return [`### ${escaped(block.summary)}`, ...inner(block.blocks)].filter(Boolean).join('\n\n');
    case 'chart':
    case 'standings':
    case 'tally':
    case 'loop':
    case 'cards':
    case 'board':
      return inner(boardInWords(block)).join('\n\n');
    case 'matrix':
    case 'scores':
    case 'circle':
    case 'signature':
      return inner(overviewInWords(block)).join('\n\n');
    case 'tree':
      return tree(block.nodes);
    default:
      // Pictures: what they show stands in words beside them.
      return '';
  }
}

function figures({ t }: View, all: readonly Figure[]): string {
  return all
    .map(
      ({ value, label, note }) =>
        `- ${lineText(label)}${t('colon')}**${escaped(value)}**${note ? t('brackets', { text: lineText(note) }) : ''}`,
    )
    .join('\n');
}

function list(all: readonly Item[], ordered: boolean): string {
  return all.map((item, index) => `${ordered ? `${index + 1}.` : '-'} ${itemText(item)}`).join('\n');
}

function itemText({ line, notes = [] }: Item): string {
  return [lineText(line), ...notes.map((note) => `  ${lineText(note)}`)].join('  \n');
}

function tree(nodes: readonly TreeNode[], indent = ''): string {
  return nodes
    .map(({ line, label, notes = [], aside, children }) => {
      const parts = [...(label ? [escaped(label)] : []), lineText(line), ...(aside ? [lineText(aside)] : [])];
      const rows = [parts.join(' · '), ...notes.map(lineText)];
      const own = rows.map((row, index) => `${indent}${index === 0 ? '- ' : '  '}${row}`).join('  \n');
      return children.length > 0 ? `${own}\n${tree(children, `${indent}  `)}` : own;
    })
    .join('\n');
}

function table([head, ...rows]: readonly (readonly string[])[]): string {
  if (!head) return '';
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}

function cellText(lines: readonly Line[]): string {
  return lines.map(lineText).join('<br>');
}

/** A line with its links. */
function lineText(line: Line): string {
  return line
    .map(({ text, href, tone }) => {
      const words = escaped(text);
      if (href) return `[${words}](${href.replace(/[()\s<>]/g, percent)})`;
      return tone === 'value' || tone === 'strong' ? bold(words) : words;
    })
    .join('');
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
}

/** Emphasis must not begin or end with a space, or its stars are shown. */
function bold(words: string): string {
  const [, before = '', inside = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(words) ?? [];
  return inside ? `${before}**${inside}**${after}` : words;
}

/** What an author wrote as text, on one line, without the power to be anything else. */
export function escaped(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>|#]/g, '\\$&')
    .replace(/^(\s*\d+)([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^(\s*)([-+~=])/, '$1\\$2');
}
