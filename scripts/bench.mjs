/** Builds one of the benches in test/bench and runs it: `node scripts/bench.mjs quality --data DIR`. */

import { spawnSync } from 'node:child_process';
import { build } from 'esbuild';

const [bench, ...args] = process.argv.slice(2);
const outfile = `out/bench/${bench}.cjs`;
await build({
  entryPoints: [`test/bench/${bench}.ts`],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  packages: 'external',
  logLevel: 'warning',
});
process.exit(
  spawnSync(process.execPath, ['--expose-gc', outfile, ...args], { stdio: 'inherit' }).status ?? 1,
);
