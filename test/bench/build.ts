import { appendFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { putAside } from './aside.ts';
import { starlightFiles } from './generate/starlight.ts';
import { generateHandbook, writeFiles } from './generate.ts';
import { compileLoopbook, loopbook } from './loopbook.ts';
import { type Command, measure } from './measure.ts';
import { benchFolder, installPeers, peerScript, peersFolder } from './peers.ts';
import { expectExit, megabytesOf, report, type Series, secondsOf } from './results.ts';

/**
 * The handbook's site against Starlight's of the same SOPs: both lint or validate what they read, write one
 * page for each SOP and make a search index with Pagefind. Loopbook also writes the pages of all that the SOPs
 * refer to. Then one SOP gets another sentence, and Loopbook builds again what the last build left.
 */
export async function benchBuild(runs: number, sops: number): Promise<void> {
  const handbook = join(benchFolder, 'build-handbook');
  const site = join(peersFolder, 'starlight');
  const files = generateHandbook({ processes: 1, sops });
  putAside(handbook, site);
  await writeFiles(handbook, files);
  await writeFiles(site, starlightFiles(files));
  await installPeers();
  await compileLoopbook();
  const ours: Series = { name: `loopbook build (${files.size} files)`, runs: [] };
  const again: Series = { name: 'loopbook build after one changed SOP', runs: [] };
  const theirs: Series = { name: `Starlight build (${sops} SOPs)`, runs: [] };
  const out = join(benchFolder, 'build-out');
  // Caches are refused in the repository that holds the handbook.
  const cache = join(tmpdir(), 'loopbook-bench-build');
  const command = loopbook('build', '--root', handbook, '--out', out, '--cache-dir', cache);
  const changed = join(handbook, [...files.keys()].find((path) => path.startsWith('sops/'))!);
  for (let run = 0; run < runs; run++) {
    putAside(out);
    await rm(cache, { recursive: true, force: true });
    ours.runs.push(await measure(command, { memory: true }));
    await appendFile(changed, `\nThank them, for the ${run + 1}. time.\n`);
    again.runs.push(await measure(command, { memory: true }));
    // Nothing is kept from the last build: both start from the files alone.
    putAside(...['dist', '.astro', 'node_modules'].map((folder) => join(site, folder)));
    theirs.runs.push(await measure(starlight(site), { memory: true }));
  }
  for (const each of [ours, again, theirs]) expectExit(each, 0);
  await rm(cache, { recursive: true, force: true });
  const ratios = [{ name: 'as fast', value: secondsOf(theirs) / secondsOf(ours), goal: 2.5 }];
  ratios.push({ name: 'as fast after one changed SOP', value: secondsOf(ours) / secondsOf(again), goal: 2 });
  const [own, other] = [megabytesOf(ours), megabytesOf(theirs)];
  if (own && other) ratios.push({ name: 'less memory', value: other / own, goal: 2 });
  await report(
    `build-${sops}`,
    `build: ${sops} SOPs of 800 words, median of ${runs}`,
    [ours, again, theirs],
    ratios,
  );
}

// helpers

function starlight(site: string): Command {
  return {
    program: process.execPath,
    args: [peerScript('astro', 'astro'), 'build', '--silent'],
    cwd: site,
    // Three times what Node gives by default here; without it a large build of Starlight may run out.
    env: { ASTRO_TELEMETRY_DISABLED: '1', NODE_OPTIONS: '--max-old-space-size=8192' },
  };
}
