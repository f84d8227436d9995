import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parentPort } from 'node:worker_threads';

/** A file to be written; undefined asks for a word when all before it are. */
export type FileToWrite = { path: string; content: string | Uint8Array } | undefined;

/** What became of the files so far; with the system's code where one could not be written. */
export type FilesWritten = { failure?: { message: string; code: string | undefined } };

const port = parentPort!;
// Most files lie beside another, in a folder that is there.
const folders = new Set<string>();
let failure: FilesWritten['failure'];

port.on('message', (file: FileToWrite) => {
  if (!file) port.postMessage({ ...(failure && { failure }) } satisfies FilesWritten);
  else if (!failure) write(file);
});

function write({ path, content }: NonNullable<FileToWrite>): void {
  try {
    const folder = dirname(path);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    writeFileSync(path, content);
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    failure = { message, code };
  }
}
