import { join } from 'node:path';
import { generateHandbook, writeFiles } from './generate.ts';
import { compileLoopbook, loopbook } from './loopbook.ts';
import { measure } from './measure.ts';
import { benchFolder } from './peers.ts';
import { expectExit, report, type Series, secondsOf } from './results.ts';

const sizes = [2500, 5000, 10_000, 20_000] as const;

/** Whether time grows with the number of files and no faster: half of them processes, half SOPs. */
export async function benchGrowth(runs: number): Promise<void> {
  await compileLoopbook();
  const series: Series[] = [];
  for (const size of sizes) {
    const folder = join(benchFolder, `growth-${size}`);
    const files = generateHandbook({ processes: size / 2, sops: size / 2 });
    await writeFiles(folder, files);
    const each: Series = {
      name: `loopbook lint, ${size} processes and SOPs, ${files.size} files in all`,
      runs: [],
    };
    const command = loopbook('lint', '--root', folder, '--no-cache');
    for (let run = 0; run <= runs; run++) {
      const measured = await measure(command, { memory: true });
      // The first run reads the files from the disk.
      if (run > 0) each.runs.push(measured);
    }
    expectExit(each, 0);
    series.push(each);
  }
  const seconds = series.map(secondsOf);
  const doublings = sizes.slice(1).map((size, index) => ({
    name: `time for ${size} against ${sizes[index]}`,
    value: seconds[index + 1]! / seconds[index]!,
  }));
  await report('growth', `growth of lint, median of ${runs}`, series, doublings);
}
