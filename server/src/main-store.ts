/** Reads the bundled articles, when the program is built: `node main-store.cjs SEEDS MODEL OUT`. */

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArticle } from './core/corpus/article.ts';
import { storeArticle } from './core/corpus/stored-article.ts';
import { parseNameModel } from './core/names/tagger/model.ts';
import { nounPhraseAtEnd } from './noun-phrases.ts';

const [seeds = '', model = '', out = ''] = process.argv.slice(2);
const tools = { names: parseNameModel(readFileSync(model)), nounPhraseAtEnd };
const articles = readdirSync(seeds)
  .sort()
  .map((id) =>
    readArticle({ id, text: readFileSync(join(seeds, id), 'utf8'), language: 'plaintext' }, tools),
  );
writeFileSync(out, JSON.stringify(articles.map(storeArticle)));
