import { afterAll, expect, test } from 'vitest';
import { historyOf, repositoryOf } from '../../linter/node.ts';
import { removeFolders } from '../cli/cli.ts';
import { gitIn, repositoryWith, shallowClone } from './repository.ts';

afterAll(removeFolders);

const waiter = 'Waiter <waiter@example.com>';

test('the last change of each file, its author, and when it came', async () => {
  const repository = repositoryWith({ 'a.yaml': 'a', 'roles/前厅\n"x".yaml': 'b', 'gone.yaml': 'c' });
  const second = repository.commit(
    { 'a.yaml': 'A', 'gone.yaml': null },
    { date: '2026-06-01', author: waiter },
  );
  repository.write({ '../elsewhere.txt': 'not of the handbook', 'new.yaml': 'never committed' });
  const { commit, complete, files } = await historyOf(repositoryOf(repository.root));
  expect(commit).toBe(second);
  expect(complete).toBe(true);
  expect([...files.keys()].sort()).toEqual(['a.yaml', 'roles/前厅\n"x".yaml']);
  expect(files.get('a.yaml')).toEqual({
    commit: second,
    changed: '2026-06-01',
    author: waiter,
    created: '2026-05-04',
  });
  expect(files.get('roles/前厅\n"x".yaml')).toMatchObject({ changed: '2026-05-04', created: '2026-05-04' });
});

test('a file that only moved was not changed; one of its old name is another', async () => {
  const repository = repositoryWith({ 'a.yaml': 'a', 'd.yaml': 'd' });
  repository.commit({ 'a.yaml': 'A' }, { date: '2026-05-10', author: waiter });
  repository.commit({ 'a.yaml': null, 'roles/b.yaml': 'A' }, { date: '2026-06-01' });
  repository.commit({ 'roles/b.yaml': null, 'roles/c.yaml': 'A', 'd.yaml': null }, { date: '2026-06-02' });
  repository.commit({ 'a.yaml': 'another', 'd.yaml': 'again' }, { date: '2026-06-03' });
  const { files } = await historyOf(repositoryOf(repository.root));
  const dates = [...files].map(([path, { changed, created }]) => [path, changed, created]);
  expect(dates.sort()).toEqual([
    ['a.yaml', '2026-06-03', '2026-06-03'],
    ['d.yaml', '2026-06-03', '2026-05-04'],
    ['roles/c.yaml', '2026-05-10', '2026-05-04'],
  ]);
  expect(files.get('roles/c.yaml')?.author).toBe(waiter);
});

test('as of an older revision', async () => {
  const repository = repositoryWith({ 'a.yaml': 'a' });
  repository.commit({ 'a.yaml': 'A', 'b.yaml': 'b' }, { date: '2026-06-01' });
  const { files } = await historyOf(repositoryOf(repository.root), 'HEAD~1');
  expect([...files].map(([path, { changed }]) => [path, changed])).toEqual([['a.yaml', '2026-05-04']]);
});

test('changes on both sides of a merge, and a file that came back', async () => {
  const repository = repositoryWith({ 'a.yaml': 'a', 'b.yaml': 'b' });
  repository.git('checkout', '--quiet', '-b', 'work');
  repository.commit({ 'a.yaml': 'A' }, { date: '2026-06-01' });
  repository.git('checkout', '--quiet', 'main');
  repository.commit({ 'b.yaml': null }, { date: '2026-06-02' });
  repository.commit({ 'b.yaml': 'again' }, { date: '2026-06-03' });
  gitIn(repository.top, ['merge', '--quiet', '--no-edit', 'work'], { date: '2026-06-04' });
  const { files } = await historyOf(repositoryOf(repository.root));
  expect(files.get('a.yaml')?.changed).toBe('2026-06-01');
  expect(files.get('b.yaml')).toMatchObject({ changed: '2026-06-03', created: '2026-05-04' });
});

test('names and authors cannot pass for commits', async () => {
  const id = 'a'.repeat(40);
  const repository = repositoryWith({ [id]: 'x', M: 'x', '\nM': 'x', [`${id}\nA`]: 'x', A: 'x' });
  repository.commit({ A: 'y' }, { author: `M ${id} <A>`, date: '2026-07-01' });
  const { files } = await historyOf(repositoryOf(repository.root));
  expect([...files.keys()].sort()).toEqual(['\nM', 'A', 'M', id, `${id}\nA`].sort());
  expect(files.get('A')).toMatchObject({ author: `M ${id} <A>`, changed: '2026-07-01' });
});

test('a shallow clone says nothing of what its oldest commits hold', async () => {
  const repository = repositoryWith({ 'a.yaml': 'a', 'b.yaml': 'b' });
  repository.commit({ 'b.yaml': 'B' }, { date: '2026-06-01' });
  repository.commit({ 'a.yaml': 'A' }, { date: '2026-06-02' });
  const clone = shallowClone(repository, '--single-branch', 2);
  const { complete, files } = await historyOf(repositoryOf(clone.root));
  expect(complete).toBe(false);
  expect([...files].map(([path, { changed }]) => [path, changed])).toEqual([['a.yaml', '2026-06-02']]);
});
