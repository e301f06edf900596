import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Makes the one folder under which every test keeps its temporary folders, and removes it after the last test. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-tests-'));
  process.env.COUNTERFOIL_TEST_TMP = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
