import { readdirSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroPrerenderer } from 'astro';
import { StaticPaths } from 'astro/runtime/prerender/static-paths.js';

/** Makes the pages and files of the handbook that is open, as Astro does in its own build. */
export type Renderer = Pick<AstroPrerenderer, 'getStaticPaths' | 'render'>;

/** What a folder with a kept renderer holds: Astro's program, and what browsers load besides pages. */
export const parts = { program: 'program', assets: 'assets' } as const;

/** What Astro's program offers to its builds, as far as it is used here. */
interface AstroProgram {
  app: ConstructorParameters<typeof StaticPaths>[0] & {
    manifest: { base: string };
    baseWithoutTrailingSlash: string;
    logger: unknown;
    setInternals(internals: unknown): void;
    setOptions(options: unknown): void;
    render: Renderer['render'];
  };
}

/** A renderer in the folder where it was kept (bundle.ts). */
export class KeptRenderer {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The names of styles and scripts, which change with what they hold. */
  get assets(): string[] {
    return readdirSync(join(this.#folder, parts.assets, '_assets')).sort();
  }

  /** Puts what browsers load besides pages into the folder of a site. */
  async copyAssets(out: string): Promise<void> {
    await cp(join(this.#folder, parts.assets), out, { recursive: true });
  }

  /** @param base the path that the site is served under, with a slash at both ends */
  async open(base: string): Promise<Renderer> {
    const program = join(this.#folder, parts.program);
    const entry = readdirSync(program).find((name) => name.startsWith('prerender-entry'));
    if (!entry) throw new Error(`There is no program in "${program}".`);
    const { app }: AstroProgram = await import(pathToFileURL(join(program, entry)).href);
    // What a build of Astro's hands over: styles and scripts that Astro adds itself, of which there are none.
    app.setInternals({ pagesByKeys: new Map() });
    app.setOptions({ settings: { scripts: [] }, logger: app.logger });
    app.manifest.base = base;
    app.baseWithoutTrailingSlash = base.slice(0, -1);
    return {
      getStaticPaths: () => new StaticPaths(app).getAll(),
      render: (request, options) => app.render(request, options),
    };
  }
}
