import type { Notice } from '../build/published-verdicts.ts';
import { storedChanges } from '../build/stored-changes.ts';
import { verdictHistory } from '../build/verdict-history.ts';
import type { Workspace } from '../build/workspace.ts';
import { comparedGroups, neighbours } from '../changes/compare.ts';
import { changesInWords } from '../changes/words.ts';
import { readClaims } from '../claims/read-claims.ts';
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
    for (const listed of comparedGroups(comparison, workspace.editions, source)) {
      for (const pair of neighbours(listed).slice(-latest)) {
        if (!open.has(pair.to.kind)) continue;
        const changes = await storedChanges(workspace, comparison, pair);
        entries.push(...changeEntries(changes, changesInWords(changes, comparison), pair.to.obtained, page));
      }
    }
  }
  return entries;
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
