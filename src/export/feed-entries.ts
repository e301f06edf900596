import type { Correction } from '../build/corrections.ts';
import type { MovedRows } from '../build/moved-rows.ts';
import type { ClaimHistory } from '../build/verdict-history.ts';
import type { Change, Changes } from '../changes/compare.ts';
import { eventId, type FeedEntry } from './feed.ts';

/** Rows of one pair of editions that get an entry each; of more, the pair's own entry gives the numbers. */
const mostRows = 200;

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
    text: words.join('\n'),
    url,
    tags: [changes.source, cause],
    about: { source: changes.source },
  };
  const rows = changes.rows.slice(0, mostRows).map(
    (change): FeedEntry => ({
      id: eventId([
        'change',
        ...pair,
        change.change,
        ...change.key,
        change.field,
        change.before,
        change.after,
      ]),
      title: `${change.label}: ${titleOf(change)}`,
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
    }),
  );
  return [whole, ...rows];
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
  switch (change.change) {
    case 'appeared':
      return `${change.label} is in the edition of ${to.as_of} and not in that of ${from.as_of}.${change.late ? ` Its own date, ${change.eventDate}, is on or before that day.` : ''}`;
    case 'vanished':
      return `${change.label}, in the edition of ${from.as_of}, is not in that of ${to.as_of}. The record does not say why.`;
    case 'relabelled':
      return `${change.label} stands in the edition of ${to.as_of} where that of ${from.as_of} has ${change.before ?? 'another spelling'}: the same under another name.`;
    case 'altered':
      return `${change.label}: ${change.field ?? 'a value'} is ${change.after ?? 'empty'} in the edition of ${to.as_of}; it was ${change.before ?? 'empty'} in that of ${from.as_of}.`;
  }
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
