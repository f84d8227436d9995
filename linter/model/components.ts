import type { Kind } from './types.gen.ts';

/** An attribute of an MDX component: a reference to these kinds, or one of a few words, or free text. */
export interface Attribute {
  ref?: readonly Kind[];
  values?: readonly string[];
  required?: boolean;
}

export interface Component {
  /** Stands within a line of text, or as a block around others. */
  display: 'inline' | 'block';
  attributes: Record<string, Attribute>;
}

const reference = (...kinds: Kind[]): Component => ({
  display: 'inline',
  attributes: { id: { ref: kinds, required: true } },
});

/**
 * All that a policy body may hold besides Markdown. Numbers come into prose through these, so that a text
 * and the standard, metric or decision right it speaks of cannot drift apart.
 */
export const components: Record<string, Component> = {
  Limit: {
    display: 'inline',
    attributes: { of: { ref: ['decision-right'], required: true }, role: { ref: ['role'] } },
  },
  Target: { display: 'inline', attributes: { of: { ref: ['standard', 'metric'], required: true } } },
  Metric: reference('metric'),
  Role: reference('role'),
  Standard: reference('standard'),
  Process: reference('process'),
  Sop: reference('sop'),
  Guide: reference('guide'),
  Decision: reference('decision-right'),
  Tool: reference('tool'),
  Loop: reference('feedback-loop'),
  Note: { display: 'block', attributes: { type: { values: ['info', 'tip', 'warning', 'danger'] } } },
  Script: { display: 'block', attributes: { by: { ref: ['role'] } } },
};
