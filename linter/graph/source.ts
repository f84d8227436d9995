/** Why a file could not be read, as its source (disk, Git, memory) found it. */
export type Unreadable =
  | { reason: 'denied' | 'vanished' | 'not-a-file' | 'outside-root' | 'dead-link' }
  | { reason: 'too-large'; size: number; limit: number };

/** One file of a handbook: its path relative to the root, with `/`, and its bytes or why there are none. */
export interface SourceFile {
  path: string;
  bytes?: Uint8Array;
  unreadable?: Unreadable;
  /** Of the bytes, or of why there are none, by a hash function that nobody can find two files for. */
  digest?: string;
}

/** Where a handbook's files come from: a disk, a Git revision, memory, an editor. Sorted by path. */
export type FileSource = readonly SourceFile[];
