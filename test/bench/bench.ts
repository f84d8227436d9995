/**
 * Measures Loopbook against tools that people use for a part of its work:
 *
 *     npm run bench                       lint, growth and build
 *     npm run bench -- lint               1,000 processes and 1,000 SOPs against Spectral and remark
 *     npm run bench -- lint --language zh-CN
 *     npm run bench -- growth             2,500 to 20,000 entities
 *     npm run bench -- warm               a check of one changed file among 5,000 entities, with and without cache
 *     npm run bench -- build --sops 5000  against Starlight
 *     npm run bench -- build-growth       what a page costs of 5,000 SOPs and of 20,000
 *     npm run bench -- lint --runs 5      how often; the median counts
 *
 * The peers are installed below .bench/, where the results are kept too.
 */
import { parseArgs } from 'node:util';
import { removeAside } from './aside.ts';
import { benchBuild } from './build.ts';
import { benchBuildGrowth } from './build-growth.ts';
import type { HandbookSize } from './generate.ts';
import { benchGrowth } from './growth.ts';
import { benchLint } from './lint.ts';
import { benchWarm } from './warm.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string' },
    language: { type: 'string', default: 'en' },
    sops: { type: 'string', default: '5000' },
  },
});
const wanted = positionals.length > 0 ? positionals : ['lint', 'growth', 'build'];
const runs = (standard: number) => Number(values.runs ?? standard);

for (const each of wanted) {
  if (each === 'lint') await benchLint(runs(5), values.language as HandbookSize['language']);
  else if (each === 'growth') await benchGrowth(runs(3));
  else if (each === 'warm') await benchWarm(runs(5), 5000);
  else if (each === 'build') await benchBuild(runs(3), Number(values.sops));
  else if (each === 'build-growth') await benchBuildGrowth(runs(1));
  else throw new Error(`There is no benchmark "${each}": lint, growth, warm, build or build-growth.`);
}
await removeAside();
