import { type Frame, frameOf } from './data/frame.ts';
import { pageFor, type ShownPage } from './data/page-for.ts';
import type { PageRef } from './data/routes.ts';
import type { View } from './data/view.ts';
import { openHandbook } from './handbook.ts';
import { markdownPath, pageMarkdown } from './machine/markdown.ts';

/** Gathers what a page shows, and writes it as Markdown beside it. */
export function publish(view: View, ref: PageRef): { shown: ShownPage; frame: Frame } {
  const open = openHandbook();
  const shown = pageFor(view, ref, open);
  const frame = frameOf(view, shown.page);
  open.write?.(markdownPath(view, ref), pageMarkdown(view, shown.page));
  return { shown, frame };
}
