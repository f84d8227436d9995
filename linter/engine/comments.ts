import { daysBetween } from '../model/date.ts';
import type { Directive } from '../parse/directives.ts';
import type { NamedProblem } from './fingerprint.ts';
import { isHideableRule } from './hideable.ts';
import type { Hidden, Hider, PlacedEntry, SuppressContext, SuppressionProblem } from './hider.ts';
import { dateProblem, isWatched, ruleProblem } from './suppression-checks.ts';

interface Comment {
  file: string;
  directive: Directive;
  /** Rules that it may hide; none where it is expired or ends too late. */
  holds: Map<string, number>;
  problems: SuppressionProblem[];
  state: PlacedEntry['state'];
}

/** Hides what begins on the line below a `loopbook-disable-next-line` comment. */
export class CommentHider implements Hider {
  readonly #context: SuppressContext;
  readonly #byFile = new Map<string, Comment[]>();

  constructor(context: SuppressContext) {
    this.#context = context;
    for (const [file, { directives = [] }] of context.handbook.files) {
      if (directives.length === 0) continue;
      this.#byFile.set(
        file,
        directives.map((each) => read(file, each, context)),
      );
    }
  }

  hide({ problem }: NamedProblem): Hidden | undefined {
    let by: Comment | undefined;
    const [start] = problem.at.span;
    for (const comment of this.#byFile.get(problem.at.file) ?? []) {
      const { covers } = comment.directive;
      const count = comment.holds.get(problem.rule);
      if (count === undefined || !covers || start < covers[0] || start >= covers[1]) continue;
      comment.holds.set(problem.rule, count + 1);
      by ??= comment;
    }
    if (!by) return undefined;
    const { reason, until, span } = by.directive;
    return { kind: 'comment', reason, until, at: { file: by.file, span } };
  }

  problems(): SuppressionProblem[] {
    return this.#all().flatMap((comment) => [...comment.problems, ...this.#unused(comment)]);
  }

  entries(): PlacedEntry[] {
    return this.#all().map((comment) => {
      const { file, directive, holds } = comment;
      const hides = [...holds.values()].reduce((sum, each) => sum + each, 0);
      return {
        kind: 'comment',
        state: comment.state === 'active' && hides === 0 ? 'unused' : comment.state,
        rules: directive.rules.map(({ id }) => id),
        reason: directive.reason,
        until: directive.until,
        daysLeft: daysBetween(this.#context.handbook.today, directive.until),
        at: { file, span: directive.span },
        hides,
      };
    });
  }

  #all(): Comment[] {
    return [...this.#byFile.values()].flat();
  }

  #unused({ file, directive, holds }: Comment): SuppressionProblem[] {
    const idle = directive.rules.filter(
      ({ id }) => holds.get(id) === 0 && isWatched(id, file, this.#context),
    );
    return idle.map(({ id, span }) => ({
      messageId: 'unused',
      data: { id },
      at: { file, span },
      subject: `${file}#${id}/${directive.reason}`,
      severity: 'warning',
    }));
  }
}

// helpers

function read(file: string, directive: Directive, context: SuppressContext): Comment {
  const { rules, reason, until, untilSpan } = directive;
  const subject = `${file}#${reason}`;
  const problems: SuppressionProblem[] = [];
  const late = dateProblem(until, context.handbook);
  if (late) problems.push({ ...late, at: { file, span: untilSpan }, subject, severity: 'error' });
  const holds = new Map<string, number>();
  for (const { id, span } of rules) {
    const wrong = ruleProblem(id, context.rules);
    if (wrong) {
      const about = `${subject}/${id}`;
      problems.push({ ...wrong, at: { file, span }, subject: about, severity: 'error' });
    } else if (!late && isHideableRule(id)) holds.set(id, 0);
  }
  const state = late?.messageId === 'expired' ? 'expired' : holds.size === 0 ? 'invalid' : 'active';
  return { file, directive, holds, problems, state };
}
