/** What Git remembers of a handbook, given to the core as a value. Paths are relative to the handbook's root. */
export interface History {
  /** The commit that is checked out, 40 or 64 hexadecimal digits. */
  commit: string;
  /** False in a shallow clone: older changes are then unknown, not absent. */
  complete: boolean;
  /** By path; files that were never committed are absent. */
  files: ReadonlyMap<string, FileHistory>;
}

export interface FileHistory {
  /** The last commit that changed the file. */
  commit: string;
  /** Its date, `YYYY-MM-DD` in the author's time zone. */
  changed: string;
  /** Its author, as Git has it. */
  author: string;
  /** When the file first appeared, as far as the history reaches. */
  created: string;
}
