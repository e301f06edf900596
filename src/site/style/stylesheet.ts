import { readFileSync } from 'node:fs';

const parts = ['tokens', 'base', 'components', 'drawings', 'pages', 'desk', 'print'];

/** The one stylesheet of the site, its parts in order, without comments and needless space. */
export function stylesheet(): string {
  return parts
    .map((part) => readFileSync(new URL(`./${part}.css`, import.meta.url), 'utf8'))
    .join('\n')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s*\n\s*/g, '\n')
    .replace(/\n(?=\})|(?<=[{;,])\n/g, '')
    .trim();
}
