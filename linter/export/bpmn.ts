import type { Entity } from '../graph/entity.ts';
import type { Handbook } from '../graph/handbook.ts';
import { bpmnDiagram } from './bpmn-diagram.ts';
import { type BpmnModel, bpmnModel, type Flow, type FlowNode } from './bpmn-model.ts';
import { type Element, element, xmlDocument } from './xml.ts';

const NAMESPACES = {
  'xmlns:bpmn': 'http://www.omg.org/spec/BPMN/20100524/MODEL',
  'xmlns:bpmndi': 'http://www.omg.org/spec/BPMN/20100524/DI',
  'xmlns:dc': 'http://www.omg.org/spec/DD/20100524/DC',
  'xmlns:di': 'http://www.omg.org/spec/DD/20100524/DI',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
};

/**
 * A process as a BPMN 2.0 document with its diagram, in one locale: a pool with the lanes of the service
 * blueprint, a task for each step with its role as performer, gateways where ways part and meet. Step `greet`
 * is element `step_greet`. Never throws, whatever the data.
 */
export function bpmn(handbook: Handbook, process: Entity<'process'>, locale: string): string {
  const model = bpmnModel(handbook, process, locale);
  return xmlDocument(
    element(
      'bpmn:definitions',
      { ...NAMESPACES, id: 'definitions', targetNamespace: 'urn:loopbook:process', exporter: 'Loopbook' },
      ...model.roles.map(({ id, name }) => element('bpmn:resource', { id, name })),
      element(
        'bpmn:collaboration',
        { id: 'collaboration' },
        element('bpmn:participant', { id: 'participant', name: model.name, processRef: model.id }),
      ),
      processOf(model),
      bpmnDiagram(model),
    ),
  );
}

// helpers

function processOf(model: BpmnModel): Element {
  const { id, name, documentation, lanes, nodes, flows } = model;
  const incoming = Map.groupBy(flows, ({ to }) => to);
  const outgoing = Map.groupBy(flows, ({ from }) => from);
  const inLane = Map.groupBy(nodes, ({ lane }) => lane);
  return element(
    'bpmn:process',
    { id, name, isExecutable: 'false' },
    documentationOf(documentation),
    lanes.length > 0
      ? element(
          'bpmn:laneSet',
          { id: 'lanes' },
          ...lanes.map((lane) =>
            element(
              'bpmn:lane',
              { id: `lane_${lane.id}`, name: lane.name },
              ...inLane.get(lane.id)!.map((node) => element('bpmn:flowNodeRef', {}, node.id)),
            ),
          ),
        )
      : undefined,
    ...nodes.map((node) => nodeOf(node, incoming.get(node.id) ?? [], outgoing.get(node.id) ?? [])),
    ...flows.map(flowOf),
  );
}

function nodeOf(node: FlowNode, incoming: readonly Flow[], outgoing: readonly Flow[]): Element {
  const { id, type, name, direction, defaultFlow, calls, roles } = node;
  return element(
    `bpmn:${type}`,
    { id, name, gatewayDirection: direction, default: defaultFlow, calledElement: calls },
    documentationOf(node.documentation),
    ...incoming.map((flow) => element('bpmn:incoming', {}, flow.id)),
    ...outgoing.map((flow) => element('bpmn:outgoing', {}, flow.id)),
    ...roles.map((role) => element('bpmn:performer', {}, element('bpmn:resourceRef', {}, role))),
  );
}

function flowOf({ id, from, to, name, condition }: Flow): Element {
  return element(
    'bpmn:sequenceFlow',
    { id, name, sourceRef: from, targetRef: to },
    condition
      ? element('bpmn:conditionExpression', { 'xsi:type': 'bpmn:tFormalExpression' }, condition)
      : undefined,
  );
}

function documentationOf(text: string | undefined): Element | undefined {
  return text ? element('bpmn:documentation', {}, text) : undefined;
}
