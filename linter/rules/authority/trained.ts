import { appendItem } from '../../graph/append-item.ts';
import type { Entity } from '../../graph/entity.ts';
import type { Handbook } from '../../graph/handbook.ts';
import { byRole } from '../../graph/questions/by-role.ts';
import { grantsOf } from '../../graph/questions/grants.ts';
import { inForce } from '../../graph/questions/in-force.ts';
import { sopsTaught } from '../../graph/questions/sops-taught.ts';
import { targetsOf } from '../../graph/questions/targets-of.ts';
import { allReadable } from '../../graph/readable.ts';
import type { Remedy } from '../../model/finding.ts';
import type { Template } from '../../model/message.ts';
import { quotedList } from '../../model/word-list.ts';
import { defineRule } from '../rule.ts';

type Role = Entity<'role'>;
type Right = Entity<'decision-right'>;
type Training = Entity<'training'>;

const taughtHere: Template = { en: 'It is taught here.', 'zh-CN': '此培训讲授该授权。' };

/** What may say that a right is taught. */
const taughtBy = ['training', 'sop', 'process'] as const;

export default defineRule<'untaught' | 'untrained'>({
  meta: {
    summary: {
      en: 'Require every role to be trained in the decisions it may take.',
      'zh-CN': '岗位应接受所持授权的培训。',
    },
    severity: 'warning',
    claims: ['S1-10', 'S3-10'],
    fix: 'suggestion',
  },
  messages: {
    untaught: {
      en: 'No training covers decision right "{right}", which {roles} may use; expected them to be taught when and how. Add "decision-right:{right}" to what a training of theirs covers.',
      'zh-CN':
        '没有培训涵盖授权“{right}”，而岗位{roles}可以使用它，应教会他们何时用、怎么用；请把“decision-right:{right}”加入这些岗位某项培训的 covers。',
    },
    untrained: {
      en: 'The trainings that cover decision right "{right}" leave out {roles}; expected every role that may decide to be trained for it. Add them to training "{training}".',
      'zh-CN':
        '涵盖授权“{right}”的培训没有包括岗位{roles}，可以决定的岗位都应受过培训；请把这些岗位加入培训“{training}”。',
    },
  },
  check({ handbook, report }) {
    if (!taughtBy.every((kind) => allReadable(handbook, kind))) return;
    const trainings = handbook.all('training').filter(inForce);
    const trainingOf = byRole(handbook, 'training');
    const taughtIn = rightsTaught(handbook, trainings);
    for (const right of handbook.all('decision-right')) {
      if (!inForce(right)) continue;
      const teaching = taughtIn.get(right) ?? new Set<Training>();
      const holders = grantsOf(handbook, right).flatMap(({ role, pointer }) =>
        // A role without any training is a matter of people/coverage.
        role && inForce(role) && trainingOf(role).length > 0 ? [{ role, pointer }] : [],
      );
      const missing = holders.filter(({ role }) => !trainingOf(role).some((each) => teaching.has(each)));
      const [first] = missing;
      if (!first) continue;
      const roles = [...new Set(missing.map(({ role }) => role))];
      const names = quotedList(roles.map(({ id }) => id));
      const subject = `${right.key}/training`;
      const [training] = teaching;
      if (!training) {
        const data = { right: right.id, roles: names };
        const suggest = cover(roles, right, trainingOf);
        report({ message: 'untaught', data, at: right.at('/name'), subject, suggest });
        continue;
      }
      report({
        message: 'untrained',
        data: { right: right.id, roles: names, training: training.id },
        at: right.at(`${first.pointer}/role`),
        subject,
        related: [{ at: training.at('/name'), template: taughtHere }],
        suggest: roles.length === 1 ? join(training, roles[0]!) : [],
      });
    }
  },
});

// helpers

/** The trainings that teach each right: by name, by an SOP that applies it, or by a process in which it is used. */
function rightsTaught(handbook: Handbook, trainings: readonly Training[]): Map<Right, Set<Training>> {
  const found = new Map<Right, Set<Training>>();
  for (const training of trainings) {
    const rights = [
      ...targetsOf(handbook, training, '/covers', 'decision-right'),
      ...[...sopsTaught(handbook, training)].flatMap((sop) =>
        targetsOf(handbook, sop, '/decisions', 'decision-right'),
      ),
      ...targetsOf(handbook, training, '/covers', 'process').flatMap((process) =>
        targetsOf(handbook, process, '/steps', 'decision-right'),
      ),
    ];
    for (const right of rights) {
      const set = found.get(right);
      if (set) set.add(training);
      else found.set(right, new Set([training]));
    }
  }
  return found;
}

/** A skill training that every one of the roles takes is the place to teach it. */
function cover(
  roles: readonly Role[],
  right: Right,
  trainingOf: (role: Role) => readonly Training[],
): Remedy[] {
  const [first, ...others] = roles;
  const shared = trainingOf(first!).find(
    (each) => each.data.aims?.includes('skill') && others.every((role) => trainingOf(role).includes(each)),
  );
  const edit = shared && appendItem(shared, '/covers', right.key);
  if (!edit) return [];
  const description = {
    en: 'Add "{right}" to what training "{training}" covers.',
    'zh-CN': '把“{right}”加入培训“{training}”的 covers。',
  };
  return [{ description, data: { right: right.key, training: shared.id }, edits: [edit] }];
}

function join(training: Training, role: Role): Remedy[] {
  const edit = appendItem(training, '/roles', role.id);
  if (!edit) return [];
  const description = {
    en: 'Add "{role}" to the roles of training "{training}".',
    'zh-CN': '把“{role}”加入培训“{training}”的 roles。',
  };
  return [{ description, data: { role: role.id, training: training.id }, edits: [edit] }];
}
