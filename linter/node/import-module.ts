import { pathToFileURL } from 'node:url';

/**
 * The default export of a module, or why there is none to be had. This runs the module: it may do whatever
 * its user may do.
 *
 * @param file absolute path of a JavaScript or TypeScript module
 */
export async function defaultExportOf(file: string): Promise<{ value: unknown } | { reason: string }> {
  try {
    const { default: value } = await import(/* @vite-ignore */ pathToFileURL(file).href);
    return { value };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}
