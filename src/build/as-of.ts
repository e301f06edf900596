import { type AsOfOrigin, type Edition, typist } from '../project/edition.ts';
import type { StoredEdition } from '../project/store.ts';
import { nameDate } from '../read/name-date.ts';

/** An edition's date, where it came from, and what spoke against it. */
export interface AsOf {
  date: string;
  from: AsOfOrigin;
  dayPart: number;
  contradiction: string | null;
}

/** What the rules look at. Dates are ISO; `modified` and `obtained` are instants. */
export interface AsOfFacts {
  given: string | undefined;
  names: readonly string[];
  modified: string | null;
  /** Latest event in the records that is not outside reason. */
  latestEvent: string | null;
  obtained: string;
  /** Whether the project's owner wrote the file. */
  typed: boolean;
}

/**
 * The date of an edition: the user's own; an archive's capture time in the name; the publisher's date in the name,
 * unless a signing or the file's own change is later than it (then the file's change decides); the file's change; the
 * latest event; the day on which it was obtained, which stands for nothing where the user wrote the file. Of several
 * names the one that nothing contradicts counts, the earliest of them: a re-upload does not make a list newer.
 */
export function asOf(facts: AsOfFacts): AsOf {
  const plain = (date: string, from: AsOfOrigin): AsOf => ({ date, from, dayPart: 2, contradiction: null });
  if (facts.given !== undefined) return plain(facts.given, 'given');
  const modified = facts.modified === null ? null : publisherDay(facts.modified);
  const dated = facts.names.flatMap((name) => nameDate(name) ?? []);
  const standing = dated
    .filter((name) => name.capture || againstName(name.date, modified, facts.latestEvent) === null)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.dayPart - b.dayPart));
  const best = standing[0];
  if (best)
    return {
      date: best.date,
      from: best.capture ? 'capture' : 'name',
      dayPart: best.dayPart,
      contradiction: null,
    };
  const first = dated[0];
  const contradiction = first ? againstName(first.date, modified, facts.latestEvent) : null;
  if (modified !== null)
    return { ...plain(modified, 'modified'), dayPart: first?.dayPart ?? 2, contradiction };
  if (first) return { date: first.date, from: 'name', dayPart: first.dayPart, contradiction };
  if (facts.latestEvent !== null) return plain(facts.latestEvent, 'content');
  return plain(facts.obtained.slice(0, 10), facts.typed ? 'undated' : 'obtained');
}

function againstName(date: string, modified: string | null, latestEvent: string | null): string | null {
  if (modified !== null && modified > date)
    return `the name says ${date}, the file was changed on ${modified}`;
  if (latestEvent !== null && latestEvent > date)
    return `the name says ${date}, an entry is dated ${latestEvent}`;
  return null;
}

/** The publishers' day of an instant: they are in Washington, where an evening is the next day in UTC. */
function publisherDay(instant: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York', dateStyle: 'short' }).format(
    new Date(instant),
  );
}

/** The store's editions with their dates. */
export function dateEditions(stored: readonly StoredEdition[]): Edition[] {
  return stored.map(({ manifest, added, names, givenAsOf }) => {
    const date = asOf({
      given: givenAsOf,
      names,
      modified: manifest.modified,
      latestEvent: manifest.latestEvent,
      obtained: added.at,
      typed: manifest.publisher === typist,
    });
    return {
      ...manifest,
      seq: added.seq,
      names,
      asOf: date.date,
      asOfFrom: date.from,
      contradiction: date.contradiction,
      dayPart: date.dayPart,
      obtained: added.at,
    };
  });
}
