import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../../', import.meta.url);

/** The version of the program, from package.json. */
export const programVersion: string = (
  JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as { version: string }
).version;

/** A hash of the compiled program, or its version where it runs from its sources: part of every step's key. */
export const programBuild: string = readBuild();

function readBuild(): string {
  const file = fileURLToPath(new URL('../.stamp', import.meta.url));
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : programVersion;
}
