import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateHandbook, type HandbookSize, writeFiles } from './generate.ts';
import { compileLoopbook, loopbook } from './loopbook.ts';
import { type Command, measure } from './measure.ts';
import { benchFolder, installPeers, peerScript, peersFolder, root } from './peers.ts';
import { expectExit, report, type Series, secondsOf } from './results.ts';

/**
 * The whole linter against two that look at one file at a time: Spectral holds the processes against their
 * JSON Schema, remark lints the SOPs. Runs take turns, so that a busy moment of the machine hits all three.
 */
export async function benchLint(runs: number, language: HandbookSize['language'] = 'en'): Promise<void> {
  const folder = join(benchFolder, `lint-${language}`);
  const files = generateHandbook({ processes: 1000, sops: 1000, language });
  await writeFiles(folder, files);
  await installPeers();
  await compileLoopbook();
  const series = {
    ours: { name: 'loopbook lint (all files, all rules)', runs: [] } as Series,
    spectral: { name: 'spectral lint (1,000 processes, one schema)', runs: [] } as Series,
    remark: { name: 'remark (1,000 SOPs, recommended preset)', runs: [] } as Series,
  };
  const commands = {
    ours: loopbook('lint', '--root', folder, '--no-cache'),
    ...(await peerCommands(folder)),
  };
  // The first run of each reads the files from the disk, the others from memory.
  for (const [name, command] of Object.entries(commands)) {
    expectExit({ name, runs: [await measure(command)] }, 0);
  }
  for (let run = 0; run < runs; run++) {
    series.ours.runs.push(await measure(commands.ours));
    series.spectral.runs.push(await measure(commands.spectral));
    series.remark.runs.push(await measure(commands.remark));
  }
  for (const each of Object.values(series)) expectExit(each, 0);
  const pair = secondsOf(series.spectral) + secondsOf(series.remark);
  const title = `lint: 1,000 processes and 1,000 SOPs of 800 words (${language}), ${files.size} files, median of ${runs}`;
  await report(`lint-${language}`, title, Object.values(series), [
    { name: 'as fast as both together', value: pair / secondsOf(series.ours), goal: 15 },
  ]);
}

// helpers

async function peerCommands(folder: string): Promise<Record<'spectral' | 'remark', Command>> {
  const ruleset = join(peersFolder, 'ruleset.json');
  const schema = { $ref: join(root, 'schemas/process.json') };
  const then = { function: 'schema', functionOptions: { schema } };
  await writeFile(ruleset, JSON.stringify({ rules: { process: { given: '$', severity: 'error', then } } }));
  const settings = join(peersFolder, 'remarkrc.json');
  const plugins = [
    'remark-preset-lint-recommended',
    'remark-mdx',
    'remark-gfm',
    ['remark-frontmatter', 'yaml'],
  ];
  await writeFile(settings, JSON.stringify({ plugins }));
  return {
    spectral: {
      program: process.execPath,
      args: [
        ...[peerScript('@stoplight/spectral-cli', 'spectral'), 'lint', '--ruleset', ruleset],
        ...['--quiet', join(folder, 'processes/*.yaml').replaceAll('\\', '/')],
      ],
      cwd: peersFolder,
    },
    remark: {
      program: process.execPath,
      args: [
        ...[peerScript('remark-cli', 'remark'), '--no-config', '--rc-path', settings, '--ext', 'mdx'],
        ...['--quiet', '--frail', '--no-stdout', join(folder, 'sops')],
      ],
      cwd: peersFolder,
    },
  };
}
