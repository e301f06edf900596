import { type ChildProcess, fork } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { type Fifo, makeFifo } from './fifo.ts';
import { type HeldFile, type Input, nameOf } from './input.ts';
import type { Limits } from './limits.ts';
import type { RawRow } from './raw-row.ts';
import { type Refusal, refuse } from './refusals.ts';
import type { SheetListing, WorkbookAnswer, WorkbookQuestion } from './workbook-messages.ts';

/** The parent's side of the child process that parses workbooks: started when first needed, again after a kill. */
export class WorkbookHost {
  private child: ChildProcess | null = null;
  private queue: Promise<unknown> = Promise.resolve();
  private readonly limits: Limits;

  constructor(limits: Limits) {
    this.limits = limits;
  }

  /**
   * Lists a workbook's sheets. `key` is how `rows` is asked for them; of a file that lies in no folder it holds until
   * the next workbook is opened.
   * @throws UserError of the refusals that a workbook can earn
   */
  async open(input: Input): Promise<{ sheets: SheetListing[]; modified: string | null; key: string }> {
    return this.alone(async () => {
      const name = nameOf(input);
      const fifo = typeof input === 'string' ? null : await makeFifo();
      const path = fifo?.path ?? name;
      const clock = { left: this.limits.fileSeconds * 1000 };
      const asked = this.ask({ ask: 'open', path, limits: this.limits }, name, clock);
      const stop = new AbortController();
      const fed = fifo && typeof input !== 'string' ? feed(fifo, input, stop.signal, this.limits) : null;
      try {
        const reply = await asked;
        if (reply.is !== 'sheets') throw refuse('workbook-damaged', name);
        return { ...reply, key: path };
      } finally {
        stop.abort();
        await fed?.catch(() => {});
      }
    });
  }

  /** The rows of a sheet after the header at `headerRow` (0-based, -1 without one). One reading at a time. */
  async *rows(path: string, index: number, headerRow: number): AsyncGenerator<RawRow[]> {
    const release = await this.take();
    const clock = { left: this.limits.fileSeconds * 1000 };
    let last = false;
    let asked = false;
    try {
      let question: WorkbookQuestion = { ask: 'rows', path, index, from: headerRow + 2, limits: this.limits };
      while (!last) {
        asked = true;
        const reply = await this.ask(question, path, clock);
        question = { ask: 'more' };
        if (reply.is !== 'rows') throw refuse('workbook-damaged', path);
        last = reply.last;
        yield reply.rows.map(({ number, cells, links }) => {
          const row: RawRow = { row: number - headerRow - 1, line: null, cells };
          if (links) row.links = links;
          return judge(row, this.limits);
        });
      }
    } finally {
      if (asked && !last && this.child)
        await this.ask({ ask: 'stop' }, path, { left: 5_000 }).catch(() => {});
      release();
    }
  }

  /** Ends the child. */
  close(): void {
    this.child?.kill('SIGKILL');
    this.child = null;
  }

  private async alone<T>(work: () => Promise<T>): Promise<T> {
    const release = await this.take();
    try {
      return await work();
    } finally {
      release();
    }
  }

  private async take(): Promise<() => void> {
    let release = () => {};
    const before = this.queue;
    this.queue = new Promise<void>((resolve) => {
      release = resolve;
    });
    await before;
    return release;
  }

  private ask(question: WorkbookQuestion, path: string, clock: { left: number }): Promise<WorkbookAnswer> {
    this.child ??= start(this.limits);
    const child = this.child;
    const began = performance.now();
    return new Promise((resolve, reject) => {
      const settle = () => {
        clearTimeout(timer);
        clearInterval(watch);
        child.off('message', heard).off('exit', died).off('error', died);
        child.unref();
        child.channel?.unref();
        clock.left -= performance.now() - began;
      };
      const kill = (refusal: Refusal) => {
        settle();
        this.close();
        reject(refuse(refusal, path));
      };
      const heard = (reply: WorkbookAnswer) => {
        settle();
        if (reply.is === 'refused') reject(refuse(reply.refusal, path));
        else resolve(reply);
      };
      // A child that is gone by itself ran out of its heap: that is the one end that its code does not catch.
      const died = () => kill('too-much-memory');
      const timer = setTimeout(() => kill('too-slow'), Math.max(0, clock.left));
      const watch = setInterval(async () => {
        if (
          (await residentMegabytes(child.pid)) > this.limits.childResidentMegabytes &&
          this.child === child
        ) {
          kill('too-much-memory');
        }
      }, 100);
      child.on('message', heard).on('exit', died).on('error', died);
      child.ref();
      child.channel?.ref();
      child.send(question, (error) => error && died());
    });
  }
}

/** Writes a file that lies in no folder into a pipe, for the child to hold. */
async function feed(fifo: Fifo, input: HeldFile, signal: AbortSignal, limits: Limits): Promise<void> {
  try {
    const socket = await fifo.writer(signal, limits.openSeconds);
    await fifo.remove();
    if (socket) await pipeline(Readable.from(input.open(), { objectMode: false }), socket, { signal });
  } finally {
    await fifo.remove();
  }
}

function judge(row: RawRow, limits: Limits): RawRow {
  for (const cell of row.cells) {
    if (cell === null) continue;
    const long = cell.length > limits.cellBytes / 4 && Buffer.byteLength(cell) > limits.cellBytes;
    if (long || cell.includes('\0'))
      return { row: row.row, line: null, cells: [], reject: long ? 'cell-too-long' : 'nul' };
  }
  return row;
}

/** The child runs from sources and from the compiled files alike: its extension is this module's own. */
function start(limits: Limits): ChildProcess {
  const file = fileURLToPath(new URL(`./workbook-child${extname(import.meta.url)}`, import.meta.url));
  return fork(file, [], {
    execArgv: [
      `--max-old-space-size=${limits.childHeapMegabytes}`,
      // Rows come and go by the batch: without a bound the part of the heap where they are made grows to 134 MB.
      '--max-semi-space-size=4',
      '--no-warnings',
    ],
    // What a crash prints may quote a cell.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: {},
  });
}

async function residentMegabytes(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '');
  return (Number(status.split(' ')[1] ?? 0) * 4096) / 1024 ** 2;
}
