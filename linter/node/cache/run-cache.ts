/**
 * Keeps what one run of the linter leaves to the next (engine/memory.ts) in a file of the user's.
 *
 * Whom it trusts: nobody but this user. The author of a pull request controls every byte of the tree, so what
 * lies in the handbook, or in the repository around it, is never used as a cache: it could say that a finding
 * is not there. The file lies in the user's own cache folder, must be theirs, and counts only if this very
 * program wrote it, for this folder and these options, and not a byte of it changed since. Whatever else is
 * found there counts as nothing found, and everything is computed. The checksum guards against accidents; who
 * can write this user's files needs no cache to lie to them.
 */
import { hash, randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Memory } from '../../engine/memory.ts';
import type { FileSource, SourceFile } from '../../graph/source.ts';
import { programDigest } from './program.ts';

const MAGIC = Buffer.from('loopbook run 1\n\0');
const DIGEST = 32;
const HEAD = MAGIC.length + 2 * DIGEST;

/** The largest file that is read or written, in bytes: ten times what 20,000 entities need. */
const LARGEST = 512 * 1024 * 1024;

/** How many handbooks a folder remembers. */
const MOST_FILES = 20;

export interface RunCacheOptions {
  /** Where the user's caches lie; outside the tree. */
  folder: string;
  /** The handbook's folder. */
  root: string;
  /** What the run is for, where it is not to lint: each purpose keeps its own. */
  purpose?: string;
  /** What else decides what comes of it, as plain values. */
  options: unknown;
  /** Runs over fewer files are not kept. */
  leastFiles: number;
}

export class RunCache {
  readonly file: string;
  readonly #key: Buffer;

  readonly #leastFiles: number;

  constructor({ folder, root, purpose = '', options, leastFiles }: RunCacheOptions) {
    const real = realpathSync(root);
    this.file = join(folder, `${hash('sha256', purpose + real).slice(0, 32)}.run`);
    this.#key = sha256(JSON.stringify([programDigest(), real, options]));
    this.#leastFiles = leastFiles;
  }

  /** What the last run left; undefined where there is nothing to be trusted. Never throws. */
  read(): Memory | undefined {
    try {
      const bytes = readOwn(this.file);
      const key = bytes.subarray(MAGIC.length, MAGIC.length + DIGEST);
      const sum = bytes.subarray(MAGIC.length + DIGEST, HEAD);
      const content = bytes.subarray(HEAD);
      if (!bytes.subarray(0, MAGIC.length).equals(MAGIC) || !key.equals(this.#key)) return undefined;
      return sha256(content).equals(sum) ? deserialize(content) : undefined;
    } catch {
      return undefined;
    }
  }

  /**
   * Writes what the next run may use, whole or not at all. Where that fails the next run is slower and
   * nothing else: there is nothing to say to the user.
   *
   * @returns whether it was written
   */
  write(memory: Memory): boolean {
    if (memory.handbook.files.length < this.#leastFiles) return false;
    const draft = `${this.file}.${process.pid}-${randomBytes(6).toString('hex')}.part`;
    try {
      const content = serialize(memory);
      if (content.length > LARGEST) return false;
      mkdirSync(dirname(this.file), { recursive: true, mode: 0o700 });
      const bytes = Buffer.concat([MAGIC, this.#key, sha256(content), content]);
      writeFileSync(draft, bytes, { flag: 'wx', mode: 0o600 });
      renameSync(draft, this.file);
      forgetOldest(dirname(this.file));
      return true;
    } catch {
      removeIfPossible(draft);
      return false;
    }
  }
}

/** The files with their digests, by which a later run knows which of them changed. */
export function withDigests(source: FileSource): SourceFile[] {
  return source.map((file) => ({
    ...file,
    digest: file.bytes ? hash('sha256', file.bytes, 'base64url') : JSON.stringify(file.unreadable ?? null),
  }));
}

/** SHA-256 in hexadecimal digits, by the system's library. */
export function digestOf(text: string): string {
  return hash('sha256', text);
}

// helpers

function sha256(content: string | Buffer): Buffer {
  return hash('sha256', content, 'buffer');
}

/** A plain file of this user's; links are not followed, and a pipe is not waited for. Throws for all else. */
function readOwn(path: string): Buffer {
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
  const handle = openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  try {
    const info = fstatSync(handle);
    const isOwn = process.getuid === undefined || info.uid === process.getuid();
    if (!info.isFile() || !isOwn || info.size < HEAD || info.size > LARGEST) throw new Error('not a cache');
    return readFileSync(handle);
  } finally {
    closeSync(handle);
  }
}

function removeIfPossible(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // It was never made.
  }
}

function forgetOldest(folder: string): void {
  const names = readdirSync(folder).filter((name) => /^[0-9a-f]{32}\.run(?:\.[\w-]+\.part)?$/.test(name));
  if (names.length <= MOST_FILES) return;
  const files = names.map((name) => ({ name, time: statSync(join(folder, name)).mtimeMs }));
  files.sort((a, b) => b.time - a.time);
  for (const { name } of files.slice(MOST_FILES)) rmSync(join(folder, name), { force: true });
}
