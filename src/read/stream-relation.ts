import type { Socket } from 'node:net';
import { canonicalLine, canonicalSql } from './canonical-csv.ts';
import { makeFifo } from './fifo.ts';
import { defaultLimits, type Limits } from './limits.ts';
import type { RawReject, RawRow, ReadAccount } from './raw-row.ts';
import { refuse } from './refusals.ts';

/**
 * One relation of text columns for the engine. `sql` is a table expression with `row BIGINT, line BIGINT, c1 … cN
 * VARCHAR` (null where the cell is empty, quoted or not) and, with links, `k1 … kN VARCHAR`. It can be read once.
 *
 * Await `finished()` after the query: only then is it certain that the engine saw every row. A producer that fails
 * ends the stream early, which the engine cannot tell from a short file; `finished()` then throws. Call `cancel()`
 * whenever the query fails or is never made.
 *
 * The engine keeps what it has read from a pipe until the query ends (about 1.1 bytes for each byte of a stream, more
 * while it writes Parquet with several threads): give a large stream a memory limit that fits, and never a place to
 * spill to. The message of a query that fails may quote a cell: never pass it on.
 */
export interface RawRelation {
  sql: string;
  width: number;
  finished(): Promise<ReadAccount>;
  cancel(): void;
}

/** Rows one by one, or in batches (faster by about half). */
export type RawRows = AsyncIterable<RawRow | readonly RawRow[]>;

/** Characters gathered before they are written to the pipe. */
const BLOCK = 256 * 1024;

/**
 * Hands rows to the engine as canonical CSV through a named pipe: never through a file, with back-pressure, in flat
 * memory. Any reader that yields rows can be given to the engine so. `records` counts what came from `rows` until
 * `account` is told better by the caller.
 */
export async function streamRelation(
  rows: RawRows,
  width: number,
  links: boolean,
  limits: Limits = defaultLimits,
): Promise<RawRelation> {
  const fifo = await makeFifo();
  const abort = new AbortController();
  const done = produce(rows, width, links, fifo, abort.signal, limits);
  // The caller may never ask, after a failure of its own.
  done.catch(() => {});
  return {
    sql: canonicalSql(fifo.path, width, links, limits.maxLineBytes),
    width,
    finished: () => done,
    cancel: () => abort.abort(),
  };
}

/** The engine closed its end, or the caller cancelled, before the last row. */
export class StreamStopped extends Error {
  constructor() {
    super('the engine stopped reading before the last row');
    this.name = 'StreamStopped';
  }
}

async function produce(
  rows: RawRows,
  width: number,
  links: boolean,
  fifo: Awaited<ReturnType<typeof makeFifo>>,
  signal: AbortSignal,
  limits: Limits,
): Promise<ReadAccount> {
  const iterator = rows[Symbol.asyncIterator]();
  let socket: Socket | null = null;
  try {
    socket = await fifo.writer(signal, limits.openSeconds);
    await fifo.remove();
    if (!socket) throw signal.aborted ? new StreamStopped() : refuse('not-opened');
    return await pump(iterator, width, links, socket, signal, limits);
  } finally {
    socket?.destroy();
    await fifo.remove();
    // Not awaited: a producer that hangs must not hold the others up.
    iterator.return?.()?.catch(() => {});
  }
}

async function pump(
  iterator: AsyncIterator<RawRow | readonly RawRow[]>,
  width: number,
  links: boolean,
  socket: Socket,
  signal: AbortSignal,
  limits: Limits,
): Promise<ReadAccount> {
  const stop = new Stop(socket, signal);
  const account: ReadAccount = { records: 0, independent: false, rejected: 0, rejects: [] };
  let block = '';
  const write = async () => {
    const full = !socket.write(block);
    block = '';
    if (full) await stop.or((go) => socket.once('drain', go));
  };
  for (;;) {
    const next = await stop.or<IteratorResult<RawRow | readonly RawRow[]>>((go, fail) =>
      iterator.next().then(go, fail),
    );
    if (next.done) break;
    for (const row of Array.isArray(next.value) ? next.value : [next.value]) {
      account.records += 1;
      if (row.reject) {
        account.rejected += 1;
        if (account.rejects.length < limits.rejects) account.rejects.push(rejectOf(row));
      } else block += canonicalLine(row, width, links);
      if (block.length >= BLOCK) await write();
    }
  }
  await stop.or((go) => socket.end(block, go));
  return account;
}

/**
 * Waits that end when the other side goes away. (Racing each wait against one promise would keep every batch alive
 * until that promise settles.)
 */
class Stop {
  private stopped = false;
  private fail: (error: Error) => void = () => {};

  constructor(socket: Socket, signal: AbortSignal) {
    const stop = () => {
      this.stopped = true;
      this.fail(new StreamStopped());
    };
    socket.on('error', stop).on('close', stop);
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) this.stopped = true;
  }

  or<T = void>(wait: (go: (value: T) => void, fail: (error: unknown) => void) => void): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.stopped) return reject(new StreamStopped());
      this.fail = reject;
      wait(resolve, reject);
    });
  }
}

function rejectOf(row: RawRow): RawReject {
  const reject: RawReject = { row: row.row, code: row.reject ?? 'cell-count' };
  if (row.line !== null) reject.line = row.line;
  if (row.found !== undefined) reject.cells = row.found;
  if (row.lines !== undefined && row.lines > 1) reject.lines = row.lines;
  return reject;
}
