import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let count = 0;

/** A folder of a test file's own: `write` puts bytes there and gives the path, `remove` ends it. */
export function testFolder() {
  const path = mkdtempSync(join(tmpdir(), 'read-test-'));
  return {
    path,
    write(data: Buffer | string, name = `file-${++count}`): string {
      const file = join(path, name);
      writeFileSync(file, data);
      return file;
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}
