import { expect, test } from 'vitest';
import { hrefOf, pagesOf, pathOf } from '../../site/data/routes.ts';
import { teaView } from './tea-house.ts';

test('the default locale lies at the root, the others in their folder, all under the base', () => {
  expect(hrefOf('/', undefined, '')).toBe('/');
  expect(hrefOf('/', 'en', '')).toBe('/en/');
  expect(hrefOf('/handbook/', undefined, 'roles/server')).toBe('/handbook/roles/server/');
  expect(hrefOf('/handbook/', 'en', 'roles/server')).toBe('/handbook/en/roles/server/');
});

test('every entity, every kind that has entries and every rule has a page', () => {
  const { handbook } = teaView('en');
  const paths = pagesOf(handbook, ['flow/sound'], ['authority']).map(pathOf);
  expect(paths).toContain('');
  expect(paths).toContain('company');
  expect(paths).toContain('roles/server');
  expect(paths).toContain('sops');
  expect(paths).toContain('rules/flow/sound');
  expect(paths).not.toContain('tools');
  expect(new Set(paths).size).toBe(paths.length);
});

test('what did not parse has no page and is not linked to', () => {
  const view = teaView('en', { 'roles/manager.yaml': 'name: [\n' });
  expect(pagesOf(view.handbook, [], []).map(pathOf)).not.toContain('roles/manager');
  const server = view.handbook.get('role', 'server')!;
  expect(view.ref(server, '/reportsTo')?.href).toBeUndefined();
});
