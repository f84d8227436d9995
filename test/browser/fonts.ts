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
  const text = fontSettings(folders);
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
function fontSettings(folders: readonly string[]): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <cachedir>${escapeXml(CACHE)}font-index</cachedir>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
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
