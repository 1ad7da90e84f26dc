/** Archives of tests, which keep few articles where others keep many. */

import { readFileSync } from 'node:fs';
import { readArticle } from '../../server/src/core/corpus/article.ts';
import type { ArticleReader } from '../../server/src/corpus/load-articles.ts';
import type { StoreOptions } from '../../server/src/disk/article-store.ts';
import { type ArchiveOptions, DiskArchives } from '../../server/src/disk/disk-archives.ts';
import { updateStore } from '../../server/src/disk/update-store.ts';
import { tools } from './tools.ts';

export const storeOptions: Omit<StoreOptions, 'isWriting'> = {
  build: 'tests',
  dictionary: readFileSync('seeds/000_3fb13c7270042973.txt'),
};

interface Given {
  readonly waits?: boolean;
  readonly build?: string;
  /** How it is brought up to date; otherwise on this thread. */
  readonly update?: ArchiveOptions['update'];
  /** Told of each article that is read. */
  readonly onRead?: (id: string) => void;
}

/** What has more than two files is an archive. */
export function archivesIn(
  folder: string,
  { waits = true, build = storeOptions.build, onRead, update }: Given = {},
): DiskArchives {
  const read: ArticleReader = (source) => {
    onRead?.(source.id);
    return readArticle(source, tools);
  };
  return new DiskArchives({
    ...storeOptions,
    build,
    folder,
    mostInMemory: 2,
    waits,
    update: update ?? ((it, work) => updateStore(it, { ...work, readArticle: read })),
  });
}
