/** Shows how far the reading of large sources has come, where somebody looks on. */

import type { Writable } from 'node:stream';
import { WriteStream } from 'node:tty';
import type { ArchiveNews } from '../archives.ts';

/** A line that is written over, and gone at the end; nothing where standard error is no terminal. */
export function showReading(stderr: Writable): ArchiveNews {
  return {
    changed: () => {},
    reading: ({ done, all }) => {
      if (!(stderr instanceof WriteStream)) return;
      const bar = '█'.repeat(Math.floor((WIDTH * done) / all)).padEnd(WIDTH, '░');
      stderr.write(done === all ? CLEAR : `${CLEAR}${bar} ${done} of ${all} source files read`);
    },
  };
}

const WIDTH = 30;
/** To the beginning of the line, and nothing more on it. */
const CLEAR = '\r\u001b[K';
