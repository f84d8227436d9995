import type { Entity, Kind } from '../../../linter/index.ts';
import type { Figure, Section } from '../blocks.ts';
import type { View } from '../view.ts';
import type { Line, Words } from '../words.ts';

/** What a page of one kind shows between its title and its record. */
export interface KindView {
  /** One line above the title's text: “岗位 · 前厅部”. */
  label?: Line;
  /** The sentence that says what this is. */
  lead?: Words;
  /** The numbers that matter, at most three. */
  figures?: readonly Figure[];
  sections: readonly Section[];
  /** Fields whose references need no back-link, since the page shows them itself. */
  shown?: RegExp;
}

export type KindViewer<K extends Kind> = (view: View, entity: Entity<K>) => KindView;
