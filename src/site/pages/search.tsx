import { Link } from '../components/link.tsx';
import { formatNumber } from '../format.ts';
import { type Here, page } from '../page-kind.ts';
import { file, paths } from '../paths.ts';
import { type Entry, entriesOf } from '../search/entries.ts';
import { entryListPath } from '../search/list-file.ts';
import { type EntryType, entryTypes, typeWords } from '../search/types.ts';
import type { Site } from '../site.ts';

interface Group {
  type: EntryType;
  entries: Entry[];
}

interface SearchData {
  groups: Group[];
}

interface PartData {
  type: EntryType;
  letter: string;
  entries: Entry[];
}

/** A type with more entries than this is listed letter by letter, on pages of their own. */
const most = 150;

const groupsMade = new WeakMap<Site, Group[]>();

function groupsOf(site: Site): Group[] {
  const before = groupsMade.get(site);
  if (before) return before;
  const all = entriesOf(site);
  const made = entryTypes
    .map((type) => ({ type, entries: all.filter((entry) => entry.type === type) }))
    .filter(({ entries }) => entries.length > 0);
  groupsMade.set(site, made);
  return made;
}

/** First letter without accent, for the parts of a long list; `0` for anything else. */
function letterOf({ title }: Entry): string {
  const first = title.normalize('NFD').charAt(0).toLowerCase();
  return /[a-z]/.test(first) ? first : '0';
}

/** Entries by letter, in order. */
function byLetter(entries: readonly Entry[]): [string, Entry[]][] {
  const letters = new Map<string, Entry[]>();
  for (const entry of entries) {
    const letter = letterOf(entry);
    letters.set(letter, [...(letters.get(letter) ?? []), entry]);
  }
  return [...letters].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Search over everything that has a page; without a script, an index of the same. */
export const searchPage = page<SearchData>({
  route: 'search',
  says: 'everything that has a page: pages, figures, claims, states, agencies, vendors, vehicles, offices, flags, files',
  paths: () => [paths.search],
  load: (site) => ({ groups: groupsOf(site) }),
  view: ({ groups }, here) => ({
    title: here.say`Search`,
    description: here.say`Search over figures, claims, organisations, sources and pages.`,
    crumbs: [{ label: here.say`Home`, href: 'index.html' }, { label: here.say`Search` }],
    bundles: ['search'],
    children: (
      <>
        <h1>{here.say`Search`}</h1>
        <p class="lead">{here.say`Figures, claims, organisations, files and pages. Organisations only: there is no search for a person here.`}</p>
        <SearchForm here={here} />
        <h2>{here.say`Everything, by type`}</h2>
        <p class="index">
          {groups.map(({ type, entries }) => (
            <>
              <a href={`#${type}`}>{here.say(typeWords[type].many)}</a> (
              {formatNumber(entries.length, here.lang)}){' '}
            </>
          ))}
        </p>
        {groups.map((group) => (
          <section aria-labelledby={group.type}>
            <h3 id={group.type}>{here.say(typeWords[group.type].many)}</h3>
            {group.entries.length > most ? (
              <p class="index">
                {byLetter(group.entries).map(([letter, entries]) => (
                  <>
                    <Link href={here.to(file(paths.searchPart(`${group.type}-${letter}`)))}>
                      {letterName(letter)}
                      <span class="visually-hidden">
                        {here.say`: ${here.say(typeWords[group.type].many)}`}
                      </span>
                    </Link>{' '}
                    ({formatNumber(entries.length, here.lang)}){' '}
                  </>
                ))}
              </p>
            ) : (
              <EntryList here={here} entries={group.entries} />
            )}
          </section>
        ))}
      </>
    ),
  }),
  csv: ({ groups }) => csvOf(groups.flatMap(({ entries }) => entries)),
});

/** One letter of a long list. */
export const searchPartPage = page<PartData>({
  route: 'search/:part',
  says: 'one letter of a long list of what has a page',
  paths: (site) =>
    groupsOf(site)
      .filter(({ entries }) => entries.length > most)
      .flatMap(({ type, entries }) =>
        byLetter(entries).map(([letter]) => paths.searchPart(`${type}-${letter}`)),
      ),
  load(site, _path, { part = '' }) {
    const [type, letter] = part.split('-') as [EntryType, string];
    const group = groupsOf(site).find((one) => one.type === type);
    const entries = group?.entries.filter((entry) => letterOf(entry) === letter) ?? [];
    return entries.length === 0 ? undefined : { type, letter, entries };
  },
  view: ({ type, letter, entries }, here) => ({
    title: `${here.say(typeWords[type].many)}: ${letterName(letter)}`,
    description: here.say`Part of the index of this site.`,
    crumbs: [
      { label: here.say`Home`, href: 'index.html' },
      { label: here.say`Search`, href: file(paths.search) },
      { label: letterName(letter) },
    ],
    children: (
      <>
        <h1>
          {here.say(typeWords[type].many)}: {letterName(letter)}
        </h1>
        <EntryList here={here} entries={entries} />
        <p>
          <Link href={here.to(file(paths.search, type))}>{here.say`All letters`}</Link>
        </p>
      </>
    ),
  }),
  csv: ({ entries }) => csvOf(entries),
});

function letterName(letter: string): string {
  return letter === '0' ? '0–9' : letter.toUpperCase();
}

function csvOf(entries: readonly Entry[]) {
  return {
    columns: ['type', 'title', 'context', 'page'],
    rows: entries.map((entry) => [entry.type, entry.title, entry.context, entry.page]),
  };
}

function EntryList(props: { here: Here; entries: readonly Entry[] }) {
  const { here, entries } = props;
  return (
    <ul class="columns">
      {entries.map((entry) => (
        <li>
          <a href={here.to(entry.page)}>{entry.title}</a>
          {entry.context === undefined ? '' : <span class="note"> {entry.context}</span>}
        </li>
      ))}
    </ul>
  );
}

/** The field, hidden until its script is there: without it the index below is the search. */
function SearchForm(props: { here: Here }) {
  const { say, to } = props.here;
  return (
    <search
      class="site-search"
      hidden
      data-search={to(entryListPath)}
      data-root={to('index.html').replace(/index\.html$/, '')}
      data-none={say`Nothing has these words. Try fewer, or the index below.`}
      data-one={say`1 result`}
      data-many={say`{count} results`}
      data-first={say`{count} results; the first {shown} are shown`}
      data-failed={say`The list could not be read. The index below has everything.`}
    >
      <form action="index.html" method="get">
        <label for="q">{say`Words, in any order; accents and capitals do not matter`}</label>
        <div class="combobox">
          <input
            id="q"
            name="q"
            type="search"
            role="combobox"
            aria-expanded="false"
            aria-controls="suggestions"
            aria-autocomplete="list"
            autocomplete="off"
            spellcheck={false}
          />
          <div id="suggestions" role="listbox" aria-label={say`Suggestions`} hidden></div>
        </div>
        <button type="submit">{say`Search`}</button>
      </form>
      <p class="note" role="status" data-status></p>
      <ol class="results" data-results></ol>
    </search>
  );
}
