import { byRole, type Entity, frontlineRoles, inForce } from '../../../linter/index.ts';
import { byName } from '../back.ts';
import { section } from '../blocks.ts';
import type { MatrixCell, MatrixRow } from '../overview-blocks.ts';
import { dueInWords, isLate, mostUrgentFirst } from '../training-due.ts';
import type { View } from '../view.ts';
import { capital, joined, type Line, plain } from '../words.ts';
import { gap, none, overviewPage } from './cells.ts';
import type { Overview } from './overview.ts';

type Training = Entity<'training'>;
type Role = Entity<'role'>;

/** Which role learns what, and when it is due again. */
export const trainingMatrix: Overview = {
  has: (handbook) => handbook.all('training').some(inForce),
  page: (view) => {
    const trainings = byName(view, view.handbook.all('training').filter(inForce)) as Training[];
    const topics = topicsOf(view, trainings);
    const trained = byRole(view.handbook, 'training');
    return overviewPage(view, 'training-matrix', view.t('training.lead'), [
      ...section('due', view.t('training.dates'), {
        type: 'matrix',
        matrix: {
          caption: view.t('training.dates'),
          corner: view.kindName('training'),
          columns: [
            plain(view.t('training.next')),
            plain(view.field('training', '/every')),
            plain(view.field('training', '/tier')),
            plain(view.field('training', '/roles')),
          ],
          groups: [{ rows: byDate(view, trainings) }],
        },
      }),
      ...section('matrix', view.t('training.matrix'), {
        type: 'matrix',
        matrix: {
          caption: view.t('training.matrix'),
          corner: view.kindName('role'),
          columns: topics.map((topic) => plain(topicName(view, topic))),
          groups: [{ rows: rolesOf(view).map((role) => rowOf(view, role, trained(role), topics)) }],
          tight: true,
        },
      }),
    ]);
  },
};

// helpers

/** What stands for trainings that name no topic. */
const NO_TOPIC = '';

function topicsOf(view: View, trainings: readonly Training[]): string[] {
  const used = new Set<string>(trainings.flatMap(({ data }) => data.topics ?? []));
  const known = view.values('training', '/topics/*').filter((topic) => used.has(topic));
  return trainings.some(({ data }) => !data.topics?.length) ? [...known, NO_TOPIC] : known;
}

function has({ data }: Training, topic: string): boolean {
  if (topic === NO_TOPIC) return !data.topics?.length;
  return (data.topics as string[] | undefined)?.includes(topic) ?? false;
}

function topicName(view: View, topic: string): string {
  return topic === NO_TOPIC
    ? view.t('training.noTopic')
    : capital(view.label('training', '/topics/*', topic) ?? topic);
}

/** Those who meet customers first. */
function rolesOf(view: View): Role[] {
  const roles = byName(view, view.handbook.all('role').filter(inForce)) as Role[];
  const front = new Set<Entity>(frontlineRoles(view.handbook));
  return roles.sort((a, b) => Number(front.has(b)) - Number(front.has(a)));
}

function rowOf(view: View, role: Role, own: readonly Training[], topics: readonly string[]): MatrixRow {
  return {
    head: [view.link(role)],
    notes: own.length === 0 ? [[plain(view.t('training.none'), 'state-open')]] : [],
    cells: topics.map((topic) =>
      cellOf(
        view,
        own.filter((each) => has(each, topic)),
      ),
    ),
  };
}

/** The most urgent first. */
function byDate(view: View, trainings: readonly Training[]): MatrixRow[] {
  return mostUrgentFirst(view, trainings).map(({ training, due }) => {
    const words = dueInWords(view, due);
    const every = view.value('duration', training.data.every);
    const tier = view.label('training', '/tier', training.data.tier);
    return {
      head: [view.link(training)],
      cells: [
        isLate(due) ? gap(words) : { lines: [[plain(words)]] },
        every ? { lines: [[plain(every, 'value')]] } : none(),
        tier ? { lines: [[plain(capital(tier))]] } : none(),
        { lines: [learners(view, training)] },
      ],
    };
  });
}

function learners(view: View, training: Training): Line {
  const roles = [
    ...(training.data.roles?.includes('all') ? [plain(view.t('everyone'))] : []),
    ...view.refs(training, '/roles'),
  ];
  if (roles.length > 6) return [plain(view.t('training.roles', { count: roles.length }))];
  return joined(roles, view.t('comma'));
}

/** The training that is due first; the others of the topic stand behind it. */
function cellOf(view: View, trainings: readonly Training[]): MatrixCell {
  if (trainings.length === 0) return none();
  const { training, due } = mostUrgentFirst(view, trainings)[0]!;
  const link = view.link(training);
  const text = isLate(due) ? dueInWords(view, due) : (view.date(due.date) ?? '');
  if (due.state === 'overdue') return { lines: [[{ ...link, text, tone: 'state-open' }]], state: 'gap' };
  return { lines: [[{ ...link, text, ...(!isLate(due) && { tone: 'date' as const }) }]] };
}
