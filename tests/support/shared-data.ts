import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe } from 'vitest';
import { root } from './root.ts';

/** A path below `../shared/data` beside the clone, or null where it is not there. */
export function sharedData(...parts: string[]): string | null {
  const path = join(resolve(root, '..', 'shared', 'data'), ...parts);
  return existsSync(path) ? path : null;
}

/**
 * `describe` for tests on real records: the body gets the path below `../shared/data`. Where the folder is absent
 * the tests are skipped, counted as skipped, and said so loudly.
 */
export function describeWithShared(name: string, parts: string[], body: (path: string) => void): void {
  const path = sharedData(...parts);
  if (path !== null) {
    describe(name, () => body(path));
    return;
  }
  const place = ['..', 'shared', 'data', ...parts].join('/');
  process.stderr.write(`\n!!! NOT TESTED: "${name}" needs ${place}, which is not there.\n\n`);
  describe.skip(`${name} (${place} is not there)`, () => body(place));
}
