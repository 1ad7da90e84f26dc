/** Packs the built extension as `dist/stet.vsix`, and refuses to if a file has no business there or it grew too big. */
import { stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';

const checkout = join(import.meta.dirname, '..');
const packagePath = join(checkout, 'dist', 'stet.vsix');
const limit = 3_000_000;

const belongs = [
  /^(package(\.nls(\.[\w-]+)?)?\.json|README\.md|CHANGELOG\.md|LICENSE)$/,
  /^dist\/((client|server|phrases)\.cjs|(client|server)-web\.js|seeds\.json|[\w.-]+\.model)$/,
  /^(seeds|sample|syntaxes)\/[\w.-]+$/,
  /^assets\/(names\.model\.md|icon\.png|view\.svg)$/,
  /^l10n\/bundle\.l10n(\.[\w-]+)?\.json$/,
  /^docs\/((rules|editors)\.md|images\/[\w.-]+\.png)$/,
];

/** What the extension asks for only as it runs. */
const needed = ['server.cjs', 'phrases.cjs', 'server-web.js', 'names.model', 'seeds.json'];

const files = await listFiles({ cwd: checkout, packageManager: PackageManager.None });
const strangers = files.filter((file) => !belongs.some((pattern) => pattern.test(file)));
if (strangers.length > 0) fail(`These files have no business in the package: ${strangers.join(', ')}`);

const missing = needed.filter((file) => !files.includes(`dist/${file}`));
if (missing.length > 0) fail(`These files are missing from the package: ${missing.join(', ')}`);

// What the README links to is in the package; there is no address to which its links could be rewritten.
const options = { dependencies: false, allowMissingRepository: true, rewriteRelativeLinks: false };
await createVSIX({ cwd: checkout, packagePath, ...options });

const { size } = await stat(packagePath);
const sizes = `${(size / 1_000_000).toFixed(2)} MB of at most ${limit / 1_000_000} MB`;
console.log(`${relative(checkout, packagePath)}: ${files.length} files, ${sizes}`);
if (size > limit) fail('The package is bigger than that.');

/** @param {string} reason */
function fail(reason) {
  console.error(reason);
  process.exit(1);
}
