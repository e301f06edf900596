import { readFileSync } from 'node:fs';

const root = new URL('../../', import.meta.url);

/** The version of the program, from package.json. */
export const programVersion: string = (
  JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as { version: string }
).version;
