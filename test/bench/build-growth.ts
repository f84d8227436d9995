import { join } from 'node:path';
import { putAside } from './aside.ts';
import { generateHandbook, writeFiles } from './generate.ts';
import { compileLoopbook, loopbook } from './loopbook.ts';
import { measure } from './measure.ts';
import { benchFolder } from './peers.ts';
import { expectExit, report, type Series, secondsOf } from './results.ts';

const sizes = [5000, 20_000] as const;

/** Whether a page of a large handbook costs what one of a small one does. */
export async function benchBuildGrowth(runs: number): Promise<void> {
  await compileLoopbook();
  const series: Series[] = [];
  const costs: number[] = [];
  for (const sops of sizes) {
    const handbook = join(benchFolder, `build-growth-${sops}`);
    const out = join(benchFolder, 'build-growth-out');
    const files = generateHandbook({ processes: 1, sops });
    putAside(handbook);
    await writeFiles(handbook, files);
    const each: Series = { name: `loopbook build, ${sops} SOPs, ${files.size} files in all`, runs: [] };
    for (let run = 0; run < runs; run++) {
      putAside(out);
      const command = loopbook('build', '--root', handbook, '--out', out, '--no-cache');
      each.runs.push(await measure(command, { memory: true }));
    }
    expectExit(each, 0);
    series.push(each);
    costs.push(secondsOf(each) / files.size);
  }
  await report('build-growth', `growth of build, median of ${runs}`, series, [
    { name: `time for a page of ${sizes[1]} against one of ${sizes[0]} SOPs`, value: costs[1]! / costs[0]! },
  ]);
}
