/** `npm run mutations -- [--count N] [--seed S] [--root DIR]`: how much of what changes goes unnoticed. */
import { relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { handbookRoots, outcomes } from './sample.ts';
import { type Outcome, Workbench } from './workbench.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '600' },
    seed: { type: 'string', default: '1' },
    root: { type: 'string', multiple: true },
    list: { type: 'string', default: '40' },
  },
});
const roots = values.root?.map((root) => resolve(root)) ?? handbookRoots();
const benches = roots.map((root) => new Workbench(root));
const begun = performance.now();
const all = [...outcomes(benches, Number(values.count), Number(values.seed))].map(
  // The handbooks would fill the memory.
  ({ root, mutation, findings }) => ({ root, mutation, findings }),
);
const each = (performance.now() - begun) / all.length;

type Tried = Pick<Outcome, 'root' | 'mutation' | 'findings'>;

print(
  `${all.length} mutations of ${roots.length} handbooks, seed ${values.seed}, ${each.toFixed(0)} ms each\n`,
);
print(table('Mutation', all, ({ mutation }) => mutation.kind));
print(table('Field of', all, ({ mutation }) => mutation.field.split(/[ /]/)[0]!));
print(unnoticed(all, Number(values.list)));

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

function table(title: string, tried: readonly Tried[], groupOf: (tried: Tried) => string): string {
  const groups = Map.groupBy(tried, groupOf);
  const rows = [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, group]) => row(name, group));
  const head = [title, 'tried', 'noticed', 'by the rule expected', 'unnoticed', 'findings each'];
  return aligned([head, ...rows, row('all', tried)]);
}

function row(name: string, group: readonly Tried[]): string[] {
  const noticed = group.filter(({ findings }) => findings.length > 0);
  const foreseen = group.filter(({ mutation }) => mutation.expected);
  const asForeseen = foreseen.filter(({ mutation, findings }) =>
    findings.some(({ rule }) => mutation.expected?.includes(rule)),
  );
  const findings = group.reduce((sum, one) => sum + one.findings.length, 0);
  return [
    name,
    String(group.length),
    String(noticed.length),
    foreseen.length ? `${asForeseen.length} of ${foreseen.length}` : '–',
    `${Math.round(100 * (1 - noticed.length / group.length))} %`,
    (findings / Math.max(1, noticed.length)).toFixed(1),
  ];
}

/** The pairs of mutation and field that most often went unnoticed, each with one example. */
function unnoticed(tried: readonly Tried[], most: number): string {
  const missed = tried.filter(({ findings }) => findings.length === 0);
  const pairs = [...Map.groupBy(missed, ({ mutation }) => `${mutation.kind}: ${mutation.field}`)];
  pairs.sort(([, a], [, b]) => b.length - a.length);
  const rows = pairs.slice(0, most).map(([pair, group]) => {
    const { root, mutation } = group[0]!;
    const file = relative(process.cwd(), `${root}/${mutation.file}`);
    return [pair, String(group.length), `${file} ${mutation.words}`.slice(0, 150)];
  });
  return aligned([['Unnoticed', 'times', 'for example'], ...rows]);
}

function aligned(rows: string[][]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((cells) => cells[column]!.length)));
  const lines = rows.map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  );
  return `${lines.join('\n')}\n`;
}
