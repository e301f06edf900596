import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new empty folder; it is removed after the last test of the run. */
export function tempDir(name = 'test'): string {
  return mkdtempSync(join(process.env.COUNTERFOIL_TEST_TMP ?? tmpdir(), `${name}-`));
}
