/** The shipped name model, loaded once for all tests. */

import { readFileSync } from 'node:fs';
import { parseNameModel } from '../../server/src/core/names/tagger/model.ts';

export const model = parseNameModel(readFileSync('assets/names.model'));
