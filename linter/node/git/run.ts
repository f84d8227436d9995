import { spawnSync } from 'node:child_process';
import { devNull } from 'node:os';
import { GitError } from './failure.ts';

/** Longer than any sound repository takes; a file system that hangs must not hold CI for hours. */
const TIMEOUT = 120_000;

/** What a list of files or commits may take, in bytes: a million paths of 250 characters. */
export const MOST_OUTPUT = 256 * 1024 * 1024;

export interface Ran {
  /** Git's exit code. */
  code: number;
  out: Buffer;
  /** What Git complained of, in English. */
  complaint: string;
}

export interface RunOptions {
  /** Where Git looks for the repository, an existing folder. */
  cwd: string;
  input?: string;
  /** The most bytes of output; more is an error. */
  most?: number;
}

/**
 * Arguments that keep Git from running anything but itself, whatever the repository's own configuration
 * says: no hook, monitor, pager, signature check, external diff, text conversion or transport, and no
 * repository that lies as ordinary files in a checked-out tree. Filters (clean, smudge) run only where Git
 * reads or writes the working tree, which nothing here asks of it. Paths are taken as they are written.
 */
const hardened = [
  '--no-pager',
  '--no-optional-locks',
  '--literal-pathspecs',
  ...settings({
    'core.hooksPath': devNull,
    'core.fsmonitor': 'false',
    'core.pager': 'cat',
    'core.alternateRefsCommand': '',
    'diff.external': '',
    'log.showSignature': 'false',
    'log.mailmap': 'false',
    'protocol.allow': 'never',
    'safe.bareRepository': 'explicit',
  }),
];

function settings(values: Record<string, string>): string[] {
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** Git's variables that say who is trusted and how Git is installed; they come from the machine's user. */
const kept = /^GIT_(?:CONFIG_|EXEC_PATH$|CEILING_DIRECTORIES$|DISCOVERY_ACROSS_FILESYSTEM$)/;

/**
 * The environment Git runs in. What a hook sets (GIT_DIR, GIT_INDEX_FILE …) speaks of the folder the hook
 * runs in and not of the handbook's, so the repository is always looked for from the handbook. The system's
 * and the user's configuration stay, for `safe.directory` stands there; what could run a program is
 * overridden in `hardened`. Complaints are in English, so that they can be told apart.
 */
function environment(): Record<string, string | undefined> {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_') || kept.test(name));
  return {
    ...Object.fromEntries(own),
    LC_ALL: 'C',
    LANGUAGE: '',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_ATTR_NOSYSTEM: '1',
  };
}

/** Runs Git without a shell and waits. Throws a `GitError` where it cannot be run or answers without end. */
export function git(args: readonly string[], { cwd, input, most = MOST_OUTPUT }: RunOptions): Ran {
  const { status, stdout, stderr, error } = spawnSync('git', [...hardened, ...args], {
    cwd,
    env: environment(),
    input: input ?? '',
    maxBuffer: most,
    timeout: TIMEOUT,
    killSignal: 'SIGKILL',
    windowsHide: true,
  });
  if (error) throw failureOf((error as NodeJS.ErrnoException).code, most);
  return { code: status ?? -1, out: stdout, complaint: stderr.toString() };
}

function failureOf(code: string | undefined, most: number): GitError {
  if (code === 'ENOENT' || code === 'EACCES') return new GitError('noGit');
  if (code === 'ENOBUFS')
    return new GitError('tooLarge', { revision: 'HEAD', limit: Math.ceil(most / 1024 / 1024) });
  if (code === 'ETIMEDOUT') return new GitError('timeout', { seconds: TIMEOUT / 1000 });
  return new GitError('failed', { reason: code ?? 'unknown' });
}

/** The error for a command of Git that ended otherwise than expected while it read a revision. */
export function complaintOf({ complaint, code }: Ran, revision = 'HEAD'): GitError {
  if (/lazy fetching disabled|promisor/i.test(complaint)) return new GitError('incomplete', { revision });
  const line = complaint.split('\n').find((each) => each.startsWith('fatal: ') || each.startsWith('error: '));
  return new GitError('failed', { reason: line?.replace(/^\w+: /, '') ?? `exit code ${code}` });
}
