import type { Problem } from '../model/finding.ts';
import { decode } from '../parse/decode.ts';
import { type FilePlace, placeOf } from '../parse/layout.ts';
import { ProblemCollector } from '../parse/problem.ts';
import type { FileFacts } from './facts.ts';
import type { Reads } from './reads.ts';
import type { SourceFile } from './source.ts';

/** What is known of a file without parsing it, from an earlier run that found the same bytes. */
export interface FileSummary {
  sound: boolean;
  /** Whether the schema or the YAML parser found fault in it. */
  faulty: boolean;
  /** Former ids of its entity. */
  aliases: readonly string[];
  /** The status that its entity states. */
  status: unknown;
  problems: Problem[];
  directives?: FileFacts['directives'];
}

export interface FileReading {
  reads: Reads;
  /** The locales that files are checked against. */
  locales: readonly string[];
  find(file: SourceFile): FileFacts;
}

/** A file of a handbook, which is parsed when its facts are first asked for. */
export class HandbookFile {
  readonly index: number;
  readonly source: SourceFile;
  readonly reads: Reads;
  /** The facts as others see them: who looks at them is noted. */
  readonly view: FileFacts;
  readonly #reading: FileReading;
  #facts: FileFacts | undefined;
  #summary: FileSummary | undefined;
  #text: string | undefined;

  constructor(index: number, source: SourceFile, reading: FileReading, summary: FileSummary | undefined) {
    this.index = index;
    this.source = source;
    this.reads = reading.reads;
    this.#reading = reading;
    this.#summary = summary;
    this.view = new FileView(this);
  }

  get path(): string {
    return this.source.path;
  }

  /** Told by the path alone. */
  get place(): FilePlace | undefined {
    if (this.#facts || !this.#summary) return this.facts.place;
    return placeOf(this.path, this.#reading.locales, new ProblemCollector(this.path));
  }

  /** The facts, with no note of it. */
  get facts(): FileFacts {
    this.#facts ??= this.#reading.find(this.source);
    return this.#facts;
  }

  /** The facts, noted as read. */
  read(): FileFacts {
    this.reads.note(this.index);
    return this.facts;
  }

  note(): void {
    this.reads.note(this.index);
  }

  get summary(): FileSummary {
    this.#summary ??= summaryOf(this.facts);
    return this.#summary;
  }

  get text(): string | undefined {
    if (this.#facts) return this.#facts.text;
    this.#text ??= this.#decode();
    return this.#text;
  }

  #decode(): string | undefined {
    const { bytes, unreadable } = this.source;
    const role = this.place?.role;
    if (!bytes || unreadable || !role || role === 'asset' || role === 'ignored') return undefined;
    return decode(bytes, new ProblemCollector(this.path))?.text;
  }
}

// helpers

function summaryOf({ sound, data, problems, place, directives }: FileFacts): FileSummary {
  const faulty = problems.some(({ rule }) => rule === 'syntax/schema' || rule === 'syntax/yaml');
  const aliases = place?.role === 'entity' ? ((data?.aliases ?? []) as unknown[]).map(String) : [];
  const status = place?.role === 'entity' ? data?.status : undefined;
  return { sound, faulty, aliases, status, problems, ...(directives && { directives }) };
}

/** Facts that note who reads them, and find no more of themselves than is read. */
class FileView implements FileFacts {
  readonly #file: HandbookFile;

  constructor(file: HandbookFile) {
    this.#file = file;
  }

  get path(): FileFacts['path'] {
    return this.#file.path;
  }

  get place(): FileFacts['place'] {
    return this.#file.place;
  }

  get text(): FileFacts['text'] {
    this.#file.note();
    return this.#file.text;
  }

  get problems(): FileFacts['problems'] {
    this.#file.note();
    return this.#file.summary.problems;
  }

  get directives(): FileFacts['directives'] {
    this.#file.note();
    return this.#file.summary.directives;
  }

  get data(): FileFacts['data'] {
    return this.#file.read().data;
  }

  get spans(): FileFacts['spans'] {
    return this.#file.read().spans;
  }

  get sound(): FileFacts['sound'] {
    return this.#file.read().sound;
  }

  get body(): FileFacts['body'] {
    return this.#file.read().body;
  }

  get observations(): FileFacts['observations'] {
    return this.#file.read().observations;
  }

  get baseline(): FileFacts['baseline'] {
    return this.#file.read().baseline;
  }

  get digest(): FileFacts['digest'] {
    return this.#file.read().digest;
  }
}
