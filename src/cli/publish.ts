import { resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { asWriter } from '../build/session.ts';
import type { Effects } from '../project/effects.ts';
import { type ExitCode, exitCodes } from '../project/errors.ts';
import { closedKinds, prepareReleases } from '../publication/prepare.ts';
import type { CommandOptions } from './commands.ts';
import { text, withWorkspace } from './options.ts';
import { printText } from './output.ts';

/** How far the heap may grow over what is held before it is collected; a fifth more CPU than without, a fifth less memory. */
const heapGrowthPercent = 30;

/**
 * `counterfoil publish`: writes the site; only files whose bytes changed are touched. Kinds whose rows never leave are
 * released first: what is to be shown is written into the ledger before any page takes its name.
 */
export async function run(options: CommandOptions, effects: Effects): Promise<ExitCode> {
  // Pages are made one after another and thrown away. Left alone, the heap grows to seven times what is held.
  setFlagsFromString(`--heap-growing-percent=${heapGrowthPercent}`);
  return withWorkspace(options, effects, async (workspace) => {
    const { siteOf } = await import('./site-of.ts');
    const { publishSite } = await import('../site/publish/publish-site.ts');
    const given = text(options, 'out');
    const out = given === undefined ? workspace.paths.site : resolve(effects.cwd, given);
    const publish = async () => {
      const today = effects.now().toISOString().slice(0, 10);
      const releases = await prepareReleases(workspace, today);
      const site = await siteOf(
        workspace,
        releases.map((one) => one.published),
      );
      return publishSite(site, out, effects.signal, () => {
        for (const release of releases) release.keep();
      });
    };
    const closed = closedKinds(workspace).length > 0;
    const done = closed ? await asWriter(workspace.paths, publish) : await publish();
    printText(effects, options, { out, ...done }, [
      `Published ${done.files} files (${(done.bytes / 1e6).toFixed(1)} MB) to ${out}: ${done.written} written, ${done.removed} removed, the rest as they were.`,
    ]);
    return exitCodes.fine;
  });
}
