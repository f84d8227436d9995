import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FilesWritten, FileToWrite } from './file-worker.ts';

const worker = new URL(
  import.meta.url.endsWith('.ts') ? 'file-worker.ts' : 'file-worker.js',
  import.meta.url,
);

/** Writes files in a thread of its own: a site has many, and making a page need not wait for the disk. */
export class FileWriter {
  readonly #folder: string;
  readonly #worker = new Worker(worker);

  /** @param folder what the paths of files are relative to */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** @param content bytes are handed over: they can no more be used here */
  write(path: string, content: string | Uint8Array<ArrayBuffer>): void {
    const file: FileToWrite = { path: join(this.#folder, path), content };
    this.#worker.postMessage(file, typeof content === 'string' ? [] : [content.buffer]);
  }

  /** Settles when all so far is written. Rejects with the system's error where a file could not be. */
  async written(): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<FilesWritten>();
    this.#worker.once('message', resolve).once('error', reject);
    this.#worker.postMessage(undefined);
    const { failure } = await promise.finally(() => this.#worker.off('error', reject));
    if (failure) throw Object.assign(new Error(failure.message), { code: failure.code });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#worker.terminate();
  }
}
