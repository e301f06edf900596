import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { macros, renderMacros } from '../src/engine/macros.ts';

const names = ['a', 'b', 'c'];
const literals: Readonly<Record<string, readonly string[]>> = {
  matches: ['a', "'x+'"],
  replace: ['a', "'x+'", "'y'"],
  extract: ['a', "'(x+)'", '1'],
  date_of: ['a', "'%Y-%m-%d'"],
  bits_at: ['a', '5', '3'],
  one_of: ["'b'", "'a|b'"],
};

/** One macro as a model writes it, e.g. `@fold(a)`. */
export function macroExample(name: string): string {
  const count = macros[name]?.arguments ?? 0;
  return `@${name}(${(literals[name] ?? names.slice(0, count)).join(', ')})`;
}

/** The text of `docs/macros.md`: each macro, what it gives, and what it becomes on each engine. */
export function macrosReference(): string {
  const parts = Object.keys(macros)
    .sort()
    .map((name) => {
      const example = macroExample(name);
      return `## \`${example}\`\n\nGives ${macros[name]?.gives}.\n\n\`\`\`sql\n-- duckdb\n${renderMacros(example, 'duckdb')}\n-- trino\n${renderMacros(example, 'trino')}\n\`\`\`\n`;
    });
  return `# Macros\n\nThe few functions that engines spell differently. A model writes them with an \`@\`; the engine that runs it puts in its own\ntext. Null in gives null out. Patterns are text literals in the part that RE2 and Java's expressions share: no \`(?\`, no\nback-references, and of the letters behind a backslash only \`\\b\`.\n\nMade by \`node scripts/macros-reference.ts\`; a test holds it to the code.\n\n${parts.join('\n')}`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(new URL('../docs/macros.md', import.meta.url), macrosReference());
}
