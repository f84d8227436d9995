/** One file of a handbook before it is written: front matter or data, and for MDX a body. */
export interface Draft {
  path: string;
  data: Record<string, unknown>;
  body?: string;
}
