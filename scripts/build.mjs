// `npm run prepare`: makes `dist` from `src`. npm runs it by itself at the end of `npm ci`.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildDist, compilerIsThere } from './setup/build.mjs';
import { root, say, stop } from './setup/run.mjs';

if (!compilerIsThere()) {
  const built = existsSync(join(root, 'dist', 'cli', 'main.js'));
  const message = 'The compiler is a development dependency and is not installed';
  if (built) {
    say(`${message}: dist is left as it is.`);
  } else if (process.env.npm_command?.startsWith('run')) {
    stop(
      `${message}, so the program cannot be built.`,
      'Run `npm ci` (without --omit=dev) once; afterwards `npm prune --omit=dev` may take the rest away.',
    );
  } else {
    say(
      `${message}, so the program is not built yet.\n  Run \`npm ci\` (without --omit=dev) once; afterwards \`npm prune --omit=dev\` may take the rest away.`,
    );
  }
} else {
  process.exitCode = buildDist() === 0 ? 0 : 1;
}
