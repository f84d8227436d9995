/** What a command needs of the process; tests pass their own. */
export interface Io {
  cwd: string;
  env: Record<string, string | undefined>;
  /** Results: alone what was asked for, so that it can be piped. */
  out(text: string): void;
  /** Everything else. */
  err(text: string): void;
  /** Whether results go to a terminal, and how wide it is. */
  terminal: boolean;
  columns: number;
  /** Whether everything else goes to a terminal. */
  errorTerminal?: boolean;
  /** Tells the process of Loopbook that began this one; absent where none did. */
  tell?(message: unknown): void;
  /** Reads the standard input to its end. */
  input?(): Promise<Uint8Array>;
}

/** 0: nothing found. 1: findings. 2: the tool could not do its job. */
export type ExitCode = 0 | 1 | 2;

/** A failure the user can mend: printed as it is, without a stack, exit code 2. */
export class UserError extends Error {}
