import { posix } from 'node:path';
import type { Element, Root } from 'hast';
import type { Entity } from '../../linter/index.ts';
import { isAsset } from '../data/assets.ts';
import { pageOf, type View } from '../data/view.ts';
import { walk } from './walk.ts';

/** Links to entities become links to their pages; pictures are the handbook's own or none. */
export function settleLinks(tree: Root, view: View, entity: Entity): void {
  walk(tree, (node) => {
    if (node.tagName === 'a' && !node.data?.settled) settleLink(node, view, entity);
    if (node.tagName === 'img') settleImage(node, view, entity);
    return undefined;
  });
}

/** Where the handbook's own pictures and files are published. */
export function assetHref(view: View, path: string): string {
  return `${view.base}${path.split('/').map(encodeURIComponent).join('/')}`;
}

// helpers

function settleLink(node: Element, view: View, entity: Entity): void {
  const href = String(node.properties.href ?? '');
  if (href.startsWith('#') || /^(?:https?|mailto|tel):/i.test(href)) return;
  const target = entityOf(href, view, entity);
  if (target) node.properties.href = target;
  // An address that leads to nothing here is no link, and a program in one even less.
  else unlink(node);
}

function entityOf(href: string, view: View, entity: Entity): string | undefined {
  const [key = '', part] = href.split('#');
  const named = /^[a-z][a-z-]*:[a-z0-9-]+$/.test(key) ? view.handbook.find(key) : undefined;
  const target = named ?? fileOf(key, view, entity);
  if (target?.sound) return view.href(pageOf(target), part);
  const asset = assetOf(key, view, entity);
  return asset && assetHref(view, asset);
}

const filesOf = new WeakMap<object, Map<string, Entity>>();

function fileOf(path: string, view: View, entity: Entity): Entity | undefined {
  let files = filesOf.get(view.handbook);
  if (!files) {
    files = new Map(view.handbook.entities.map((each) => [each.file, each]));
    filesOf.set(view.handbook, files);
  }
  return files.get(relative(path, entity));
}

function assetOf(path: string, view: View, entity: Entity): string | undefined {
  const file = relative(path, entity);
  return isAsset(view.handbook, file) ? file : undefined;
}

function relative(path: string, entity: Entity): string {
  return posix.join(posix.dirname(entity.file), safeDecode(path));
}

function safeDecode(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

function settleImage(node: Element, view: View, entity: Entity): void {
  const alt = String(node.properties.alt ?? '');
  const asset = assetOf(String(node.properties.src ?? ''), view, entity);
  if (asset) {
    node.properties = { src: assetHref(view, asset), alt };
    return;
  }
  node.tagName = 'span';
  node.properties = {};
  node.children = [{ type: 'text', value: alt }];
}

function unlink(node: Element): void {
  node.tagName = 'span';
  node.properties = {};
}
