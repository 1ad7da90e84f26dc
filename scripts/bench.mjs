/**
 * Measures: `npm run bench` everything about speed, with a table for docs/benchmarks.md; `npm run bench -- speed`,
 * `heap`, `protocol`, `corpus`, `archive` or `peers` a part of it; `npm run bench -- gate` fails where a figure has become worse than
 * test/bench/baseline.json by more than a factor, and `-- gate --write` writes that file anew;
 * `npm run bench:quality -- --data DIR` how right Stet is. All print JSON lines.
 */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { build } from 'esbuild';
import { findNodeWithSqlite } from '../test/vscode/build.mjs';

/** How much worse than its baseline a figure may be: as a ratio to a scan in the same run, since times don't hold. */
const MOST = 1.5;
/** How often what seems slower is measured again, since others use the machine. */
const ROUNDS = 6;
const BASELINE = 'test/bench/baseline.json';
const PEERS = 'test/bench/peers';
const PEER_SIZES = [1000, 500, 10_000, 100_000];

const [what = 'all', ...args] = process.argv.slice(2);
switch (what) {
  case 'quality':
  case 'speed':
  case 'heap':
  case 'protocol':
  case 'corpus':
    await run(what, args, 'inherit');
    break;
  case 'archive':
    await run(what, args, 'inherit', await findNodeWithSqlite());
    break;
  case 'peers':
    await timePeers();
    break;
  case 'gate':
    await gate(args.includes('--write'));
    break;
  case 'all':
    await everything();
    break;
  default:
    fail(`There is no bench “${what}”: speed, heap, protocol, corpus, archive, peers, gate, quality.`);
}

/** Bundles a bench, runs it, and gives the rows that it printed. */
async function run(bench, args = [], stdio = 'pipe', node = process.execPath) {
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
  const { status, stdout } = spawnSync(node, [outfile, ...args], {
    stdio: ['ignore', stdio, 'inherit'],
    encoding: 'utf8',
  });
  if (status !== 0) fail(`The bench “${bench}” ended with ${status}.`);
  if (stdio === 'pipe') process.stdout.write(stdout);
  return rowsIn(stdout ?? '');
}

function rowsIn(lines) {
  return lines
    .split('\n')
    .filter((it) => it.startsWith('{'))
    .map((it) => JSON.parse(it));
}

/** Times Stet and the others on the same copy, each in a process of its own, one after the other. */
async function timePeers() {
  if (!existsSync(`${PEERS}/node_modules`)) {
    console.error(`Installing what Stet is compared with, into ${PEERS} …`);
    spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: PEERS, stdio: 'inherit', shell: true });
  }
  await run('engine');
  await run('write-copies', PEER_SIZES.map(String));
  const files = PEER_SIZES.map((size) => `out/bench/copy-${size}.txt`);
  const names = spawnSync(process.execPath, [`${PEERS}/run.mjs`, '--list'], { encoding: 'utf8' });
  const rows = [];
  for (const name of names.stdout.trim().split('\n')) {
    const { stdout, status, stderr } = spawnSync(
      process.execPath,
      ['--max-old-space-size=3000', `${PEERS}/run.mjs`, name, ...files],
      { encoding: 'utf8' },
    );
    if (status !== 0) console.error(`${name} ended with ${status}: ${stderr.slice(-300)}`);
    process.stdout.write(stdout);
    rows.push(...rowsIn(stdout));
  }
  return rows;
}

/** Compares the ratios of short runs with the baseline: the best of each counts. */
async function gate(writes) {
  const keyOf = ({ name, words }) => `${name}, ${words} words`;
  const measure = async () => {
    const rows = await run('speed', ['--short']);
    return rows.flatMap((it) => (it.ratio === undefined ? [] : [[keyOf(it), it.ratio]]));
  };
  if (writes) {
    const baseline = {};
    // The worst of some runs is what an unchanged program may well need.
    for (let round = 0; round < 3; round++)
      for (const [key, ratio] of await measure()) baseline[key] = Math.max(baseline[key] ?? 0, ratio);
    writeFileSync(BASELINE, `${JSON.stringify(baseline, undefined, 2)}\n`);
    return;
  }
  const baseline = JSON.parse(readFileSync(BASELINE, 'utf8'));
  const best = {};
  const isWorse = (key) => best[key] > baseline[key] * MOST;
  for (let round = 0; round < ROUNDS && (round === 0 || Object.keys(best).some(isWorse)); round++)
    for (const [key, ratio] of await measure()) best[key] = Math.min(best[key] ?? ratio, ratio);
  for (const key of Object.keys(best).filter((it) => baseline[it] === undefined))
    fail(`${key}: there is no baseline. Write it with npm run bench -- gate --write.`);
  const worse = Object.keys(best).filter(isWorse);
  for (const key of worse)
    console.error(`${key}: ${best[key]} times a scan of the text, and ${baseline[key]} before.`);
  if (worse.length > 0) fail(`Slower by more than a factor of ${MOST}, see CONTRIBUTING.md.`);
}

async function everything() {
  const build = spawnSync(process.execPath, ['esbuild.mjs'], { stdio: 'ignore' });
  if (build.status !== 0) fail('The build failed: npm run build.');
  const speed = await run('speed');
  const heap = await run('heap');
  const protocol = await run('protocol');
  const corpus = await run('corpus');
  const archive = await run('archive', [], 'pipe', await findNodeWithSqlite());
  const peers = await timePeers();
  mkdirSync('docs', { recursive: true });
  writeFileSync('docs/benchmarks.md', page(speed, heap, protocol, [...corpus, ...archive], peers));
  console.error('docs/benchmarks.md is written.');
}

function page(speed, heap, protocol, corpus, peers) {
  const sizes = [...new Set(speed.map((it) => it.words))];
  const table = (head, rows) =>
    [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  const byName = (rows) =>
    [...new Set(rows.map((it) => it.name))].map((name) => {
      const of = (words) => rows.find((it) => it.name === name && it.words === words)?.value ?? '';
      const unit = rows.find((it) => it.name === name)?.unit;
      return [name, unit, ...sizes.map(of)];
    });
  const head = ['', 'unit', ...sizes.map((it) => `${it.toLocaleString('en')} words`)];
  const stet = new Map(peers.filter((it) => it.name === 'stet').map((it) => [it.words, it]));
  const round = (value) => Number(value.toPrecision(3));
  const ratio = (theirs, ours) => (ours ? `${round(theirs / ours)} ×` : '');
  const others = [...peers]
    .sort((a, b) => a.words - b.words || a.full.cpu - b.full.cpu)
    .map(({ name, words, cold, full, edit, peakRss }) => {
      const ours = stet.get(words);
      return [
        name,
        words.toLocaleString('en'),
        round(full.cpu),
        ratio(full.cpu, ours?.full.cpu),
        round(full.wall),
        round(edit.cpu),
        ratio(edit.cpu, ours?.edit.cpu),
        round(cold),
        round(peakRss),
      ];
    });
  return `# Benchmarks

Written by \`npm run bench\` with Node ${process.version.slice(1)} on ${cpus().length} × ${cpus()[0]?.model.trim()}. Times on a
machine that others use don't hold: the ratios are what counts. The copy is the bundled articles, told again and again of
other people on other days, so that nothing which was kept of one paragraph answers for another.

## Stet by itself

A full analysis is everything: names, dates, quotations, who is meant, all rules, against the bundled articles. A
one-character edit goes from the letter to the findings. Medians, warm; a scan reads every character of the text once.

${table(head, byName(speed))}

A draft of 1,000 words, into which the sentences of other copy are typed all over and from which they are taken out again.
What is added is compiled code, and what is remembered of words and names.

${table(
  ['', 'unit', ''],
  heap.map(({ name, unit, value }) => [name, unit, value]),
)}

## Over the protocol

Milliseconds that an editor waits, server and client on one machine. The first edits are as slow as a program that has
just started is: they are the 95th and 99th percentiles.

${table(head, byName(protocol))}

## Against an archive

Articles of 400 words and drafts of 1,000, told like all of this copy: every quotation and every name of a draft has
thousands of near ones in the archive.

${table(
  ['', 'unit', ''],
  corpus.map(({ name, unit, value }) => [name, unit, value]),
)}

## Beside others

What each does differs: spelling (cspell-lib, retext-spell), grammar (harper.js), style (write-good, alex), dates
(chrono-node), people (compromise). None compares copy with sources. Each in a process of its own, warm, in one run; where one is
not listed with a size, a smaller one took longer than eight seconds. “×” is how many times Stet's own.

${table(
  ['', 'words', 'full, CPU ms', '', 'wall ms', 'edit, CPU ms', '', 'cold start, ms', 'peak memory, MB'],
  others,
)}
`;
}

function fail(reason) {
  console.error(reason);
  process.exit(1);
}
