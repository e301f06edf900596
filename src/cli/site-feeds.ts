import type { Notice } from '../build/published-verdicts.ts';
import type { Workspace } from '../build/workspace.ts';
import { atomFeed, eventId, type Feed, type FeedEntry, jsonFeed } from '../export/feed.ts';
import type { PageOf } from '../export/feed-entries.ts';
import { changesFeed, noticesFeed } from '../export/feed-sources.ts';
import type { Config } from '../project/config.ts';
import { readLog } from '../project/journal-log.ts';
import { feedPaths } from '../site/feed-paths.ts';
import { file, paths } from '../site/paths.ts';

/** Pairs of editions of each source that the site's feeds tell of; `counterfoil feed` tells of all. */
const latestPairs = 5;

/**
 * The feeds of a site: of everything, of each source, of each organisation and claim that there is something to tell
 * about; each as Atom and as JSON Feed.
 */
export async function siteFeeds(
  workspace: Workspace,
  config: Config,
  notices: readonly Notice[],
): Promise<Map<string, () => string>> {
  const at = (path: string) => (config.address === null ? null : `${config.address}${path}`);
  // Of other organisations than agencies only some have a page; the source says where the change is.
  const ofAgencies = new Set(
    workspace.registry.comparisons.flatMap(({ identity, sources }) => (identity ? sources : [])),
  );
  const page: PageOf = ({ source, claim, organisation }) =>
    at(
      file(
        claim !== undefined
          ? paths.claim(claim)
          : organisation !== undefined && (source === undefined || ofAgencies.has(source))
            ? paths.agency(organisation)
            : source !== undefined
              ? paths.sources
              : paths.home,
      ),
    );
  const entries = [
    ...(await changesFeed(workspace, undefined, latestPairs, page)),
    ...noticesFeed(notices, page),
  ];
  const { origin } = readLog(workspace.paths);
  const files = new Map<string, () => string>();
  const put = (name: string, what: string, of: readonly FeedEntry[]) => {
    const feed = (self: string): Feed => ({
      id: eventId(['feed', origin, what]),
      title: what === 'all' ? config.title : `${config.title}: ${what}`,
      site: at(''),
      self: at(self),
      author: config.title,
      entries: of,
    });
    files.set(`${name}.atom`, () => atomFeed(feed(`${name}.atom`)));
    files.set(`${name}.json`, () => jsonFeed(feed(`${name}.json`)));
  };
  put(
    feedPaths.all,
    'all',
    entries.filter(({ further }) => further !== true),
  );
  for (const part of ['source', 'organisation', 'claim'] as const) {
    const groups = new Map<string, FeedEntry[]>();
    for (const entry of entries) {
      const id = entry.about?.[part];
      if (entry.further === true && part === 'source') continue;
      if (id !== undefined) groups.set(id, [...(groups.get(id) ?? []), entry]);
    }
    for (const [id, of] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) put(feedPaths[part](id), id, of);
  }
  return files;
}
