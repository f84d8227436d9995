import { describe, expect, test } from 'vitest';
import type { Entity } from '../../linter/graph/entity.ts';
import { type ProcessGraph, processGraph, type StepEdge } from '../../linter/graph/flow/process-graph.ts';

describe('edges', () => {
  test('keep where their target is written', () => {
    const graph = graphOf([
      { id: 'greet', next: 'order' },
      {
        id: 'order',
        next: [
          { to: 'serve', when: 'Food' },
          { to: 'end', otherwise: true },
        ],
      },
      { id: 'serve', next: { all: ['cook', 'pour'] } },
      { id: 'cook', next: 'pay' },
      { id: 'pour', next: 'pay' },
      { id: 'pay', join: 'all', next: 'end' },
    ]);
    expect(graph.steps.flatMap(({ next }) => next).map(shown)).toEqual([
      'greet → order at /steps/0/next',
      'order → serve at /steps/1/next/0/to',
      'order → end at /steps/1/next/1/to',
      'serve → cook at /steps/2/next/all/0',
      'serve → pour at /steps/2/next/all/1',
      'cook → pay at /steps/3/next',
      'pour → pay at /steps/4/next',
      'pay → end at /steps/5/next',
    ]);
    expect(graph.steps.map(({ split }) => split)).toEqual([
      'single',
      'exclusive',
      'parallel',
      'single',
      'single',
      'single',
    ]);
    expect(graph.get('pay')!.previous.map(({ from }) => from.id)).toEqual(['cook', 'pour']);
    expect(graph.get('pay')!.joinsAll).toBe(true);
    expect(graph.complete).toBe(true);
  });

  test('follow every way to write a reference to a step of the same process', () => {
    const graph = graphOf([
      {
        id: 'a',
        next: [
          { to: 'b', when: 'x' },
          { to: '#b', when: 'y' },
          { to: 'process:stay#b', otherwise: true },
        ],
      },
      { id: 'b', next: 'end' },
    ]);
    expect(graph.get('b')!.previous).toHaveLength(3);
    expect(graph.complete).toBe(true);
  });

  test.each(['c', 'process:other#b', 'role:b', 'a b', ''])('are open where the target is "%s"', (to) => {
    const graph = graphOf([
      { id: 'a', next: to },
      { id: 'b', next: 'end' },
    ]);
    expect(graph.get('a')!.next[0]!.to).toBeUndefined();
    expect(graph.complete).toBe(false);
  });

  test('end is no step that can run beside others', () => {
    expect(graphOf([{ id: 'a', next: { all: ['a', 'end'] } }]).complete).toBe(false);
  });
});

describe('start', () => {
  test('is the first step listed, the customer’s too', () => {
    const graph = graphOf([
      { id: 'arrive', lane: 'customer', next: 'greet' },
      { id: 'greet', next: 'end' },
    ]);
    expect(graph.start?.id).toBe('arrive');
  });

  test('may be led back to', () => {
    const graph = graphOf([
      { id: 'call', next: 'note' },
      {
        id: 'note',
        next: [
          { to: 'call', when: 'No answer' },
          { to: 'end', otherwise: true },
        ],
      },
    ]);
    expect(graph.start?.id).toBe('call');
  });

  test('is missing where no steps are', () => {
    expect(graphOf([]).start).toBeUndefined();
    expect(graphOf(undefined).steps).toEqual([]);
  });
});

test('of steps that share an id the first counts, and the graph says that it is not complete', () => {
  const graph = graphOf([
    { id: 'a', next: 'b' },
    { id: 'b', next: 'end' },
    { id: 'b', next: 'a' },
    { next: 'a' },
  ]);
  expect(graph.steps.map(({ pointer }) => pointer)).toEqual(['/steps/0', '/steps/1']);
  expect(graph.complete).toBe(false);
});

// helpers

function graphOf(steps: unknown): ProcessGraph {
  return processGraph({ id: 'stay', data: { steps } as Entity<'process'>['data'] });
}

function shown({ from, to, pointer }: StepEdge): string {
  return `${from.id} → ${typeof to === 'object' ? to.id : to} at ${pointer}`;
}
