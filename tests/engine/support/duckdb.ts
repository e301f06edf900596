import { openDuckDb } from '../../../src/engine/duckdb.ts';
import type { Engine } from '../../../src/engine/engine.ts';

let opened: Promise<Engine> | undefined;

/** One engine for a test file; it ends with its process. */
export function duckdb(): Promise<Engine> {
  opened ??= openDuckDb();
  return opened;
}
