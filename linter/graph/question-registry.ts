/** How the answer to a question about a handbook is found. */
export interface Question {
  find(handbook: unknown, entity: unknown): unknown;
  /** Whether the answer itself can be kept from run to run; of others a print of it is. */
  plain: boolean;
}

/** Every question there is, by name: question.ts puts them here when their files are loaded. */
export const questions = new Map<string, Question>();
