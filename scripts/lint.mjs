// `npm run lint`: form and habits (Biome), types, the floors of the house. All three run, whatever the first says.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, say } from './setup/run.mjs';

const module = (/** @type {string[]} */ ...parts) => join(root, 'node_modules', ...parts);
const browser = ['src/site/client/tsconfig.json', 'src/site/bundles/tsconfig.json'];

/** @type {[string, string[]][]} */
const checks = [
  [
    'form',
    [
      module('@biomejs', 'biome', 'bin', 'biome'),
      'ci',
      ...(process.stderr.isTTY ? [] : ['--colors=off']),
      '.',
    ],
  ],
  ['types', [module('typescript', 'bin', 'tsc'), '-p', 'tsconfig.check.json']],
  ['floors', [join(root, 'scripts', 'check-floors.mjs')]],
];
for (const project of browser)
  if (existsSync(join(root, project)))
    checks.push([`types of ${project}`, [module('typescript', 'bin', 'tsc'), '-p', project, '--noEmit']]);

const failed = checks.filter(([, args]) => run(process.execPath, args) !== 0).map(([name]) => name);
say(failed.length === 0 ? 'lint: fine' : `lint: failed (${failed.join(', ')})`);
process.exitCode = failed.length === 0 ? 0 : 1;
