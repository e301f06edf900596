// `npm run check:floors [-- FOLDER]`: holds the import rules of `floors.mjs` over FOLDER/src (the clone's by default).
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cruise } from 'dependency-cruiser';
import { floors, forbidden } from './floors.mjs';
import { filesBelow } from './setup/build.mjs';
import { root } from './setup/run.mjs';

const folder = resolve(process.argv[2] ?? root);
process.chdir(folder);
const files = filesBelow(join(folder, 'src'))
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => `src/${name.replaceAll('\\', '/')}`);

/** @type {string[]} */
const problems = [];
// Only one thing is beyond the parser, `typeof import('…')` in a type; it is refused, so nothing stays unseen.
for (const name of files) {
  if (/\btypeof\s+import\s*\(/.test(readFileSync(name, 'utf8')))
    problems.push(`${name}: typeof import(…), write import type instead`);
  const room = name.split('/')[1] ?? '';
  if (name.split('/').length > 2 && !floors.flat().includes(room))
    problems.push(`${name}: the room src/${room} is on no floor (scripts/floors.mjs)`);
}

// TypeScript 7 offers no parser to other programs, so swc reads the sources.
const { output } = await cruise(
  ['src'],
  /** @type {any} */ ({
    ruleSet: { forbidden },
    validate: true,
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
    },
  }),
);
if (typeof output === 'string') throw new Error('dependency-cruiser gave text where a result was expected');
const seen = new Set(output.modules.map((module) => module.source));
for (const name of files) {
  if (!seen.has(name)) problems.push(`${name}: was not read`);
}
for (const found of output.summary.violations) {
  const { name } = found.rule;
  const comment = forbidden.find((rule) => rule.name === name)?.comment ?? '';
  problems.push(`${found.from} -> ${found.to}: ${name} (${comment})`);
}

for (const problem of [...new Set(problems)].sort()) process.stdout.write(`${problem}\n`);
process.stdout.write(`floors: ${files.length} files read, ${problems.length} problems\n`);
process.exitCode = problems.length === 0 ? 0 : 1;
