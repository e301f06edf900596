import { setTimeout as wait } from 'node:timers/promises';
import { BasicAuth, type Iterator, type QueryResult, Trino } from 'trino-client';
import { exitCodes, UserError } from '../project/errors.ts';
import type { SqlRow } from './engine.ts';
import { certificateError, Passing, requestError, statementError } from './trino-errors.ts';
import type { TrinoSession } from './trino-session.ts';
import { parsePage, trinoValue } from './trino-values.ts';

/** How the server is reached and who asks. */
export interface TrinoOptions {
  /** `https://host:port`; plain http only without a password or token, or on this machine. */
  server: string;
  catalog: string;
  /** A catalog of the Iceberg connector for built models; without it they are tables of `catalog`, too. */
  iceberg?: string | undefined;
  schema: string;
  user: string;
  password?: string | undefined;
  token?: string | undefined;
  /** Certificates in PEM that the server's is checked by, where the system's do not do. */
  ca?: string | undefined;
  /** Told at most once a second how the running statement gets on. */
  progress?: ((progress: TrinoProgress) => void) | undefined;
}

/** How far a statement is. */
export interface TrinoProgress {
  state: string;
  splits: number;
  splitsDone: number;
  rows: number;
  stages: number;
}

/** A connection on which statements run, one page after the other. */
export interface TrinoConnection {
  /**
   * Runs a statement. Throws a UserError CF-TRINO-…; a lost worker is tried again twice, unless a second run would not
   * come to the same (`once`).
   */
  run(
    sql: string,
    how?: 'again' | 'once',
    session?: TrinoSession,
  ): Promise<{ rows: SqlRow[]; updated: number }>;
  /** Stops what runs, here and on the server. */
  interrupt(): void;
}

/** Waits before the protocol's retries, in milliseconds: a busy gateway, a connection cut between two pages. */
const pauses = [100, 200, 500, 1000, 2000, 3000];
/** Waits before a whole statement is tried again after a worker was lost. */
const statementPauses = [2000, 10_000];

/** Connects by the official client. Nothing is sent before the first statement. */
export function connectTrino(options: TrinoOptions): TrinoConnection {
  const trino = createClient(options);
  const running = new Set<Running>();

  const once = async (sql: string, session: TrinoSession): Promise<{ rows: SqlRow[]; updated: number }> => {
    const state: Running = { stopped: false, id: undefined };
    running.add(state);
    let ticker: NodeJS.Timeout | undefined;
    try {
      const pages = await patiently(options, state, () => trino.query({ query: sql, session }), false);
      ticker = setInterval(() => tell(options, lastPage(pages)), 1000);
      ticker.unref();
      return await readAll(options, state, pages);
    } catch (error) {
      if (state.stopped) throw stopped();
      throw error;
    } finally {
      clearInterval(ticker);
      running.delete(state);
    }
  };

  return {
    async run(sql, how = 'again', session = {}) {
      for (let tries = 0; ; tries++) {
        try {
          return await once(sql, session);
        } catch (error) {
          if (!(error instanceof Passing)) throw error;
          const pause = statementPauses[tries];
          if (pause === undefined || how === 'once') throw error.failure;
          await wait(pause);
        }
      }
    },
    interrupt() {
      for (const state of running) {
        state.stopped = true;
        if (state.id !== undefined) trino.cancel(state.id).catch(() => {});
      }
    },
  };

  async function readAll(from: TrinoOptions, state: Running, pages: Iterator<QueryResult>) {
    const rows: SqlRow[] = [];
    let updated = 0;
    const take = (page: QueryResult): void => {
      state.id = page.id;
      if (page.error) throw statementError({ ...page.error, id: page.id });
      updated = (page as { updateCount?: number }).updateCount ?? updated;
      const columns = page.columns ?? [];
      for (const values of page.data ?? []) {
        rows.push(
          Object.fromEntries(columns.map(({ name, type }, index) => [name, trinoValue(values[index], type)])),
        );
      }
    };
    take(lastPage(pages));
    for (;;) {
      if (state.stopped) {
        if (state.id !== undefined) await trino.cancel(state.id).catch(() => {});
        throw stopped();
      }
      const { value, done } = await patiently(from, state, () => pages.next(), true);
      if (done) return { rows, updated };
      take(value);
    }
  }
}

interface Running {
  stopped: boolean;
  id: string | undefined;
}

function createClient(options: TrinoOptions): Trino {
  const trino = Trino.create({
    server: options.server,
    catalog: options.catalog,
    schema: options.schema,
    source: 'counterfoil',
    ...(options.password === undefined ? {} : { auth: new BasicAuth(options.user, options.password) }),
    ...(options.ca === undefined ? {} : { ssl: { ca: options.ca } }),
    extraHeaders: {
      'X-Trino-User': options.user,
      'X-Trino-Time-Zone': 'UTC',
      ...(options.token === undefined ? {} : { Authorization: `Bearer ${options.token}` }),
    },
  });
  // The client has no options for these: numbers that JSON.parse would round, and a server that never answers.
  const { clientConfig } = (trino as unknown as { client: { clientConfig: Record<string, unknown> } }).client;
  clientConfig['transformResponse'] = [parsePage];
  clientConfig['timeout'] = 120_000;
  return trino;
}

/** The page that the client read last. It steps over pages without rows, where progress and failures are said. */
function lastPage(pages: Iterator<QueryResult>): QueryResult {
  return (pages as unknown as { iter: { queryResult: QueryResult } }).iter.queryResult;
}

/**
 * Sends a request again where the protocol says so (502, 503, 504, and 429), and where the connection failed: always
 * between two pages, of a new statement only where it was not sent.
 */
async function patiently<T>(
  options: TrinoOptions,
  state: Running,
  send: () => Promise<T>,
  between: boolean,
): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await send();
    } catch (error) {
      if (error instanceof UserError || error instanceof Passing) throw error;
      const { response, code } = error as { response?: { status: number }; code?: string };
      const status = response?.status ?? 0;
      const again = status === 0 ? between || code === 'ECONNREFUSED' : [429, 502, 503, 504].includes(status);
      const pause = pauses[tries];
      if (status === 0 && isCertificate(code)) throw certificateError(options.server);
      if (!again || pause === undefined || state.stopped) throw requestError(options.server, status);
      await wait(pause);
    }
  }
}

/** Whether a connection failed because the server's certificate was not accepted: as it would the next time. */
function isCertificate(code = ''): boolean {
  return /CERT|UNABLE_TO_(VERIFY|GET)|HOSTNAME_MISMATCH/.test(code);
}

function tell(options: TrinoOptions, page: QueryResult): void {
  const { stats } = page;
  if (!stats) return;
  options.progress?.({
    state: stats.state.toLowerCase(),
    splits: stats.totalSplits,
    splitsDone: stats.completedSplits,
    rows: stats.processedRows,
    stages: stats.rootStage ? countStages(stats.rootStage) : 0,
  });
}

interface Stage {
  subStages: Stage[];
}

function countStages(stage: Stage): number {
  return 1 + stage.subStages.reduce((sum: number, part) => sum + countStages(part), 0);
}

function stopped(): UserError {
  return new UserError('The statement was stopped.', {
    code: 'CF-TRINO-009',
    exit: exitCodes.unreadable,
    hint: 'Run the command again.',
  });
}
