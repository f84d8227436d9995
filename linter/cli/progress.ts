import type { Stopwatch } from '../engine/lint.ts';
import { type Language, render } from '../model/message.ts';
import type { Io } from './io.ts';
import { cliMessages } from './messages.ts';

/** Whoever waits less need not be told. */
const PATIENCE = 1000;
const EVERY = 100;
const ERASE = '\r\u001b[2K';

/** A line on the terminal that says how far a long run has come. It is shown to people only, and erased. */
export class Progress {
  readonly #io: Io;
  readonly #language: Language;
  readonly #wanted: boolean;
  #next = performance.now() + PATIENCE;
  #shown = false;
  #files = 0;
  #rules = 0;

  constructor(io: Io, language: Language) {
    this.#io = io;
    this.#language = language;
    this.#wanted = (io.errorTerminal ?? false) && !io.env.CI && io.env.TERM !== 'dumb';
  }

  /** One more file has been read. */
  file(): void {
    this.#files++;
    this.#show('readingFiles', this.#files);
  }

  /** A stopwatch that also tells how many rules are through. */
  watch({ now, record }: Stopwatch): Stopwatch {
    return {
      now,
      record: (rule, milliseconds) => {
        record(rule, milliseconds);
        this.#rules++;
        this.#show('runningRules', this.#rules);
      },
    };
  }

  end(): void {
    if (this.#shown) this.#io.err(ERASE);
    this.#shown = false;
  }

  #show(message: 'readingFiles' | 'runningRules', count: number): void {
    if (!this.#wanted || performance.now() < this.#next) return;
    this.#next = performance.now() + EVERY;
    this.#shown = true;
    this.#io.err(`${ERASE}${render(cliMessages[message], { count }, this.#language)}`);
  }
}
