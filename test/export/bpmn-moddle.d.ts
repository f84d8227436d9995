/** The package's own types describe its elements, not its entry. */
declare module 'bpmn-moddle' {
  export class BpmnModdle {
    fromXML(xml: string): Promise<{ rootElement: object; warnings: { message: string }[] }>;
    toXML(element: object): Promise<{ xml: string }>;
  }
}
