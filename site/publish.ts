import type { ClaimList, Coverage } from '../linter/index.ts';
import { type Frame, frameOf } from './data/frame.ts';
import { pageFor, type ShownPage } from './data/page-for.ts';
import type { PageRef } from './data/routes.ts';
import type { View } from './data/view.ts';
import { openHandbook } from './handbook.ts';
import { markdownPath, pageMarkdown } from './machine/markdown.ts';

/** All that a page says, in its frame, and the same as Markdown. */
export interface GatheredPage {
  shown: ShownPage;
  frame: Frame;
  markdown: string;
}

/** Gathers what a page shows, at once: what is read meanwhile is read for this page and no other. */
export function gather(
  view: View,
  ref: PageRef,
  open: { claims: ClaimList; coverage: Coverage },
): GatheredPage {
  const shown = pageFor(view, ref, open);
  return { shown, frame: frameOf(view, shown.page), markdown: pageMarkdown(view, shown.page) };
}

/** Gathers what a page shows, and writes its Markdown beside it. */
export function publish(view: View, ref: PageRef): GatheredPage {
  const { pages, write, ...open } = openHandbook();
  const file = markdownPath(view, ref);
  const make = () => gather(view, ref, open);
  const page = pages ? pages.record(file.slice(0, file.lastIndexOf('/')), make) : make();
  write?.(file, page.markdown);
  pages?.wrote(file, page.markdown);
  return page;
}
