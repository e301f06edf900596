import { readFileSync } from 'node:fs';

/** The SELECT in a `.sql` file, its comments aside. */
export function sqlFile(url: URL): string {
  return readFileSync(url, 'utf8')
    .split('\n')
    .filter((line) => !line.startsWith('--'))
    .join('\n')
    .trim();
}
