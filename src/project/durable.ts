import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { faultPoint, synced } from './fault-point.ts';

/**
 * The write protocols of the store, each a short list of system calls. Nothing is acknowledged before the folder that
 * names it has been synced, so that a power cut leaves either the old state or the new one.
 */

/** Asks the disk to keep what was written to `path` (a file, or a folder for its names). */
export function syncPath(path: string): void {
  faultPoint('sync');
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
    synced(path);
  } finally {
    closeSync(handle);
  }
}

/** Writes `bytes` under a temporary name beside `path`, syncs, renames, syncs the folder. A reader sees all or nothing. */
export function writeDurably(path: string, bytes: string | Uint8Array, mode = 0o644): void {
  const temporary = `${path}.tmp-${process.pid}`;
  try {
    faultPoint('open');
    const handle = openSync(temporary, 'w', mode);
    try {
      writeAll(handle, bytes);
      faultPoint('sync');
      fsyncSync(handle);
      synced(temporary);
    } finally {
      closeSync(handle);
    }
    faultPoint('rename');
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  syncPath(dirname(path));
}

/** Appends `bytes` to `path` and syncs the file; where `path` is new, its folder too. */
export function appendDurably(path: string, bytes: string): void {
  faultPoint('open');
  const handle = openSync(path, 'a', 0o644);
  try {
    writeAll(handle, bytes);
    faultPoint('sync');
    fsyncSync(handle);
    synced(path);
  } finally {
    closeSync(handle);
  }
  syncPath(dirname(path));
}

/**
 * Makes a folder with those above it, and has the disk keep each new name: a folder that only `mkdir` has made can be
 * gone after a power cut, with all that was synced inside.
 */
export function makeFolder(path: string): void {
  if (existsSync(path)) return;
  const parent = dirname(path);
  makeFolder(parent);
  faultPoint('mkdir');
  mkdirSync(path, { recursive: true });
  syncPath(parent);
}

/** Gives a finished folder its name: sync the folder, rename it, sync its parent. `to` must not exist. */
export function publishFolder(from: string, to: string): void {
  syncPath(from);
  makeFolder(dirname(to));
  faultPoint('rename');
  renameSync(from, to);
  syncPath(dirname(to));
}

function writeAll(handle: number, content: string | Uint8Array): void {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  let written = 0;
  faultPoint('write');
  while (written < bytes.length) written += writeSync(handle, bytes, written);
}
