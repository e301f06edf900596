import { execFile } from 'node:child_process';
import { closeSync, constants, openSync, rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

/** A named pipe in a private folder, with one writer and one reader. No byte of it is ever on a disk. */
export interface Fifo {
  path: string;
  /** The writing end, once somebody reads; null when `signal` is raised or `seconds` have passed before that. */
  writer(signal: AbortSignal, seconds: number): Promise<Socket | null>;
  /** Takes the name away. Whoever waits for the other end then sees an end of file, whoever comes later no file. */
  remove(): Promise<void>;
}

/** Makes a pipe that only this user can open, in a folder that only this user can enter. */
export async function makeFifo(): Promise<Fifo> {
  const folder = await mkdtemp(join(tmpdir(), 'counterfoil-'));
  const path = join(folder, 'rows');
  let removed = false;
  const remove = async () => {
    if (removed) return;
    removed = true;
    release(path);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await promisify(execFile)('mkfifo', ['-m', '600', path]);
  } catch (error) {
    await remove();
    throw error;
  }
  return { path, remove, writer: (signal, seconds) => openWriter(path, signal, seconds) };
}

async function openWriter(path: string, signal: AbortSignal, seconds: number): Promise<Socket | null> {
  const until = performance.now() + seconds * 1000;
  for (let pause = 1; performance.now() < until && !signal.aborted; pause = Math.min(20, pause + 1)) {
    try {
      // Non-blocking, so that no thread waits for a reader that never comes.
      const fd = openSync(path, constants.O_WRONLY | constants.O_NONBLOCK);
      return new Socket({ fd, readable: false, writable: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENXIO') throw error;
    }
    await wait(pause);
  }
  return null;
}

/**
 * Holds both ends for a moment while the name goes: a reader that is blocked in its `open` wakes, and none can slip
 * in between and wait for ever.
 */
function release(path: string): void {
  let fd: number | undefined;
  try {
    fd = openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
    rmSync(path, { force: true });
  } catch {
    // Never made, or gone already.
  } finally {
    if (fd !== undefined) closeSync(fd);
  }
}
