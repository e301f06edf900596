import { closeSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { makeFolder } from './durable.ts';
import { exitCodes, UserError } from './errors.ts';

/** SQLite's result code for a full disk. */
const sqliteFull = 13;

/** Locks that are held: one that nobody kept would be let go when memory is cleared up. */
const held = new Set<DatabaseSync>();

/**
 * Holds the project for one writer. The lock is the operating system's (an SQLite exclusive transaction on an empty
 * file), so it ends with its process however that ends, and no stale lock file can be left.
 *
 * @param path the lock file, made where it is missing
 * @param waitMs how long to wait for another process; then CF-STORE-005, exit code 5
 * @returns a function that lets go
 */
export function lockProject(path: string, waitMs: number): () => void {
  makeFolder(dirname(path));
  // Opened plainly first: missing rights and a full disk then say so in the system's own codes.
  closeSync(openSync(path, 'a', 0o644));
  const database = new DatabaseSync(path, { timeout: waitMs });
  try {
    database.exec('pragma journal_mode = off; begin exclusive');
  } catch (error) {
    database.close();
    if ((error as { errcode?: number }).errcode === sqliteFull) {
      throw Object.assign(new Error('no space left on the disk of the lock file'), { code: 'ENOSPC', path });
    }
    throw new UserError('The project is in use by another process.', {
      code: 'CF-STORE-005',
      exit: exitCodes.busy,
      hint: 'Wait until the other command has ended, then run this one again.',
    });
  }
  held.add(database);
  return () => {
    if (held.delete(database)) database.close();
  };
}
