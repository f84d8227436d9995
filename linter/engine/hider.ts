import type { Handbook } from '../graph/handbook.ts';
import type { Location, Suppression } from '../model/finding.ts';
import type { MessageData } from '../model/message.ts';
import type { SuppressionEntry } from '../model/suppression.ts';
import type { suppressionMessages } from '../parse/suppression-messages.ts';
import type { RegisteredRule } from '../rules/rule.ts';
import type { Config } from './config.ts';
import type { NamedProblem } from './fingerprint.ts';

/** What hides a problem, before places become lines and columns. */
export interface Hidden {
  kind: Suppression['kind'];
  reason?: string;
  until?: string;
  at: Location;
}

/** A `SuppressionEntry` before places become lines and columns. */
export type PlacedEntry = Omit<SuppressionEntry, 'at'> & { at: Location };

/** A problem of the suppressions themselves. */
export interface SuppressionProblem {
  messageId: keyof typeof suppressionMessages;
  data: MessageData;
  at: Location;
  subject: string;
  /** Errors stay errors; what merely lies about is as severe as the preset makes a warning. */
  severity: 'error' | 'warning';
}

/** What a hider needs to know. */
export interface SuppressContext {
  handbook: Handbook;
  /** Every rule there is, the company's own among them. */
  rules: readonly RegisteredRule[];
  config: Config;
  /** The words of a reason that is written in several languages. */
  say(text: unknown): string;
}

/** One of the three ways of hiding findings. Asked about every problem first, about itself afterwards. */
export interface Hider {
  hide(named: NamedProblem): Hidden | undefined;
  problems(): SuppressionProblem[];
  entries(): PlacedEntry[];
}
