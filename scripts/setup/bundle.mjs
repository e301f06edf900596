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
  const { output } = await build({
    input: join(folder, name),
    platform: 'browser',
    // Named by files of which a bundle takes pure parts alone; what is left of them is looked at below.
    external: [/^node:/],
    treeshake: { moduleSideEffects: false },
    // A script and no module: a browser loads it from a folder on disk too.
    output: { file: join(out, `${basename(name, '.ts')}.js`), format: 'iife', minify: true },
    logLevel: 'warn',
  });
  const needed = output.flatMap((part) => ('imports' in part ? part.imports : []));
  if (needed.length > 0) throw new Error(`${name} would need ${needed.join(', ')} in a browser`);
}
