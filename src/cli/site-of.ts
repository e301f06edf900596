import { type Revision, readShown, type ShownValue } from '../build/published-values.ts';
import { type Notice, readPublished } from '../build/published-verdicts.ts';
import { readVerdicts } from '../build/verdicts.ts';
import type { Workspace } from '../build/workspace.ts';
import { readConfig } from '../project/config.ts';
import type { NoteSigner } from '../project/note.ts';
import { listReleases, readSiteReleases } from '../project/site-releases.ts';
import { programVersion } from '../project/version.ts';
import { openEditions, openFigures } from '../publication/open.ts';
import type { PublishedRelease } from '../publication/published.ts';
import { closedFigures, publishedVerdicts } from '../publication/released-verdicts.ts';
import { loadSite } from '../site/data/load-site.ts';
import { hasCopy } from '../site/publish/dated-copy.ts';
import type { Site } from '../site/site.ts';
import { searchesOf } from './searches-of.ts';
import { siteFeeds } from './site-feeds.ts';
import { siteLog } from './site-log.ts';

/** The site of a built project: everything that its pages are made from. Of closed kinds that is their releases. */
export async function siteOf(
  workspace: Workspace,
  releases: readonly PublishedRelease[] = [],
  notices: readonly Notice[] = readPublished(workspace.paths).notices,
  signer?: NoteSigner,
  revise: (shown: readonly ShownValue[]) => readonly Revision[] = () => readShown(workspace.paths).revisions,
): Promise<Site> {
  const config = await readConfig(workspace.paths);
  const { registry } = workspace;
  return loadSite({
    title: config.title,
    notice: config.notice,
    lang: config.language,
    address: config.address,
    bench: { ...workspace, editions: openEditions(registry, workspace.editions) },
    figures: openFigures(registry),
    layouts: new Map(registry.layouts.map((layout) => [layout.id, layout.title])),
    headings: new Map(registry.layouts.map((layout) => [layout.id, layout.requires])),
    verdicts: publishedVerdicts(registry, readVerdicts(workspace.paths), releases),
    version: programVersion,
    searches: await searchesOf(workspace, releases, config),
    closed: releases.length === 0 ? [] : closedFigures(registry),
    registry,
    flagSettings: config.flags,
    feeds: await siteFeeds(workspace, config, notices),
    notices,
    revise,
    log: await siteLog(workspace.paths, signer),
    releases: () =>
      listReleases(
        readSiteReleases(workspace.paths),
        new Set(workspace.editions.map((edition) => edition.edition)),
        (release) => hasCopy(workspace.paths.site, release),
      ),
  });
}
