import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { cachedFolder } from './cache.ts';

const ARCHIVES = ['chromium.br', 'swiftshader.tar.br', 'al2023.tar.br', 'fonts.tar.br'];

/** An unpacked browser: the program, the folder of shared libraries it needs, the folder of its fonts. */
export interface PackedChromium {
  readonly program: string;
  readonly libraries: string;
  readonly fonts: string;
}

/**
 * Unpacks the Chromium of the package `@sparticuz/chromium`, once for each version, into
 * `node_modules/.cache/loopbook` (about 210 MB), and says where it lies.
 *
 * The package holds a Linux x64 program and, as it is made for bare server images, the few libraries
 * (NSS, NSPR, Expat) that such an image lacks. Throws on any other machine.
 */
export async function unpackChromium(): Promise<PackedChromium> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'No Chrome, Chromium or Edge found, and the packed Chromium runs on Linux x64 only. ' +
        'Install one of them, or set LOOPBOOK_CHROME to the path of one.',
    );
  }
  const root = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..');
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  const folder = await cachedFolder(`chromium-${version}`, (into) => inflateAll(join(root, 'bin'), into));
  return {
    program: join(folder, 'chromium'),
    libraries: join(folder, 'al2023', 'lib'),
    fonts: join(folder, 'fonts', 'fonts'),
  };
}

async function inflateAll(bin: string, into: string): Promise<void> {
  const { inflate } = await import('@sparticuz/chromium');
  // `inflate` picks its target, the system's temporary folder, in the moment it is called.
  const before = process.env.TMPDIR;
  process.env.TMPDIR = into;
  const inflated = ARCHIVES.map((archive) => inflate(join(bin, archive)));
  if (before === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = before;
  await Promise.all(inflated);
}
