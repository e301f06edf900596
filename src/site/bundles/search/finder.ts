import MiniSearch from 'minisearch';
import type { EntryList } from '../../search/types.ts';

/** One thing found. */
export interface Found {
  title: string;
  type: string;
  page: string;
  context: string;
}

/** Finds entries by words; best first. */
export type Finder = (words: string) => Found[];

/** A word as it is compared: without accents and capitals; blanks and signs part words. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}

/**
 * A finder over a list. Every word has to be met, by its beginning or with one letter in four amiss; words of a title
 * count most. The index is made in the reader's browser: it is larger than the list that it is made from.
 */
export function finder(list: EntryList): Finder {
  const search = new MiniSearch({
    fields: ['title', 'context', 'also', 'type'],
    processTerm: (term) => fold(term) || null,
    searchOptions: {
      combineWith: 'AND',
      prefix: true,
      fuzzy: (term) => (term.length > 3 && !/\d/.test(term) ? 0.25 : false),
      boost: { title: 4, also: 2 },
    },
  });
  search.addAll(
    list.entries.map(([title, type, , context = '', also = ''], id) => ({
      id,
      title,
      context,
      also,
      type: list.types[type] ?? '',
    })),
  );
  return (words) =>
    search
      .search(words)
      .map(({ id, score }) => ({ id: id as number, score }))
      // Of equals the earlier in the list comes first, so that the order is the same in every browser.
      .sort((a, b) => b.score - a.score || a.id - b.id)
      .map(({ id }) => {
        const [title, type, page, context = ''] = list.entries[id] as EntryList['entries'][number];
        return { title, type: list.types[type] ?? '', page, context };
      });
}
