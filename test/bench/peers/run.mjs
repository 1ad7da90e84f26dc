/** Times one checker in a process of its own: `node run.mjs NAME COPY...`, each COPY a file; `--list` prints the names. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { peers } from './peers.mjs';

const [name, ...files] = process.argv.slice(2);
if (name === '--list') {
  console.log(['stet', ...Object.keys(peers)].join('\n'));
  process.exit(0);
}
/** How long one size may take before the larger ones are left out, in milliseconds. */
const PATIENCE = 8_000;
const MOST_RUNS = 15;
/** How long each works before it is timed, in milliseconds: the compiler is busy for so long with whoever has much code. */
const WARMING = 4_000;

const stet = async () => createRequire(import.meta.url)('../../../out/bench/engine.cjs').check;
const check = await (name === 'stet' ? stet() : peers[name]());
const texts = files.map((file) => readFileSync(file, 'utf8'));
await check(texts[0]);
/** From the start of the process to the first answer, about the first text. */
const cold = performance.now();

for (let i = 0; performance.now() < cold + WARMING; i++) await check(version(texts[i % 2], i));

for (const text of texts) {
  const words = text.match(/\S+/g)?.length ?? 0;
  const full = await timesOf((i) => check(version(text, i)));
  let last = await check(text);
  const at = text.indexOf(' ', text.length >> 1);
  const edit = await timesOf(async (i) => {
    last = await check(`${text.slice(0, at)}${'es'.slice(0, (i % 2) + 1)}${text.slice(at)}`, last);
  });
  const { maxRSS } = process.resourceUsage();
  console.log(JSON.stringify({ name, words, cold, full, edit, peakRss: maxRSS / 1024 }));
  if (full.wall > PATIENCE) break;
}

/** The same copy with other figures, so that no answer is kept from the last run. */
function version(text, i) {
  return text.replace(/\b1/g, String((i % 9) + 1));
}

/** Medians of CPU and of wall milliseconds. */
async function timesOf(run) {
  const cpu = [];
  const wall = [];
  const until = performance.now() + PATIENCE;
  for (let i = 0; i < MOST_RUNS && (i < 3 || performance.now() < until); i++) {
    const before = process.cpuUsage();
    const from = performance.now();
    await run(i);
    wall.push(performance.now() - from);
    const { user, system } = process.cpuUsage(before);
    cpu.push((user + system) / 1000);
    if (wall[0] > PATIENCE) break;
  }
  return { cpu: median(cpu), wall: median(wall) };
}

function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
