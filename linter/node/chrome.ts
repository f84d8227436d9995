import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

const COMMANDS = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
];

const WINDOWS_PROGRAMS = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];

const MAC_PROGRAMS = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

/**
 * The path of a Chrome, Chromium or Edge on this machine, or undefined.
 *
 * `LOOPBOOK_CHROME` names the program outright; a wrong value there is an error, so that nobody tests
 * with another browser than the one they asked for. The value `packed` asks for none of the installed.
 */
export async function findInstalledChrome(
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): Promise<string | undefined> {
  const wanted = environment.LOOPBOOK_CHROME;
  if (wanted === 'packed') return undefined;
  if (wanted) {
    if (await isProgram(wanted)) return wanted;
    throw new Error(`LOOPBOOK_CHROME is "${wanted}", which is not a program that can be run.`);
  }
  for (const path of usualPlaces(environment, platform)) {
    if (await isProgram(path)) return path;
  }
  return undefined;
}

function usualPlaces(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): string[] {
  if (platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
      (name) => environment[name] ?? [],
    );
    return roots.flatMap((root) => WINDOWS_PROGRAMS.map((program) => join(root, program)));
  }
  if (platform === 'darwin') {
    const roots = ['/Applications', join(environment.HOME ?? '/', 'Applications')];
    return roots.flatMap((root) => MAC_PROGRAMS.map((program) => join(root, program)));
  }
  const folders = (environment.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = folders.flatMap((folder) => COMMANDS.map((command) => join(folder, command)));
  return [...onPath, '/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge'];
}

async function isProgram(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
