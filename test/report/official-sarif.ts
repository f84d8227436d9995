import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Log } from 'sarif';

/** The program itself: the package's own command passes its path through a shell, and loses it at a space. */
const multitool = createRequire(import.meta.url)('@microsoft/sarif-multitool') as string;

/** The errors and warnings that the official validator has on a report. Throws where it could not judge. */
export function sarifComplaints(text: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'loopbook-sarif-'));
  try {
    const file = join(folder, 'report.sarif');
    const output = join(folder, 'validation.sarif');
    writeFileSync(file, text);
    const args = ['validate', file, '--output', output, '--log', 'ForceOverwrite'];
    const { stdout, status } = spawnSync(multitool, args, { encoding: 'utf8' });
    if (status !== 0 || !stdout.includes('Analysis completed successfully')) throw new Error(stdout);
    const [run] = (JSON.parse(readFileSync(output, 'utf8')) as Log).runs;
    if (!run?.tool.driver.name.includes('Multitool')) throw new Error('another tool answered');
    return run.results!.filter(({ level }) => level !== 'note').map((each) => JSON.stringify(each));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
