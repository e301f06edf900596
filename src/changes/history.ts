import { expectation } from '../figures/expected.ts';
import type { Edition } from '../project/edition.ts';
import type { Change, Changes } from './compare.ts';
import { entryName } from './words.ts';

/** What can happen to a source over its editions, beside what two of them show. */
export type HistoryKind =
  | Change['change']
  /** Appeared again after it had vanished between two earlier editions. */
  | 're-appeared'
  /** Not in the latest edition, and in the one before it: one edition alone says so. */
  | 'unconfirmed'
  /** Between two editions more than twice the usual time passed. */
  | 'missing edition'
  /** The publisher gave the same bytes under another name. */
  | 're-uploaded';

/** One thing that a publisher did. The cause is always the publisher: what we revise or had wrong is told of verdicts. */
export interface HistoryEvent {
  what: HistoryKind;
  source: string;
  /** The date of the edition that shows it. */
  on: string;
  /** The date of the edition before it; null where there is none to compare with. */
  before: string | null;
  label: string;
  organisation: string | null;
  /** How many entries it stands for: of persons several, told together. */
  entries: number;
  /** In words. */
  says: string;
}

/**
 * The history of one source and period from its changes, edition after edition.
 *
 * @param changes neighbouring editions compared, the oldest first
 * @param editions the same editions, with the names that each came under
 */
export function historyOf(changes: readonly Changes[], editions: readonly Edition[]): HistoryEvent[] {
  const vanished = new Map<string, string>();
  // Entry -> the first edition of its present stretch; one that is not in it stood in the first edition already.
  const since = new Map<string, string>();
  const events = changes.flatMap((pair, index) => {
    const latest = index === changes.length - 1;
    return pair.rows.map((change): HistoryEvent => {
      const key = JSON.stringify(change.key);
      const gone = change.key.length === 0 ? undefined : vanished.get(key);
      const what: HistoryKind =
        change.change === 'appeared' && gone !== undefined
          ? 're-appeared'
          : change.change === 'vanished' && latest
            ? 'unconfirmed'
            : change.change;
      if (change.change === 'vanished') vanished.set(key, pair.to.as_of);
      else if (change.change === 'appeared') vanished.delete(key);
      if (change.change === 'appeared' || change.change === 'relabelled') since.set(key, pair.to.as_of);
      const { source, from, to } = pair;
      const event = { what, source, on: to.as_of, before: from.as_of, label: entryName(change) };
      const first = change.key.length === 0 ? from.as_of : (since.get(key) ?? changes[0]?.from.as_of);
      const stood =
        first === undefined || first === from.as_of
          ? `in the edition of ${from.as_of}`
          : `in every edition here from ${first} to ${from.as_of}`;
      const { organisation, entries = 1 } = change;
      return { ...event, organisation, entries, says: sayRow(event, change, gone, stood) };
    });
  });
  const sorted = [...events, ...gapsOf(editions), ...reUploads(editions)];
  return sorted.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/**
 * How often each thing happened. An altered entry is told once a column and counts once; what is told of several persons
 * together counts as many times.
 */
export function countHistory(
  changes: readonly Changes[],
  events: readonly HistoryEvent[],
): Map<HistoryKind, number> {
  const counts = new Map<HistoryKind, number>();
  for (const { what, entries } of events) counts.set(what, (counts.get(what) ?? 0) + entries);
  if (counts.has('altered'))
    counts.set(
      'altered',
      changes.reduce((sum, pair) => sum + pair.counts.altered, 0),
    );
  return counts;
}

function sayRow(
  { what, label, on, before }: Pick<HistoryEvent, 'what' | 'label' | 'on' | 'before'>,
  change: Change,
  gone: string | undefined,
  stood: string,
): string {
  switch (what) {
    case 're-appeared':
      return `${label} is on the edition of ${on} again; it was missing since that of ${gone}.`;
    case 'unconfirmed':
      return `${label}, ${stood}, is not in that of ${on}, the latest; no later edition confirms it yet.`;
    case 'vanished':
      return `${label}, ${stood}, is not in that of ${on}. The record does not say why.`;
    case 'relabelled':
      return `${label} stands in the edition of ${on} where that of ${before} has ${change.before ?? 'another spelling'}.`;
    case 'altered':
      if (change.entries !== undefined)
        return `${label}: ${change.field ?? 'a value'} is not the same in the edition of ${on}.`;
      return `${label}: ${change.field ?? 'a value'} is ${change.after ?? 'empty'} in the edition of ${on}; it was ${change.before ?? 'empty'}.`;
    default:
      return `${label} is in the edition of ${on} and not in that of ${before}.`;
  }
}

function gapsOf(editions: readonly Edition[]): HistoryEvent[] {
  const days = [...new Set(editions.map((edition) => edition.asOf))].sort();
  const usual = expectation(days)?.everyDays;
  if (usual === undefined) return [];
  return days.slice(1).flatMap((on, index) => {
    const before = days[index] as string;
    const passed = Math.round((Date.parse(on) - Date.parse(before)) / 86_400_000);
    if (passed <= 2 * usual) return [];
    const says = `Between the editions of ${before} and ${on} ${passed} days passed, where ${usual} are usual: one may be missing here, or none was published.`;
    return [eventOf('missing edition', editions, on, before, says)];
  });
}

function reUploads(editions: readonly Edition[]): HistoryEvent[] {
  return editions.flatMap((edition) =>
    edition.names.slice(1).map((name) => {
      const says = `${name} holds the same bytes as ${edition.names[0]}: the edition of ${edition.asOf}, given again.`;
      return { ...eventOf('re-uploaded', editions, edition.asOf, null, says), label: name };
    }),
  );
}

function eventOf(
  what: HistoryKind,
  editions: readonly Edition[],
  on: string,
  before: string | null,
  says: string,
): HistoryEvent {
  const source = editions[0]?.source ?? '';
  return { what, source, on, before, label: source, organisation: null, entries: 1, says };
}
