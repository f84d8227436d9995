import { byRole, type Entity, frontlineRoles, inForce } from '../../../linter/index.ts';
import { byName } from '../back.ts';
import { type Item, section } from '../blocks.ts';
import type { MatrixCell, MatrixRow } from '../overview-blocks.ts';
import { dueInWords, type TrainingDue, trainingDue } from '../training-due.ts';
import type { View } from '../view.ts';
import { capital, joined, type Line, plain } from '../words.ts';
import { none, overviewPage } from './cells.ts';
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
      ...section('due', view.t('training.dates'), { type: 'list', items: byDate(view, trainings) }),
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

const urgency: Record<TrainingDue['state'], number> = { overdue: 0, never: 1, due: 2, once: 3 };

function compare(a: TrainingDue, b: TrainingDue): number {
  return urgency[a.state] - urgency[b.state] || (a.date ?? '').localeCompare(b.date ?? '');
}

function byDate(view: View, trainings: readonly Training[]): Item[] {
  const { today } = view.handbook;
  return trainings
    .map((training) => ({ training, due: trainingDue(training, today) }))
    .sort((a, b) => compare(a.due, b.due))
    .map(({ training, due }) => ({
      line: [
        view.link(training),
        plain(view.t('dot'), 'quiet'),
        plain(dueInWords(view, due), isLate(due) ? 'state-open' : undefined),
      ],
      notes: notesOf(view, training),
    }));
}

function isLate({ state }: TrainingDue): boolean {
  return state === 'overdue' || state === 'never';
}

function notesOf(view: View, training: Training): Line[] {
  const { data } = training;
  const every = view.value('duration', data.every);
  const tier = view.label('training', '/tier', data.tier);
  const facts = [
    ...(tier ? [plain(capital(tier))] : []),
    ...(every ? [plain(view.t('every', { every }))] : []),
  ];
  const roles = [
    ...(data.roles?.includes('all') ? [plain(view.t('everyone'))] : []),
    ...view.refs(training, '/roles'),
  ];
  const who: Line =
    roles.length > 6
      ? [plain(view.t('training.roles', { count: roles.length }))]
      : joined(roles, view.t('comma'));
  return [...(facts.length > 0 ? [joined(facts, view.t('dot'))] : []), ...(who.length > 0 ? [who] : [])];
}

/** The training that is due first; the others of the topic stand behind it. */
function cellOf(view: View, trainings: readonly Training[]): MatrixCell {
  if (trainings.length === 0) return none();
  const { today } = view.handbook;
  const [first] = trainings
    .map((training) => ({ training, due: trainingDue(training, today) }))
    .sort((a, b) => compare(a.due, b.due));
  const { training, due } = first!;
  const link = view.link(training);
  const text = isLate(due) ? dueInWords(view, due) : (view.date(due.date) ?? '');
  return { lines: [[{ ...link, text }]], ...(isLate(due) && { state: 'gap' as const }) };
}
