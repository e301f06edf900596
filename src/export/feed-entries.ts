import type { Correction } from '../build/corrections.ts';
import type { MovedRows } from '../build/moved-rows.ts';
import type { ClaimHistory } from '../build/verdict-history.ts';
import type { Change, Changes } from '../changes/compare.ts';
import { entryName } from '../changes/words.ts';
import { eventId, type FeedEntry } from './feed.ts';

/**
 * Rows of one pair of editions that get an entry each in feeds of everything and of a source, what vanished first; of
 * more, the pair's own entry gives the numbers. Feeds of an organisation have all of theirs.
 */
const mostRows = 200;

const inTurn: readonly Change['change'][] = ['vanished', 'relabelled', 'appeared', 'altered'];

/** Where pages are; null for a feed that leads nowhere. */
export type PageOf = (what: { source?: string; claim?: string; organisation?: string }) => string | null;

/**
 * What a publisher changed between two editions: one entry for all of it, and one for each row.
 *
 * @param words the changes in words, line by line
 * @param obtained when the later edition was obtained, ISO instant
 */
export function changeEntries(
  changes: Changes,
  words: readonly string[],
  obtained: string,
  page: PageOf = () => null,
): FeedEntry[] {
  const pair = [changes.source, changes.period, changes.from.sha256, changes.to.sha256];
  const { appeared, vanished, altered, relabelled } = changes.counts;
  const url = page({ source: changes.source });
  const cause = 'the publisher changed';
  const whole: FeedEntry = {
    id: eventId(['changes', ...pair]),
    title: `${changes.source}, ${changes.to.as_of}: ${appeared} appeared, ${vanished} vanished, ${altered} altered, ${relabelled} re-labelled`,
    updated: obtained,
    text: [...words, ...beyond(changes.rows.length)].join('\n'),
    url,
    tags: [changes.source, cause],
    about: { source: changes.source },
  };
  const first = new Set(
    inTurn.flatMap((kind) => changes.rows.filter(({ change }) => change === kind)).slice(0, mostRows),
  );
  const rows = changes.rows.map(
    (change): FeedEntry => ({
      id: eventId([
        'change',
        ...pair,
        change.change,
        ...change.key,
        change.field,
        change.before,
        change.after,
        // Of persons there is no key: those dated before the earlier edition are told apart from the others.
        ...(change.entries !== undefined && change.late ? ['late'] : []),
      ]),
      title: `${entryName(change)}: ${titleOf(change)}`,
      updated: obtained,
      text: sentence(changes, change),
      url:
        (change.organisation === null
          ? null
          : page({ organisation: change.organisation, source: changes.source })) ?? url,
      tags: [changes.source, change.change, cause],
      about: {
        source: changes.source,
        ...(change.organisation === null ? {} : { organisation: change.organisation }),
      },
      ...(first.has(change) ? {} : { further: true }),
    }),
  );
  return [whole, ...rows];
}

function beyond(rows: number): string[] {
  if (rows <= mostRows) return [];
  return [
    `Of ${rows.toLocaleString('en-US')} rows the first ${mostRows} have an entry of their own here, what vanished before what appeared and was altered; the feed of an organisation has all of its rows.`,
  ];
}

const names: Record<Change['change'], string> = {
  appeared: 'appeared',
  vanished: 'vanished',
  altered: 'altered',
  relabelled: 're-labelled',
};

function titleOf(change: Change): string {
  return change.field === null ? names[change.change] : `${names[change.change]}, ${change.field}`;
}

function sentence({ from, to }: Changes, change: Change): string {
  const { label, entries } = change;
  const [name, is] =
    entries === undefined || entries === 1
      ? [label, 'is']
      : [`${entries.toLocaleString('en-US')} entries of ${label}`, 'are'];
  switch (change.change) {
    case 'appeared':
      return `${name} ${is} in the edition of ${to.as_of} and not in that of ${from.as_of}.${change.late ? dated(change) : ''}`;
    case 'vanished':
      return `${name}, in the edition of ${from.as_of}, ${is} not in that of ${to.as_of}. The record does not say why.`;
    case 'relabelled':
      return `${label} stands in the edition of ${to.as_of} where that of ${from.as_of} has ${change.before ?? 'another spelling'}: the same under another name.`;
    case 'altered':
      return entries === undefined
        ? `${label}: ${change.field ?? 'a value'} is ${change.after ?? 'empty'} in the edition of ${to.as_of}; it was ${change.before ?? 'empty'} in that of ${from.as_of}.`
        : `${name}: ${change.field ?? 'a value'} is not the same in the edition of ${to.as_of} as in that of ${from.as_of}.`;
  }
}

function dated({ eventDate, entries }: Change): string {
  if (eventDate !== null) return ` Its own date, ${eventDate}, is on or before that day.`;
  return entries === 1
    ? ' Its own date is on or before that day.'
    : ' Their own dates are on or before that day.';
}

/** Where a claim's verdict would have moved from one list to the next. */
export function verdictEntries(history: ClaimHistory, page: PageOf = () => null): FeedEntry[] {
  return history.moves.map((move) => ({
    id: eventId(['verdict', history.claim, move.edition.sha256, move.from, move.to]),
    title: `${history.claim}: from ${move.from} to ${move.to}`,
    updated: move.edition.obtained,
    text: [`“${history.sentence}”`, move.says, ...movedInWords(move.rows)].join('\n'),
    url: page({ claim: history.claim }),
    tags: [history.claim, 'verdict', 'the publisher changed'],
    about: { claim: history.claim },
  }));
}

/** Which rows moved a verdict, the first of them by name. */
export function movedInWords(moved: MovedRows | null): string[] {
  if (!moved || moved.gone + moved.come === 0) return [];
  const rows = (count: number) => `${count.toLocaleString('en-US')} ${count === 1 ? 'row' : 'rows'}`;
  const left = moved.gone + moved.come - moved.rows.length;
  return [
    `${rows(moved.gone)} of the earlier list ${moved.gone === 1 ? 'is' : 'are'} not counted on the later one, ${rows(moved.come)} of the later one ${moved.come === 1 ? 'was' : 'were'} not counted on the earlier.`,
    ...moved.rows.map(
      (row) => `${row.moved === 'gone' ? 'gone' : 'new'}: ${row.says} (${row.file}, ${row.place})`,
    ),
    ...(left > 0 ? [`and ${left.toLocaleString('en-US')} more`] : []),
  ];
}

/** A published verdict that was not what it is now. */
export function correctionEntry(correction: Correction, at: string, page: PageOf = () => null): FeedEntry {
  return {
    id: eventId(['correction', correction.claim, correction.before, correction.after, correction.cause, at]),
    title: `Correction: ${correction.claim}`,
    updated: at,
    text: correction.says,
    url: page({ claim: correction.claim }),
    tags: [correction.claim, 'correction', correction.cause],
    about: { claim: correction.claim },
  };
}
