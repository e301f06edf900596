import { resolve } from 'node:path';
import { publishValues, readShown, writeShown } from '../build/published-values.ts';
import { publishVerdicts, readPublished, writePublished } from '../build/published-verdicts.ts';
import { asWriter } from '../build/session.ts';
import { readVerdicts } from '../build/verdicts.ts';
import type { Workspace } from '../build/workspace.ts';
import { mended } from '../claims/mended.ts';
import type { Effects } from '../project/effects.ts';
import { type ExitCode, exitCodes } from '../project/errors.ts';
import { goneEverywhere } from '../project/journal.ts';
import type { NoteSigner } from '../project/note.ts';
import { readSiteReleases, type SiteRelease, writeSiteReleases } from '../project/site-releases.ts';
import { programVersion } from '../project/version.ts';
import { prepareReleases } from '../publication/prepare.ts';
import { publishedVerdicts } from '../publication/released-verdicts.ts';
import type { Published } from '../site/publish/publish-site.ts';
import type { CommandOptions } from './commands.ts';
import { holdHeap } from './hold-heap.ts';
import { text, withWorkspace } from './options.ts';
import { note, printText } from './output.ts';
import { readKey } from './read-key.ts';

/**
 * `counterfoil publish`: writes the site; only files whose bytes changed are touched. Kinds whose rows never leave are
 * released first: what is to be shown is written into the ledger before any page takes its name. Each publication is
 * kept under an address with its date.
 */
export async function run(options: CommandOptions, effects: Effects): Promise<ExitCode> {
  // Pages are made one after another and thrown away. Left alone, the heap grows to seven times what is held.
  const letGo = holdHeap();
  const published = withWorkspace(options, effects, async (workspace) => {
    const given = text(options, 'out');
    const out = given === undefined ? workspace.paths.site : resolve(effects.cwd, given);
    const key = text(options, 'key');
    const signer = key === undefined ? undefined : await readKey(resolve(effects.cwd, key));
    const today = effects.now().toISOString().slice(0, 10);
    const done = await asWriter(workspace.paths, () =>
      publishWorkspace(workspace, out, today, effects.signal, signer),
    );
    const { release, heavy, ...written } = done;
    const kept = release?.made ? 'Kept' : 'The same site is kept';
    printText(effects, options, { out, ...written, release: release?.name ?? null, heavy }, [
      `Published ${done.files} files (${(done.bytes / 1e6).toFixed(1)} MB) to ${out}: ${done.written} written, ${done.removed} removed, the rest as they were.`,
      ...(release === null ? [] : [`${kept} as releases/${release.name}/.`]),
      ...(release?.withdrawn ?? []).map(
        (name) => `Withdrew releases/${name}/: it held an edition that has to go everywhere.`,
      ),
    ]);
    for (const { page, what, bytes, budget } of heavy)
      note(
        effects,
        `${page}: ${weighs[what]} ${kilobytes(bytes)} kB as it travels; it may be ${kilobytes(budget)} kB.`,
      );
    return heavy.length === 0 ? exitCodes.fine : exitCodes.differs;
  });
  return published.finally(letGo);
}

const weighs = {
  page: 'page and stylesheet are',
  script: 'scripts are',
  countyMap: 'map and borders are',
} as const;

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}

/** Publishes an opened project to a folder, as of a day (ISO, in UTC). Call it under the lock. */
export async function publishWorkspace(
  workspace: Workspace,
  out: string,
  today: string,
  signal: AbortSignal,
  signer?: NoteSigner,
): Promise<Published> {
  const { siteOf } = await import('./site-of.ts');
  const { publishSite } = await import('../site/publish/publish-site.ts');
  const { paths } = workspace;
  const dated = {
    releases: readSiteReleases(paths),
    date: today,
    editions: workspace.editions.map((edition) => edition.edition),
    gone: goneEverywhere(paths.journal),
    keep: (list: readonly SiteRelease[]) => writeSiteReleases(paths, list),
  };
  const releases = await prepareReleases(workspace, today);
  const published = releases.map((one) => one.published);
  const verdicts = publishedVerdicts(workspace.registry, readVerdicts(paths), published);
  const before = readPublished(paths);
  const after = publishVerdicts(before, verdicts, `counterfoil ${programVersion}`, today, mended);
  const program = `counterfoil ${programVersion}`;
  const shownBefore = readShown(paths);
  let shown = shownBefore;
  const site = await siteOf(workspace, published, after.notices, signer, (values) => {
    shown = publishValues(shownBefore, values, program, today, { wrong: mended, gone: dated.gone });
    return shown.revisions;
  });
  const keep = () => {
    for (const release of releases) release.keep();
    writePublished(paths, before, after);
    writeShown(paths, shownBefore, shown);
  };
  return publishSite(site, out, signal, keep, dated);
}
