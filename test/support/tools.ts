/** The shipped name model and the noun phrases, loaded once for all tests. */

import { readFileSync } from 'node:fs';
import type { LanguageTools } from '../../server/src/core/language-tools.ts';
import { parseNameModel } from '../../server/src/core/names/tagger/model.ts';
import { nounPhraseAtEnd } from '../../server/src/noun-phrases.ts';

export const tools: LanguageTools = {
  names: parseNameModel(readFileSync('assets/names.model')),
  nounPhraseAtEnd,
};
