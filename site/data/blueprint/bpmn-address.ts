import { kinds } from '../../../linter/index.ts';
import type { View } from '../view.ts';

/** Where a process's BPMN file lies, below its locale. */
export function bpmnPath(id: string): string {
  return `${kinds.process.folder}/${id}`;
}

export function bpmnHref(view: View, id: string): string {
  const page = view.href({ type: 'entity', kind: 'process', id });
  return page.replace(/\/$/, '.bpmn');
}
