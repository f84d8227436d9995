import { BpmnModdle } from 'bpmn-moddle';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { bpmn } from '../../linter/export/bpmn.ts';
import type { Handbook } from '../../linter/graph/handbook.ts';
import { loadHandbook } from '../../linter/node.ts';
import { blocks, looseSteps, stepsOf } from '../graph/generated-steps.ts';
import { handbookOf } from '../support/handbook.ts';

/** What moddle makes of an element: its type, its attributes, its children. */
interface Node {
  $type: string;
  id: string;
  [name: string]: unknown;
}

const starters = ['bank', 'clinic', 'contact-centre', 'restaurant'].map((name) => `linter/starters/${name}`);

describe.each(['policies', ...starters])('every process of %s', (root) => {
  test('is read by bpmn-moddle without a warning, in every language, and says the same when written again', async () => {
    const handbook = await loadHandbook(root);
    for (const process of handbook.all('process')) {
      for (const locale of handbook.locales) {
        const xml = bpmn(handbook, process, locale);
        const { definitions, warnings } = await read(xml);
        expect(warnings).toEqual([]);
        const again = await read((await moddle().toXML(definitions)).xml);
        expect(again.warnings).toEqual([]);
        expect(idsOf(again.definitions)).toEqual(idsOf(definitions));
        const { flowElements } = processOf(definitions);
        const steps = flowElements.filter(({ id }) => id.startsWith('step_')).map(({ id }) => id.slice(5));
        expect(steps).toEqual(process.data.steps!.map(({ id }) => id));
      }
    }
  });

  test('draws every node and flow once, each node inside its lane', async () => {
    const handbook = await loadHandbook(root);
    for (const process of handbook.all('process')) {
      const { definitions } = await read(bpmn(handbook, process, 'en'));
      const { flowElements, lanes } = processOf(definitions);
      const drawn = new Map(planeOf(definitions).map((each) => [(each.bpmnElement as Node).id, each]));
      expect(drawn.size).toBe(planeOf(definitions).length);
      for (const { id } of flowElements) expect(drawn.has(id), id).toBe(true);
      for (const lane of lanes) {
        const outer = drawn.get(lane.id)!.bounds as Bounds;
        for (const node of lane.flowNodeRef as Node[]) {
          const inner = drawn.get(node.id)!.bounds as Bounds;
          expect(inner.y).toBeGreaterThanOrEqual(outer.y);
          expect(inner.y + inner.height).toBeLessThanOrEqual(outer.y + outer.height);
          expect(inner.x + inner.width).toBeLessThanOrEqual(outer.x + outer.width);
        }
      }
      const nodes = flowElements.filter(({ $type }) => $type !== 'bpmn:SequenceFlow');
      expect(lanes.flatMap(({ flowNodeRef }) => flowNodeRef as Node[]).length).toBe(nodes.length);
    }
  });
});

describe('the elements', () => {
  const steps = `
  - { id: ask, lane: customer, do: Ask for tea, next: [{ to: kiosk, when: the kiosk is free }, { to: take, otherwise: true }] }
  - { id: kiosk, lane: customer, mode: self-service, do: Order, next: brew }
  - { id: take, lane: frontstage, role: waiter, do: Take the order, time: 2 min, next: brew }
  - { id: brew, lane: backstage, role: waiter, tool: till, do: Brew, next: { all: [pour, bill] } }
  - { id: pour, lane: frontstage, role: [waiter, chef], mode: manual, do: Pour, next: serve }
  - { id: bill, lane: support, mode: automatic, do: Print the bill, next: serve }
  - { id: serve, lane: frontstage, role: waiter, join: all, do: Serve, next: [{ to: brew, when: it is cold, recovery: true }, { to: end, otherwise: true }] }
`;

  test('are tasks by who does them: people, people with software, machines', async () => {
    const { byId } = await processFrom(steps);
    const types = ['ask', 'kiosk', 'take', 'brew', 'pour', 'bill'].map((id) => byId.get(`step_${id}`)!.$type);
    expect(types).toEqual([
      'bpmn:ManualTask',
      'bpmn:UserTask',
      'bpmn:ManualTask',
      'bpmn:UserTask',
      'bpmn:ManualTask',
      'bpmn:ServiceTask',
    ]);
  });

  test('name the roles as performers', async () => {
    const { byId, definitions } = await processFrom(steps);
    const performers = byId.get('step_pour')!.resources as { resourceRef: Node }[];
    expect(performers.map(({ resourceRef }) => resourceRef.name)).toEqual(['Waiter', 'Chef']);
    const resources = (definitions.rootElements as Node[]).filter(({ $type }) => $type === 'bpmn:Resource');
    expect(resources.map(({ id }) => id)).toEqual(['role_waiter', 'role_chef']);
  });

  test('part at an exclusive gateway with conditions and a default', async () => {
    const { byId } = await processFrom(steps);
    const choice = byId.get('choice_ask')!;
    expect(choice.$type).toBe('bpmn:ExclusiveGateway');
    expect((choice.default as Node).id).toBe('flow_ask.2');
    const [kiosk, take] = [byId.get('flow_ask.1')!, byId.get('flow_ask.2')!];
    expect((kiosk.conditionExpression as Node).body).toBe('the kiosk is free');
    expect(targetOf(kiosk)).toBe('step_kiosk');
    expect(take.conditionExpression).toBeUndefined();
    expect(take.name).toBe('Otherwise');
    expect(byId.get('flow_serve.1')!.name).toBe('Recovery: it is cold');
  });

  test('meet where ways come together, waiting for all where the step does', async () => {
    const { byId } = await processFrom(steps);
    expect(byId.get('merge_brew')!.$type).toBe('bpmn:ExclusiveGateway');
    expect((byId.get('merge_brew')!.incoming as Node[]).map(({ id }) => id).sort()).toEqual([
      'flow_kiosk.1',
      'flow_serve.1',
      'flow_take.1',
    ]);
    expect(byId.get('fork_brew')!.$type).toBe('bpmn:ParallelGateway');
    expect(byId.get('join_serve')!.$type).toBe('bpmn:ParallelGateway');
    expect(targetOf(byId.get('flow_pour.1')!)).toBe('join_serve');
  });

  test('begin once, end where the process ends, and tell how long a step takes', async () => {
    const { byId, flowElements } = await processFrom(steps);
    const of = (type: string) => flowElements.filter(({ $type }) => $type === type).map(({ id }) => id);
    expect(of('bpmn:StartEvent')).toEqual(['start']);
    expect(of('bpmn:EndEvent')).toEqual(['end_serve.2']);
    expect((byId.get('step_take')!.documentation as { text: string }[])[0]!.text).toBe(
      'Take the order\nTime: 2 min',
    );
  });

  test('stand in the lanes of the blueprint, from the customer down', async () => {
    const { lanes } = await processFrom(steps);
    expect(lanes.map(({ id, name }) => [id, name])).toEqual([
      ['lane_customer', 'customer actions'],
      ['lane_frontstage', 'frontstage actions'],
      ['lane_backstage', 'backstage actions'],
      ['lane_support', 'support processes'],
    ]);
  });
});

describe('whatever the process', () => {
  test('every flow joins two nodes that are there, sound or not', async () => {
    const anySteps = fc.oneof(blocks(2).map(stepsOf), looseSteps);
    await fc.assert(
      fc.asyncProperty(anySteps, async (plain) => {
        const written = plain.map(
          (step) => `  - ${JSON.stringify({ lane: 'frontstage', do: 'x', ...step })}\n`,
        );
        const { flowElements, warnings } = await processFrom(written.join(''));
        expect(warnings).toEqual([]);
        const flows = flowElements.filter(({ $type }) => $type === 'bpmn:SequenceFlow');
        for (const flow of flows) {
          expect((flow.sourceRef as Node).outgoing).toContain(flow);
          expect((flow.targetRef as Node).incoming).toContain(flow);
        }
        const tasks = flowElements.filter(({ $type }) => $type === 'bpmn:ManualTask');
        expect(tasks).toHaveLength(plain.length);
        // A task has one way in and one way out: gateways do the rest.
        for (const task of tasks) {
          expect((task.outgoing as Node[] | undefined)?.length ?? 0).toBeLessThanOrEqual(1);
          expect((task.incoming as Node[] | undefined)?.length ?? 0).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('any text is well-formed XML and comes back as it was', async () => {
    const text = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 40 })
      .filter((each) => each.trim() !== '');
    await fc.assert(
      fc.asyncProperty(text, async (hostile) => {
        const quoted = JSON.stringify(hostile);
        const handbook = handbookOf(
          files(`  - { id: a, lane: customer, do: x, name: ${quoted}, next: end }\n`),
        );
        const process = handbook.get('process', 'p')!;
        const name = handbook.text(process.data.steps?.[0]?.name, 'en')?.text;
        fc.pre(name !== undefined);
        const xml = bpmn(handbook, process, 'en');
        new SaxesParser({ xmlns: true }).write(xml).close();
        const { definitions, warnings } = await read(xml);
        expect(warnings).toEqual([]);
        const step = processOf(definitions).flowElements.find(({ id }) => id === 'step_a')!;
        const held = [...name!.toWellFormed()].map((each) => (isXml(each) ? each : '\ufffd'));
        expect(step.name).toBe(held.join(''));
      }),
    );
  });

  test('markup in names stays text', async () => {
    const { byId } = await processFrom(
      `  - { id: a, lane: customer, do: x, name: '"/><script>alert(1)</script>&amp;]]>', next: end }\n`,
    );
    expect(byId.get('step_a')!.name).toBe('"/><script>alert(1)</script>&amp;]]>');
  });

  test('ways that lead nowhere are left out; a process without steps is an empty one', async () => {
    const lost = await processFrom(
      `  - { id: a, lane: customer, do: x, next: nowhere }\n  - { id: b, lane: customer, do: x }\n`,
    );
    expect(lost.warnings).toEqual([]);
    expect(lost.flowElements.map(({ id }) => id)).toEqual([
      'start',
      'step_a',
      'step_b',
      'flow_start_to_step_a',
    ]);
    const handbook = handbookOf({
      ...files(''),
      'processes/p.yaml': 'name: P\nowner: waiter\nservice: s\ngoal: g\n',
    });
    expect((await read(bpmn(handbook, handbook.get('process', 'p')!, 'en'))).warnings).toEqual([]);
  });

  test('5,000 steps are written and drawn, too', () => {
    const many = Array.from({ length: 5000 }, (_, index) => {
      const next =
        index === 4999
          ? 'end'
          : index % 10
            ? `s${index + 1}`
            : [
                { to: `s${index + 1}`, otherwise: true },
                { to: 'end', when: 'x' },
              ];
      return `  - ${JSON.stringify({ id: `s${index}`, lane: index % 2 ? 'backstage' : 'frontstage', do: 'x', next })}\n`;
    });
    const handbook: Handbook = handbookOf(files(many.join('')));
    const xml = bpmn(handbook, handbook.get('process', 'p')!, 'en');
    expect(xml).toContain('id="step_s4999"');
    expect(xml).toContain('bpmnElement="step_s4999"');
  });
});

// helpers

/** Whether XML 1.0 has any way to write a character. */
function isXml(character: string): boolean {
  const code = character.codePointAt(0)!;
  return (code >= 0x20 && code !== 0xfffe && code !== 0xffff) || [0x9, 0xa, 0xd].includes(code);
}

interface Bounds {
  x: number;
  y: number;
  width: number;
  height: number;
}

function files(steps: string) {
  return {
    'loopbook.yaml': 'title: T\nlocales: [en]\n',
    'roles/waiter.yaml': 'name: Waiter\nowner: waiter\nunit: u\n',
    'roles/chef.yaml': 'name: Chef\nowner: waiter\nunit: u\n',
    'tools/till.yaml': 'name: Till\nowner: waiter\ntype: pos\npurpose: x\n',
    'processes/p.yaml': `name: P\nowner: waiter\nservice: s\ngoal: g\nsteps:\n${steps}`,
  };
}

async function processFrom(steps: string) {
  const handbook = handbookOf(files(steps));
  const { definitions, warnings } = await read(bpmn(handbook, handbook.get('process', 'p')!, 'en'));
  const { flowElements, lanes } = processOf(definitions);
  return {
    definitions,
    warnings,
    flowElements,
    lanes,
    byId: new Map(flowElements.map((each) => [each.id, each])),
  };
}

function moddle() {
  return new BpmnModdle();
}

async function read(xml: string): Promise<{ definitions: Node; warnings: string[] }> {
  const { rootElement, warnings } = await moddle().fromXML(xml);
  return { definitions: rootElement as unknown as Node, warnings: warnings.map(({ message }) => message) };
}

function processOf(definitions: Node): { flowElements: Node[]; lanes: Node[] } {
  const process = (definitions.rootElements as Node[]).find(({ $type }) => $type === 'bpmn:Process')!;
  const [set] = (process.laneSets ?? []) as { lanes: Node[] }[];
  return { flowElements: (process.flowElements ?? []) as Node[], lanes: set?.lanes ?? [] };
}

function planeOf(definitions: Node): Node[] {
  const [diagram] = definitions.diagrams as { plane: { planeElement: Node[] } }[];
  return diagram!.plane.planeElement;
}

function targetOf(flow: Node): string {
  return (flow.targetRef as Node).id;
}

function idsOf(definitions: Node): string[] {
  const { flowElements, lanes } = processOf(definitions);
  return [...flowElements, ...lanes, ...planeOf(definitions)].map(({ id }) => id);
}
