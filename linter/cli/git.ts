import { type Language, render } from '../model/message.ts';
import { GitError } from '../node.ts';
import { UserError } from './io.ts';

/** Asks Git something; what it cannot tell becomes a user's error in their language. */
export async function askGit<Answer>(
  language: Language,
  ask: () => Answer | Promise<Answer>,
): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof GitError) throw new UserError(render(error.template, error.data, language));
    throw error;
  }
}
