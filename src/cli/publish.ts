import { resolve } from 'node:path';
import type { Effects } from '../project/effects.ts';
import { type ExitCode, exitCodes } from '../project/errors.ts';
import type { CommandOptions } from './commands.ts';
import { text, withWorkspace } from './options.ts';
import { printText } from './output.ts';

/** `counterfoil publish`: writes the site; only files whose bytes changed are touched. */
export async function run(options: CommandOptions, effects: Effects): Promise<ExitCode> {
  return withWorkspace(options, effects, async (workspace) => {
    const { siteOf } = await import('./site-of.ts');
    const { publishSite } = await import('../site/publish/publish-site.ts');
    const given = text(options, 'out');
    const out = given === undefined ? workspace.paths.site : resolve(effects.cwd, given);
    const done = await publishSite(await siteOf(workspace), out, effects.signal);
    printText(effects, options, { out, ...done }, [
      `Published ${done.files} files (${(done.bytes / 1e6).toFixed(1)} MB) to ${out}: ${done.written} written, ${done.removed} removed, the rest as they were.`,
    ]);
    return exitCodes.fine;
  });
}
