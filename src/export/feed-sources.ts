import type { Notice } from '../build/published-verdicts.ts';
import { storedChanges } from '../build/stored-changes.ts';
import { verdictHistory } from '../build/verdict-history.ts';
import type { Workspace } from '../build/workspace.ts';
import { type EditionPair, editionPairs } from '../changes/compare.ts';
import { changesInWords } from '../changes/words.ts';
import { readClaims } from '../claims/read-claims.ts';
import type { Comparison } from '../figures/comparison.ts';
import { leavingEvidence } from '../publication/leaving-rows.ts';
import { openFigures, openKinds } from '../publication/open.ts';
import type { FeedEntry } from './feed.ts';
import { changeEntries, correctionEntry, type PageOf, verdictEntries } from './feed-entries.ts';

/**
 * What publishers changed: every edition compared with the one before it. Kinds whose rows never leave have no feed of
 * rows.
 *
 * @param latest of each source and period only so many pairs, the latest
 */
export async function changesFeed(
  workspace: Workspace,
  source: string | undefined,
  latest: number,
  page?: PageOf,
): Promise<FeedEntry[]> {
  const open = new Set(openKinds(workspace.registry).map((kind) => kind.id));
  const entries: FeedEntry[] = [];
  for (const comparison of workspace.registry.comparisons) {
    for (const pair of pairsOf(workspace, comparison, source, latest)) {
      if (!open.has(pair.to.kind)) continue;
      const changes = await storedChanges(workspace, comparison, pair);
      entries.push(...changeEntries(changes, changesInWords(changes, comparison), pair.to.obtained, page));
    }
  }
  return entries;
}

/** Neighbouring editions of each source and period, the latest first. */
function pairsOf(
  { editions }: Workspace,
  comparison: Comparison,
  source: string | undefined,
  latest: number,
): EditionPair[] {
  const of = editions.filter((edition) => comparison.sources.includes(edition.source));
  const days = [...new Set(of.map((edition) => edition.asOf))].sort().reverse();
  const found = new Map<string, EditionPair>();
  const counts = new Map<string, number>();
  for (const to of days) {
    for (const pair of editionPairs(comparison, editions, { source, to })) {
      const key = `${pair.from.edition} ${pair.to.edition}`;
      const group = `${pair.to.source} ${pair.to.period ?? ''}`;
      if (found.has(key) || (counts.get(group) ?? 0) >= latest) continue;
      counts.set(group, (counts.get(group) ?? 0) + 1);
      found.set(key, pair);
    }
  }
  return [...found.values()];
}

/** Where claims on open kinds would have moved from list to list; of one claim, or of all. */
export async function movesFeed(workspace: Workspace, id: string | undefined): Promise<FeedEntry[]> {
  const open = new Set(openFigures(workspace.registry).map((figure) => figure.id));
  const listed = leavingEvidence(workspace, workspace.registry);
  const entries: FeedEntry[] = [];
  for (const claim of await readClaims(workspace.paths.claims, workspace.registry.figures)) {
    if ((id === undefined || claim.id === id) && open.has(claim.figure ?? ''))
      entries.push(...verdictEntries(await verdictHistory(workspace, workspace.registry, claim, listed)));
  }
  return entries;
}

/** Corrections of published verdicts. */
export function noticesFeed(notices: readonly Notice[], page?: PageOf): FeedEntry[] {
  return notices.map((notice) => correctionEntry(notice, `${notice.on}T00:00:00.000Z`, page));
}
