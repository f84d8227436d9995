import { expect, test } from 'vitest';
import { hasFaultIn } from '../../linter/graph/faults.ts';
import { baseFiles, handbookOf } from '../support/handbook.ts';

const process = `name: Check-in
owner: service-manager
service: support
goal: satisfaction
steps:
  - { id: greet, lane: frontstage, rolle: service-agent, next: leave }
  - { id: leave, lane: frontstage, next: end }
`;

test('a fault is told of the step it stands in, and of the list around it', () => {
  const handbook = handbookOf({ ...baseFiles(), 'processes/check-in.yaml': process });
  const entity = handbook.get('process', 'check-in')!;
  const faulty = (pointer: string) => hasFaultIn(handbook, entity, pointer);
  expect(faulty('/steps/0')).toBe(true);
  expect(faulty('/steps/1')).toBe(false);
  expect(faulty('/steps')).toBe(true);
  expect(faulty('/service')).toBe(false);
});
