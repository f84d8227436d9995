import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageRoot } from '../package.ts';

/**
 * A digest of the program that runs: its code, not only its version, so that a changed rule never meets what
 * an older one left; the versions of what it stands on; and Node, whose regular expressions and dates it uses.
 */
export function programDigest(): string {
  const root = fileURLToPath(packageRoot);
  const isCompiled = !import.meta.url.endsWith('.ts');
  const folder = join(root, isCompiled ? 'lib/cli' : 'linter');
  const files = readdirSync(folder, { recursive: !isCompiled, withFileTypes: true })
    .filter((each) => each.isFile() && /\.(?:js|ts)$/.test(each.name))
    .map((each) => join(each.parentPath, each.name))
    .sort();
  const digests = [join(root, 'package.json'), ...files].map((file) => hash('sha256', readFileSync(file)));
  return hash('sha256', JSON.stringify([process.versions, process.arch, ...digests]));
}

/** A digest of what pages are drawn with, which `programDigest` leaves out. */
export function siteDigest(): string {
  const folder = join(fileURLToPath(packageRoot), 'site');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name))
    .sort();
  return hash('sha256', JSON.stringify(files.map((file) => hash('sha256', readFileSync(file)))));
}

/** A digest of all that a renderer of pages is bundled from, in a checkout. */
export function rendererDigest(): string {
  return hash('sha256', programDigest() + siteDigest(), 'hex').slice(0, 32);
}
