/** One change of the text of a file. */
export interface Edit {
  file: string;
  /** Text that stands once in the file, or a pattern that occurs in it, replaced wherever it matches. */
  find: string | RegExp;
  replace: string;
}

/** How a rule is broken in the example handbook, and what the finding then marks. */
export interface Break extends Edit {
  rule: string;
  /** Further edits, where one place alone does not break the rule. */
  also?: Edit[];
  /** What the finding's range quotes; may lie in another file. */
  quoted: string;
  /** Where the finding is, if not in the changed file. */
  inFile?: string;
  /** A new path for the file, where the name is what breaks. */
  rename?: string;
  /** How many findings of other rules may come with it, if more than two; with the reason. */
  others?: number;
  because?: string;
}
