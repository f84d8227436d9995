import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateHandbook, writeFiles } from './generate.ts';
import { compileLoopbook, loopbook } from './loopbook.ts';
import { type Measurement, measure } from './measure.ts';
import { benchFolder } from './peers.ts';
import { report, type Series, secondsOf } from './results.ts';

/** What a pull request changes: one file, which begins with this path, once. */
const changes = [
  { name: 'a sentence in an SOP', path: 'sops/', change: (text: string) => `${text}\nThank them by name.\n` },
  {
    name: 'the words of a step',
    path: 'processes/',
    change: (text: string) => text.replace(/do: (\w+)/, 'do: Kindly $1'),
  },
  {
    name: 'the role of a step',
    path: 'processes/',
    change: (text: string) => text.replace(/role: \S+/, `role: ${otherRoleIn(text)}`),
  },
  {
    name: 'the name of a role',
    path: 'roles/',
    change: (text: string) => text.replace(/^name: .*/m, 'name: Somebody else'),
  },
] as const;

/**
 * The check on a pull request that changes one file, with what a run over the branch it goes into left,
 * against the same check with nothing left. Runs take turns; flags are the same. Both leave what the next run
 * may use. A third series, without any cache, shows what leaving it costs.
 */
export async function benchWarm(runs: number, entities: number): Promise<void> {
  await compileLoopbook();
  const folder = join(benchFolder, `warm-${entities}`);
  const files = generateHandbook({ processes: entities / 2, sops: entities / 2 });
  await writeFiles(folder, files);
  const kept = join(benchFolder, 'warm-kept');
  const cache = join(process.env.XDG_CACHE_HOME ?? '/var/tmp', 'loopbook-bench');
  const check = (...flags: string[]) => {
    const command = loopbook('lint', '--root', folder, ...flags);
    // As the command does that npm installs.
    return measure({ ...command, env: { NODE_COMPILE_CACHE: join(cache, 'compiled') } });
  };
  const withCache = ['--cache-dir', join(cache, 'runs')];
  await rm(cache, { recursive: true, force: true });
  await check(...withCache);
  await rm(kept, { recursive: true, force: true });
  await mkdir(kept);
  const [name] = await readdir(join(cache, 'runs'));
  await copyFile(join(cache, 'runs', name!), join(kept, name!));

  const cold = changes.map((each): Series => ({ name: `${each.name}, nothing left`, runs: [] }));
  const without: Series = { name: 'no cache at all', runs: [] };
  const warm = changes.map((each): Series => ({ name: `${each.name}, one file changed since`, runs: [] }));
  for (let run = 0; run < runs; run++) {
    for (const [index, { path, change }] of changes.entries()) {
      const file = [...files.keys()].filter((each) => each.startsWith(path))[run * 37]!;
      const before = await readFile(join(folder, file), 'utf8');
      if (change(before) === before) throw new Error(`${file} is not changed by what should change it`);
      await writeFile(join(folder, file), change(before));
      await rm(join(cache, 'runs'), { recursive: true, force: true });
      const first = await check(...withCache);
      cold[index]!.runs.push(first);
      await copyFile(join(kept, name!), join(cache, 'runs', name!));
      const second = await check(...withCache);
      expectSame(first, second);
      warm[index]!.runs.push(second);
      if (index === 0) without.runs.push(await check('--no-cache'));
      await writeFile(join(folder, file), before);
    }
  }
  await rm(cache, { recursive: true, force: true });
  const ratios = changes.map((each, index) => ({
    name: `as fast after a change of ${each.name}`,
    value: secondsOf(cold[index]!) / secondsOf(warm[index]!),
    goal: 5,
  }));
  const title = `one changed file among ${files.size} (${entities} processes and SOPs), median of ${runs}`;
  await report(
    `warm-${entities}`,
    title,
    [without, ...cold.flatMap((each, index) => [each, warm[index]!])],
    ratios,
  );
}

// helpers

/** A role of another step than the first. */
function otherRoleIn(text: string): string | undefined {
  const [first, ...others] = [...text.matchAll(/role: (\S+)/g)].map(([, role]) => role!);
  return others.find((role) => role !== first);
}

/** The same findings, and not only as many. */
function expectSame(cold: Measurement, warm: Measurement): void {
  if (cold.exitCode !== warm.exitCode || cold.output !== warm.output)
    throw new Error(`The outcomes differ:\n${cold.output}\n${warm.output}`);
}
