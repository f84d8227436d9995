import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { diskSource } from '../../linter/node.ts';
import { cli, folderOf, removeFolders } from '../cli/cli.ts';
import { repositoryWith, type TestRepository } from '../git/repository.ts';

const starter = join(import.meta.dirname, '../../linter/starters/restaurant');
const files = Object.fromEntries(
  diskSource(starter).map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)]),
);
const sop = Object.keys(files).find((path) => /^sops\/[\w-]+\.zh-CN\.mdx$/.test(path))!;
// Where files can be seen as they were, pages link to them.
files['loopbook.yaml'] += '\nrepository:\n  url: https://git.example/handbook\n';
const sopPage = `zh-CN/${sop.replace('.zh-CN.mdx', '')}/index.html`;

let repository: TestRepository;
const out = join(folderOf({}), 'site');
const cache = folderOf({});

beforeAll(async () => {
  repository = repositoryWith(files);
  await build(out, ['--cache-dir', cache]);
}, 300_000);

afterAll(removeFolders);

describe('a build after one changed file', () => {
  test('leaves the pages that come out the same as they lie there, and ends like a build from nothing', async () => {
    const before = written(out);
    repository.commit({ [sop]: `${files[sop]}\n请面带微笑。\n` }, { date: '2026-11-19' });
    await build(out, ['--cache-dir', cache]);
    const anew = join(folderOf({}), 'site');
    await build(anew, ['--no-cache']);
    expect(pagesOf(out)).toEqual(pagesOf(anew));
    expect(fragmentsOf(out)).toEqual(fragmentsOf(anew));
    const after = written(out);
    const stayed = [...before].filter(([file, time]) => after.get(file) === time).map(([file]) => file);
    expect(stayed).not.toContain(sopPage);
    expect(readFileSync(join(out, sopPage), 'utf8')).toContain('请面带微笑。');
    const ofEntities = [...before.keys()].filter((file) =>
      /^(?:[\w-]+\/)?(?:roles|processes|metrics|sops)\/[\w-]+\//.test(file),
    );
    expect(stayed.filter((file) => ofEntities.includes(file)).length).toBeGreaterThan(ofEntities.length / 2);
  }, 300_000);

  test('makes a page anew whose first version is another since more was committed on its day', async () => {
    const first = repository.git('log', '--reverse', '--format=%cs').split('\n')[0]!;
    const [role, other] = Object.keys(files).filter((path) => /^roles\/[\w-]+\.yaml$/.test(path));
    const readAgain = (path: string) => ({ [path]: `${files[path]}# Read once more.\n` });
    repository.commit(readAgain(role!), { date: '2026-11-19' });
    await build(out, ['--cache-dir', cache]);
    repository.commit(readAgain(other!), { date: first });
    await build(out, ['--cache-dir', cache]);
    const anew = join(folderOf({}), 'site');
    await build(anew, ['--no-cache']);
    expect(pagesOf(out)).toEqual(pagesOf(anew));
  }, 300_000);

  test('makes a page anew that somebody changed or deleted meanwhile', async () => {
    const [role, metric] = [/^roles\/[\w-]+\/index\.html$/, /^metrics\/[\w-]+\/index\.md$/].map(
      (pattern) => [...written(out).keys()].find((file) => pattern.test(file))!,
    );
    const before = pagesOf(out);
    writeFileSync(join(out, role!), '<p>somebody else</p>');
    writeFileSync(join(out, metric!), '');
    await build(out, ['--cache-dir', cache]);
    expect(pagesOf(out)).toEqual(before);
  }, 300_000);

  test('makes every page anew for another day, which all of them name', async () => {
    const before = written(out);
    await build(out, ['--cache-dir', cache], '2026-11-21');
    const after = written(out);
    const stayed = [...before].filter(([file, time]) => file.endsWith('.html') && after.get(file) === time);
    expect(stayed).toEqual([]);
  }, 300_000);
});

// helpers

async function build(folder: string, flags: string[], today = '2026-11-20'): Promise<void> {
  const given = ['build', '--root', repository.root, '--out', folder, '--today', today];
  const { code, err } = await cli([...given, ...flags], { env: { PATH: process.env.PATH ?? '' } });
  expect(code, err).toBe(0);
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => relative(folder, join(each.parentPath, each.name)).split(sep).join('/'))
    .sort();
}

/** When each file was written, in nanoseconds. */
function written(folder: string): Map<string, bigint> {
  return new Map(
    filesIn(folder).map((file) => [file, statSync(join(folder, file), { bigint: true }).mtimeNs]),
  );
}

/** All that is published but the index of texts, whose numbers go by the order in which pages came. */
function pagesOf(folder: string): Record<string, string> {
  const own = filesIn(folder).filter((file) => !/^(?:pagefind\/|\.loopbook-site$)/.test(file));
  return Object.fromEntries(own.map((file) => [file, readFileSync(join(folder, file), 'base64')]));
}

/** What the index holds of each page; the files are named after a digest of it. */
function fragmentsOf(folder: string): string[] {
  return filesIn(join(folder, 'pagefind')).filter((file) => file.includes('/fragment/'));
}
