/** Noun phrases: a program of its own, since hardly any copy needs it. Loaded when it is first asked, or run on a thread. */

import { isPhraseThread, servePhrases } from './disk/phrase-thread.ts';
import { nounPhraseAtEnd } from './noun-phrases.ts';

export { nounPhraseAtEnd };

if (isPhraseThread()) servePhrases(nounPhraseAtEnd);
