import type { Box, Layout, Point, Shape } from '../layout/diagram.ts';
import { layOut } from '../layout/layout.ts';
import type { BpmnModel, FlowNode, NodeType } from './bpmn-model.ts';
import { type Element, element } from './xml.ts';

const TASK = { width: 110, height: 80 };
const GATEWAY = { width: 50, height: 50 };
const EVENT = { width: 36, height: 36 };
/** The strips at the left that bear the names of the process and of its lanes. */
const HEAD = 30;
const ORIGIN = 60;
const SPACING = { start: 24, lane: 24, emptyLane: 60, row: 24, track: 12, arrow: 20 };
const LABEL = { width: 100, leading: 14, perLine: 16 };

/** The diagram interchange of a BPMN process: where its pool, lanes, nodes and flows are drawn. */
export function bpmnDiagram(model: BpmnModel): Element {
  const layout = layOut(
    {
      lanes: model.lanes.length,
      shapes: model.nodes.map((node) => shapeOf(node, model)),
      // Usual ways before recoveries keep straight; the default flow is the usual one.
      links: model.flows.map(({ from, to, name }) => ({ from, to, ...(name && { label: labelSize(name) }) })),
    },
    SPACING,
  );
  return element(
    'bpmndi:BPMNDiagram',
    { id: 'diagram' },
    element(
      'bpmndi:BPMNPlane',
      { id: 'plane', bpmnElement: 'collaboration' },
      poolOf(layout),
      ...model.lanes.map(({ id }, index) => laneOf(id, index, layout)),
      ...layout.shapes.map(({ shape, ...box }) =>
        element('bpmndi:BPMNShape', { id: `shape_${shape.id}`, bpmnElement: shape.id }, bounds(shifted(box))),
      ),
      ...layout.links.map(({ points, label }, index) =>
        element(
          'bpmndi:BPMNEdge',
          { id: `edge_${model.flows[index]!.id}`, bpmnElement: model.flows[index]!.id },
          ...points.map(waypoint),
          label && element('bpmndi:BPMNLabel', {}, bounds(aboveLine(shifted(label)))),
        ),
      ),
    ),
  );
}

// helpers

function shapeOf({ id, type, lane }: FlowNode, { lanes }: BpmnModel): Shape {
  const size = sizeOf(type);
  const form = type.endsWith('Event') ? 'circle' : type.endsWith('Gateway') ? 'diamond' : 'box';
  const at = lanes.findIndex((each) => each.id === lane);
  return { id, lane: at, ...size, port: size.height / 2, form };
}

function sizeOf(type: NodeType) {
  if (type.endsWith('Event')) return EVENT;
  return type.endsWith('Gateway') ? GATEWAY : TASK;
}

/** Twice the height of the words: they stand above their line, which runs through the middle of their room. */
function labelSize(text: string) {
  const wide = [...text].reduce((sum, character) => sum + (character > '\u2E7F' ? 2 : 1), 0);
  return { width: LABEL.width, height: 2 * Math.ceil(wide / LABEL.perLine) * LABEL.leading };
}

function aboveLine({ x, y, width, height }: Box): Box {
  return { x, y, width, height: height / 2 };
}

function poolOf({ width, height }: Layout): Element {
  const box = { x: ORIGIN, y: ORIGIN, width: width + 2 * HEAD, height };
  return element(
    'bpmndi:BPMNShape',
    { id: 'shape_participant', bpmnElement: 'participant', isHorizontal: 'true' },
    bounds(box),
  );
}

function laneOf(id: string, index: number, layout: Layout): Element {
  const { y, height } = layout.lanes[index]!;
  const box = { x: ORIGIN + HEAD, y: ORIGIN + y, width: layout.width + HEAD, height };
  return element(
    'bpmndi:BPMNShape',
    { id: `shape_lane_${id}`, bpmnElement: `lane_${id}`, isHorizontal: 'true' },
    bounds(box),
  );
}

function shifted({ x, y, width, height }: Box): Box {
  return { x: x + ORIGIN + 2 * HEAD, y: y + ORIGIN, width, height };
}

function bounds({ x, y, width, height }: Box): Element {
  return element('dc:Bounds', {
    x: said(x),
    y: said(y),
    width: said(width),
    height: said(height),
  });
}

function waypoint({ x, y }: Point): Element {
  return element('di:waypoint', { x: said(x + ORIGIN + 2 * HEAD), y: said(y + ORIGIN) });
}

function said(length: number): string {
  return String(Math.round(length * 10) / 10);
}
