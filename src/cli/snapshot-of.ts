import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readBuildState } from '../build/build.ts';
import { contentKey } from '../build/content-key.ts';
import { readVerdicts } from '../build/verdicts.ts';
import { openWorkspace } from '../build/workspace.ts';
import { registry } from '../kinds/registry.ts';
import { readConfig } from '../project/config.ts';
import type { Effects } from '../project/effects.ts';
import { goneEverywhere } from '../project/journal.ts';
import type { ProjectPaths } from '../project/paths.ts';
import { readSiteReleases, type SiteRelease, siteReleasesPath } from '../project/site-releases.ts';
import { programVersion } from '../project/version.ts';
import { openEditions } from '../publication/open.ts';
import { ledgerPath, prepareReleases } from '../publication/prepare.ts';
import { publishedVerdicts } from '../publication/released-verdicts.ts';
import { publishedTables } from '../publication/tables.ts';
import { engineQueue } from '../site/api/engine-queue.ts';
import type { Holdings } from '../site/api/holdings.ts';
import { createApp } from '../site/app.tsx';
import { type HeldCopies, heldCopies } from '../site/serve/held-copies.ts';
import { defaultSettings, type ServeSettings } from '../site/serve/settings.ts';
import type { Snapshot, SnapshotSource } from '../site/serve/snapshot.ts';
import { siteFiles } from '../site/site-files.ts';
import { sqlRunner } from '../site/sql/run-sql.ts';
import { type TablesFile, writeTablesFile } from '../site/sql/tables-file.ts';
import { siteOf } from './site-of.ts';

/** What of the settings concerns one build. */
export type SnapshotSettings = Partial<Pick<ServeSettings, 'questionSeconds' | 'waitingQuestions'>> & {
  sql?: boolean;
};

/** The builds of a project: what `serve` opens, now and whenever there is a new one. */
export function snapshotSource(
  paths: ProjectPaths,
  effects: Pick<Effects, 'env'>,
  settings: SnapshotSettings = {},
): SnapshotSource {
  const ledgers = registry.kinds.map((kind) => ledgerPath(paths, kind.id));
  return {
    stamp: () => contentKey([join(paths.derived, 'build.json'), ...ledgers].map(hashOf)),
    open: () => open(paths, effects, settings, () => contentKey(ledgers.map(hashOf))),
  };
}

async function open(
  paths: ProjectPaths,
  effects: Pick<Effects, 'env'>,
  settings: SnapshotSettings,
  released: () => string,
): Promise<Snapshot> {
  const workspace = await openWorkspace(paths, registry, effects.env);
  let file: TablesFile | undefined;
  const close = () => {
    workspace.close();
    file?.remove();
  };
  try {
    // Nothing new is released here: what is shown of closed kinds is what publish has released so far.
    const releases = (await prepareReleases(workspace, null)).map((one) => one.published);
    const build = contentKey([readBuildState(paths)?.key ?? '', released()]);
    const config = await readConfig(paths);
    const tables = publishedTables(registry, workspace.relations, releases);
    if (settings.sql) file = await writeTablesFile(workspace.engine, tables, workspace.registry);
    const site = {
      ...(await siteOf(workspace, releases)),
      build,
      ...(settings.sql ? { sql: tables.map(({ name, says }) => ({ name, says })) } : {}),
    };
    const holdings: Holdings = {
      build,
      title: config.title,
      notice: config.notice,
      version: programVersion,
      bench: { ...workspace, editions: openEditions(registry, workspace.editions) },
      registry,
      verdicts: publishedVerdicts(registry, readVerdicts(paths), releases),
      releases,
      flagSettings: config.flags,
      queue: engineQueue(() => workspace.engine.interrupt(), {
        waiting: settings.waitingQuestions ?? defaultSettings.waitingQuestions,
        runMs: (settings.questionSeconds ?? defaultSettings.questionSeconds) * 1000,
      }),
      runSql: file && sqlRunner(file.file, file.tables),
    };
    return { build, app: createApp(site, siteFiles(site), holdings, copiesOf(paths)), close };
  } catch (error) {
    close();
    throw error;
  }
}

/** The dated copies, each time as the project knows them then. */
function copiesOf(paths: ProjectPaths): HeldCopies {
  let read: { at: string | null; releases: SiteRelease[]; gone: Set<string> } | undefined;
  const now = () => {
    const at = contentKey([siteReleasesPath(paths), paths.journal].map(stampOf));
    if (read?.at !== at)
      read = { at, releases: readSiteReleases(paths), gone: goneEverywhere(paths.journal) };
    return read;
  };
  return heldCopies(
    paths.site,
    () => now().releases,
    () => now().gone,
  );
}

function stampOf(path: string): string | null {
  const found = statSync(path, { throwIfNoEntry: false });
  return found ? `${found.size} ${found.mtimeMs} ${found.ino}` : null;
}

function hashOf(path: string): string | null {
  return existsSync(path) ? createHash('sha256').update(readFileSync(path)).digest('hex') : null;
}
