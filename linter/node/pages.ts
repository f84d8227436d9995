import { readdir } from 'node:fs/promises';

/** How many HTML pages a built site has. */
export async function countPages(folder: string): Promise<number> {
  const files = await readdir(folder, { recursive: true });
  return files.filter((file) => file.endsWith('.html')).length;
}
