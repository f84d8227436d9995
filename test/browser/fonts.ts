import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { CACHE, cachedFolder } from './cache.ts';

/** Noto Sans in Simplified Chinese, in five weights; many Linux machines have no Chinese font at all. */
const CHINESE_FONTS = '@embedpdf/fonts-sc';

/**
 * The environment that lets a browser on Linux see, beside the machine's own fonts, our Chinese one and
 * those in `folder`. On other systems nothing is needed: they come with Chinese fonts.
 */
export async function fontEnvironment(folder?: string): Promise<Record<string, string>> {
  if (process.platform !== 'linux') return {};
  const folders = [folder, chineseFonts()].filter((path) => path !== undefined);
  return environmentOf(fontSettings(folders, MACHINE));
}

/**
 * The environment in which a browser on Linux has only the fonts of npm packages: Latin in the Open Sans of
 * `folder`, Chinese in Noto Sans, whatever the machine has. Throws without the Chinese font.
 */
export async function pinnedFontEnvironment(folder: string): Promise<Record<string, string>> {
  const chinese = chineseFonts();
  if (!chinese) throw new Error(`The package ${CHINESE_FONTS} is missing: install the dependencies again.`);
  return environmentOf(fontSettings([folder, chinese], PINNED));
}

// helpers

/** What the machine itself has. */
const MACHINE = '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>';
/** Whatever a style sheet calls the system's own font is ours, drawn without the machine's preferences. */
const PINNED = `${['system-ui', 'ui-sans-serif', 'sans-serif', 'ui-monospace', 'monospace']
  .map(
    (family) =>
      `<match target="pattern"><test name="family"><string>${family}</string></test><edit name="family" mode="prepend" binding="strong"><string>Open Sans</string></edit></match>`,
  )
  .join('\n  ')}
  <match target="font">
    <edit name="antialias" mode="assign"><bool>true</bool></edit>
    <edit name="hinting" mode="assign"><bool>false</bool></edit>
    <edit name="rgba" mode="assign"><const>none</const></edit>
  </match>`;

async function environmentOf(text: string): Promise<Record<string, string>> {
  const name = createHash('sha256').update(text).digest('hex').slice(0, 12);
  const settings = await cachedFolder(`fonts-${name}`, (into) => writeFile(join(into, 'fonts.conf'), text));
  return { FONTCONFIG_FILE: join(settings, 'fonts.conf') };
}

/** Without the package the browser still starts; Chinese may then show as boxes. */
function chineseFonts(): string | undefined {
  try {
    return join(dirname(createRequire(import.meta.url).resolve(CHINESE_FONTS)), '..', 'fonts');
  } catch {
    return undefined;
  }
}

/** Our font also answers to the name that style sheets use for Noto's Chinese sans. */
function fontSettings(folders: readonly string[], more: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <cachedir>${escapeXml(CACHE)}font-index</cachedir>
  ${more}
${folders.map((folder) => `  <dir>${escapeXml(folder)}</dir>`).join('\n')}
  <match target="scan">
    <test name="family"><string>Noto Sans S Chinese</string></test>
    <edit name="family" mode="append"><string>Noto Sans CJK SC</string></edit>
  </match>
</fontconfig>
`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
