/** The tagger of the product, bundled from its TypeScript: features, lists and spans exist once. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const TAGGER = fileURLToPath(new URL('../../server/src/core/names/tagger/', import.meta.url));
const MODULES = [
  'tag',
  'model',
  'paragraph',
  'features',
  'evidence',
  'gazetteer',
  'lexicon',
  'labels',
  'hash',
  'viterbi',
  'word-classes',
];

export async function loadTagger() {
  const folder = mkdtempSync(join(tmpdir(), 'stet-tagger-'));
  const outfile = join(folder, 'tagger.mjs');
  try {
    await build({
      stdin: {
        contents: MODULES.map((name) => `export * from './${name}.ts';`).join('\n'),
        resolveDir: TAGGER,
        loader: 'ts',
      },
      bundle: true,
      format: 'esm',
      outfile,
      logLevel: 'error',
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
