/**
 * Tries random inputs for as long as one likes: `npm run fuzz -- --seconds 600 [--seed 1]`. A process of its own
 * does the trying, so that one that hangs or dies is noticed. Inputs that fail are written to a folder.
 */
import { fork } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { holds, holdsOnDisk } from './hold.ts';
import { type FuzzInput, fuzzInput } from './inputs.ts';

/** Seconds after which a single input counts as one that hangs, and after which it is told to be slow. */
const HANGS = 30;
const SLOW = 3;
const BATCH = 100;
/** One input in so many goes through the disk and the command line too. */
const ON_DISK = 20;

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string' },
    worker: { type: 'string' },
  },
});

if (values.worker) await work(values.worker, Number(values.seed));
else await supervise(Number(values.seconds), Number(values.seed ?? Date.now() % 1_000_000));

/** Tries batch after batch, each with a seed of its own, and tells the supervisor how it goes. */
async function work(folder: string, firstSeed: number): Promise<void> {
  let tried = 0;
  for (let seed = firstSeed; ; seed++) {
    const property = fc.asyncProperty(fuzzInput, async (input) => {
      writeFileSync(join(folder, 'now.json'), toJson(input));
      const begun = performance.now();
      holds(input);
      if (++tried % ON_DISK === 0) await holdsOnDisk(input);
      const seconds = (performance.now() - begun) / 1000;
      if (seconds > SLOW) {
        writeFileSync(join(folder, `slow-${seed}-${tried}.json`), toJson(input));
        process.send!({ slow: seconds, file: `slow-${seed}-${tried}.json` });
      }
      process.send!({ tried: 1 });
    });
    const details = await fc.check(property, { seed, numRuns: BATCH, interruptAfterTimeLimit: 60_000 });
    if (details.failed && details.counterexample) {
      writeFileSync(join(folder, `failed-${seed}.json`), toJson(details.counterexample[0]));
      const error = details.errorInstance as Error | undefined;
      process.send!({
        failed: error?.stack?.split('\n').slice(0, 8).join('\n'),
        file: `failed-${seed}.json`,
      });
    }
    process.send!({ seed: seed + 1 });
    // Lets messages leave.
    await new Promise((settle) => setImmediate(settle));
  }
}

async function supervise(seconds: number, firstSeed: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'loopbook-fuzz-run-'));
  const ends = Date.now() + seconds * 1000;
  const totals = { tried: 0, failed: 0, slow: 0, hung: 0, died: 0 };
  let seed = firstSeed;
  console.log(`seed ${seed}, ${seconds} s, failures go to ${folder}`);
  while (Date.now() < ends) {
    let heard = Date.now();
    const worker = fork(import.meta.filename, ['--worker', folder, '--seed', String(seed)]);
    worker.on('message', (message: Record<string, string | number>) => {
      heard = Date.now();
      if ('tried' in message) totals.tried++;
      if ('seed' in message) seed = Number(message.seed);
      if ('failed' in message) totals.failed++;
      if ('slow' in message) totals.slow++;
      if ('file' in message) console.log(message);
    });
    const ended = new Promise<void>((settle) => worker.once('exit', () => settle()));
    const outcome = await Promise.race([ended.then(() => 'died' as const), silence(() => heard, ends)]);
    if (outcome !== 'over') {
      totals[outcome]++;
      const file = join(folder, `${outcome}-${seed}-${totals[outcome]}.json`);
      writeFileSync(file, readFileSync(join(folder, 'now.json')));
      console.log({ outcome, file });
    }
    worker.kill('SIGKILL');
    await ended;
    seed++;
  }
  console.log(totals);
  process.exitCode = totals.failed + totals.hung + totals.died > 0 ? 1 : 0;
}

async function silence(heard: () => number, ends: number): Promise<'hung' | 'over'> {
  for (;;) {
    await new Promise((settle) => setTimeout(settle, 500));
    if (Date.now() > ends) return 'over';
    if (Date.now() - heard() > HANGS * 1000) return 'hung';
  }
}

/** An input as test/fuzz/failures.json holds it. */
function toJson({ handbook, files }: FuzzInput): string {
  const written = files.map(({ path, bytes }) => ({ path, text: Buffer.from(bytes).toString('latin1') }));
  return `${JSON.stringify({ what: '', handbook, files: written }, null, 2)}\n`;
}
