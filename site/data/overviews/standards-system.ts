import { type Entity, inForce, type QualityCircle, qualityCircles } from '../../../linter/index.ts';
import { byName } from '../back.ts';
import { section } from '../blocks.ts';
import { circleWords, inspectedWhen } from '../circle.ts';
import type { CircleMark, MatrixCell, MatrixRow } from '../overview-blocks.ts';
import { targetOf } from '../targets.ts';
import type { View } from '../view.ts';
import { capital, joined, type Line, plain } from '../words.ts';
import { cellOf, gap, none, overviewPage } from './cells.ts';
import type { Overview } from './overview.ts';

type Standard = Entity<'standard'>;

/** All standards: by stage and level, and as the table of GB/T 24421, with what keeps each of them alive. */
export const standardsSystem: Overview = {
  has: (handbook) => handbook.all('standard').some(inForce),
  page: (view) => {
    const circles = qualityCircles(view.handbook);
    const standards = byName(view, [...circles.keys()]);
    const whole = standards.filter((each) =>
      circleWords(view, each, circles.get(each)!).every(({ met }) => met),
    );
    return overviewPage(view, 'standards-system', view.t('standards.lead'), [
      ...section('number', '', {
        type: 'figures',
        figures: [
          ...levels(view).map((level) => ({
            value: String(standards.filter(({ data }) => data.level === level).length),
            label: [plain(levelName(view, level))],
          })),
          {
            value: view.t('outOf', { part: whole.length, all: standards.length }),
            label: [plain(view.t('standards.whole'))],
          },
        ],
      }),
      ...section('stages', view.t('standards.stages'), {
        type: 'matrix',
        matrix: {
          caption: view.t('standards.stages'),
          corner: view.field('standard', '/stage'),
          columns: levels(view).map((level) => plain(levelName(view, level))),
          groups: [{ rows: stageRows(view, standards) }],
        },
      }),
      ...section(
        'system',
        view.t('standards.system'),
        { type: 'text', quiet: true, line: [plain(view.t('standards.systemHow'))] },
        {
          type: 'matrix',
          matrix: {
            caption: view.t('standards.system'),
            corner: view.kindName('standard'),
            columns: [
              plain(view.field('standard', '/target')),
              plain(view.field('standard', '/flex')),
              plain(view.t('standards.trained')),
              plain(view.t('standards.inspected')),
              plain(view.t('standards.circle')),
            ],
            groups: systemGroups(view, standards, circles),
          },
        },
      ),
    ]);
  },
};

export type Place = { system: string; stated: boolean } | undefined;

const systemOfStage: Record<string, string> = {
  reception: 'provision-service',
  delivery: 'provision-service',
  problem: 'provision-evaluation',
  feedback: 'provision-evaluation',
};

/**
 * The sub-system of GB/T 24421 that a standard belongs to: the one it states, else the one its stage falls
 * under. Receiving customers and delivering are the service itself, handling problems and feedback its
 * evaluation and improvement. Undefined for a standard that states neither.
 */
export function placeOf({ data }: Standard): Place {
  if (data.system) return { system: data.system, stated: true };
  const system = data.stage && systemOfStage[data.stage];
  return system ? { system, stated: false } : undefined;
}

// helpers

function levels(view: View): string[] {
  return view.values('standard', '/level');
}

function levelName(view: View, level: string): string {
  return view.t(`level.${level as 'shall'}`, { level: view.label('standard', '/level', level) ?? level });
}

function stageRows(view: View, standards: readonly Standard[]): MatrixRow[] {
  const stages = view.values('standard', '/stage');
  const row = (name: string, own: readonly Standard[], lack: MatrixCell): MatrixRow => ({
    head: [plain(capital(name))],
    cells: levels(view).map((level, index) => {
      const links = own.filter(({ data }) => data.level === level).map((each) => view.link(each));
      if (links.length > 0) return { lines: [joined(links, view.t('comma'))] };
      return index === 0 && own.length === 0 ? lack : none();
    }),
  });
  const rows = stages.map((stage) =>
    row(
      view.label('standard', '/stage', stage) ?? stage,
      standards.filter(({ data }) => data.stage === stage),
      gap(view.t('standards.noneHere')),
    ),
  );
  const rest = standards.filter(({ data }) => !data.stage);
  return rest.length > 0 ? [...rows, row(view.t('standards.everyStage'), rest, none())] : rows;
}

function systemGroups(
  view: View,
  standards: readonly Standard[],
  circles: ReadonlyMap<Standard, QualityCircle>,
): { title: string; rows: MatrixRow[] }[] {
  const rows = (own: readonly Standard[]) => own.map((each) => rowOf(view, each, circles.get(each)!));
  const group = (title: string, own: readonly Standard[]) => {
    const placed = own.filter((each) => placeOf(each)?.stated === false).length;
    const note =
      placed > 0 ? view.t('brackets', { text: view.t('standards.byStage', { count: placed }) }) : '';
    return { title: `${capital(title)}${view.t('colon')}${own.length}${note}`, rows: rows(own) };
  };
  const groups = view.values('standard', '/system').map((system) =>
    group(
      view.label('standard', '/system', system) ?? system,
      standards.filter((each) => placeOf(each)?.system === system),
    ),
  );
  const unplaced = group(
    view.t('standards.unplaced'),
    standards.filter((each) => !placeOf(each)),
  );
  return [...groups, unplaced].filter((each) => each.rows.length > 0);
}

function rowOf(view: View, standard: Standard, circle: QualityCircle): MatrixRow {
  const { data } = standard;
  const target = targetOf(view, standard);
  return {
    head: [view.link(standard)],
    notes: [[plain(levelName(view, data.level ?? 'shall'))]],
    cells: [
      cellOf(target ? [[plain(target, 'value')]] : [], none(view.t('standards.noTarget'))),
      cellOf(freedom(view, standard), none(view.t('standards.noFreedom'))),
      cellOf(trainedBy(view, circle), gap(view.t('circle.trained.no'))),
      cellOf(inspectedWhen(view, circle), gap(view.t('circle.inspected.no'))),
      { lines: [marks(circleWords(view, standard, circle))] },
    ],
  };
}

/** The trainings that cover a standard, each with whom it is for. */
function trainedBy(view: View, circle: QualityCircle): Line[] {
  return (byName(view, [...circle.trained]) as Entity<'training'>[]).map((training) => {
    const roles = training.data.roles ?? [];
    const who = (roles as string[]).includes('all')
      ? view.t('everyone')
      : view.t('training.roles', { count: roles.length });
    return [view.link(training), plain(view.t('brackets', { text: who }), 'quiet')];
  });
}

/** The marks of a circle in one line, each with its word. */
function marks(circle: readonly CircleMark[]): Line {
  return circle.flatMap(({ name, met }) => [plain(name, met ? 'state-met' : 'state-open'), plain(' ')]);
}

/** What may vary, and by whose decision. */
function freedom(view: View, standard: Standard): Line[] {
  const may = view.words(standard.data.flex?.may);
  const by = view.refs(standard, '/flex/by');
  return [
    ...(may ? [[may]] : []),
    ...(by.length > 0
      ? [
          [
            plain(`${view.field('standard', '/flex/by')}${view.t('colon')}`, 'quiet' as const),
            ...by.flatMap((each, index) => (index ? [plain(view.t('comma')), each] : [each])),
          ],
        ]
      : []),
  ];
}
