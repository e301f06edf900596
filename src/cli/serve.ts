import { resolve } from 'node:path';
import { type Config, readConfig } from '../project/config.ts';
import type { Effects } from '../project/effects.ts';
import { type ExitCode, exitCodes, UserError } from '../project/errors.ts';
import type { ServeSettings } from '../site/serve/settings.ts';
import type { CommandOptions } from './commands.ts';
import { projectOf, text, texts } from './options.ts';
import { note } from './output.ts';
import { asUserError } from './report-error.ts';

const defaultPort = 4287;

/** `counterfoil serve`: the site and its API until Ctrl-C; a new build is gone over to as soon as it is there. */
export async function run(options: CommandOptions, effects: Effects): Promise<ExitCode> {
  const port = portOf(text(options, 'port'));
  const hostname = text(options, 'host') ?? '127.0.0.1';
  const paths = projectOf(options, effects);
  const config = await readConfig(paths);
  const settings = await settingsOf(options, effects, config);
  const { startServer } = await import('../site/serve/start.ts');
  const { snapshotSource } = await import('./snapshot-of.ts');
  const server = await startServer({
    source: snapshotSource(paths, effects, {
      ...settings,
      sql: options['sql'] === true || config.serve.sql === true,
    }),
    hostname,
    port,
    settings,
    tell: (line) => note(effects, line),
    failed: (error) => note(effects, `Serving the build of before: ${asUserError(error).message}`),
  });
  effects.stdout.write(`${server.address}\n`);
  note(effects, 'Serving the site. Ctrl-C ends it.');
  await stopped(effects.signal);
  await server.close();
  return exitCodes.fine;
}

/** What the command line says counts before the configuration. */
async function settingsOf(
  options: CommandOptions,
  effects: Effects,
  { serve }: Config,
): Promise<Partial<ServeSettings>> {
  const given = text(options, 'tokenFile');
  const tokenFile = given === undefined ? serve.token_file : resolve(effects.cwd, given);
  const token =
    tokenFile === undefined ? null : (await import('../site/serve/bearer.ts')).readToken(tokenFile);
  const cors = [...texts(options, 'cors'), ...(serve.cors ?? [])];
  const named: Partial<Record<keyof ServeSettings, unknown>> = {
    hosts: serve.hosts,
    trustProxy: options['trustProxy'] === true || serve.trust_proxy === true,
    cors,
    token,
    requestsPerSecond: serve.requests_per_second,
    burst: serve.burst,
    connections: serve.connections,
    connectionsPerClient: serve.connections_per_client,
    cacheMegabytes: serve.cache_megabytes,
    questionSeconds: serve.question_seconds,
    waitingQuestions: serve.waiting_questions,
  };
  return Object.fromEntries(
    Object.entries(named).filter(([, value]) => value !== undefined),
  ) as Partial<ServeSettings>;
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
