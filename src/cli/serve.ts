import type { Effects } from '../project/effects.ts';
import { type ExitCode, exitCodes, UserError } from '../project/errors.ts';
import { prepareReleases } from '../publication/prepare.ts';
import type { CommandOptions } from './commands.ts';
import { text, withWorkspace } from './options.ts';
import { note } from './output.ts';

const defaultPort = 4287;

/** `counterfoil serve`: the site on this machine until Ctrl-C. */
export async function run(options: CommandOptions, effects: Effects): Promise<ExitCode> {
  const port = portOf(text(options, 'port'));
  const hostname = text(options, 'host') ?? '127.0.0.1';
  return withWorkspace(options, effects, async (workspace) => {
    const { siteOf } = await import('./site-of.ts');
    const { createApp } = await import('../site/app.tsx');
    const { listen } = await import('../site/serve/listen.ts');
    // Nothing new is released here: what is shown of closed kinds is what publish has released so far.
    const releases = await prepareReleases(workspace, null);
    const site = await siteOf(
      workspace,
      releases.map((one) => one.published),
    );
    const server = await listen(createApp(site), { hostname, port });
    effects.stdout.write(`${server.address}\n`);
    note(effects, 'Serving the site. Ctrl-C ends it.');
    await stopped(effects.signal);
    await server.close();
    return exitCodes.fine;
  });
}

function stopped(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((done) => signal.addEventListener('abort', () => done(), { once: true }));
}

function portOf(given: string | undefined): number {
  if (given === undefined) return defaultPort;
  if (/^\d{1,5}$/.test(given) && Number(given) <= 65_535) return Number(given);
  throw new UserError(`"${given}" is not a port.`, {
    code: 'CF-SERVE-001',
    exit: exitCodes.usage,
    hint: 'Give a number from 0 to 65535; 0 takes any free one.',
  });
}
