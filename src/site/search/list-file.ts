import { sayIn } from '../../language/say.ts';
import type { Site } from '../site.ts';
import { entriesOf } from './entries.ts';
import { type EntryList, entryTypes, typeWords } from './types.ts';

/** The list of entries, from the root of the site. */
export const entryListPath = 'search/entries.js';

/** The entries as a script that hands them over: it also works from a folder on disk, where a page may fetch nothing. */
export function entryListFile(site: Site): string {
  const say = sayIn(site.lang);
  const list: EntryList = {
    types: entryTypes.map((type) => say(typeWords[type].one)),
    entries: entriesOf(site).map(({ title, type, page, context, also }) => {
      const entry: EntryList['entries'][number] = [title, entryTypes.indexOf(type), page];
      if (context !== undefined || also !== undefined) entry.push(context ?? '');
      if (also !== undefined) entry.push(also);
      return entry;
    }),
  };
  return `counterfoilEntries(${JSON.stringify(list)});\n`;
}
