// `node scripts/setup/bundle.mjs FOLDER`: one file for each module of `src/site/bundles`, with what it imports.
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'rolldown';
import { root } from './run.mjs';

const folder = join(root, 'src', 'site', 'bundles');
const out = process.argv[2];
if (!out) throw new Error('which folder?');

for (const name of readdirSync(folder)
  .filter((file) => file.endsWith('.ts'))
  .sort()) {
  await build({
    input: join(folder, name),
    platform: 'browser',
    treeshake: { moduleSideEffects: false },
    // A script and no module: a browser loads it from a folder on disk too.
    output: { file: join(out, `${basename(name, '.ts')}.js`), format: 'iife', minify: true },
    logLevel: 'warn',
  });
}
