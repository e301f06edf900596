import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the clone. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** One line of progress on stderr. @param {string} text */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/**
 * Ends the process with one plain message and what to do next.
 * @param {string} message
 * @param {string} hint
 * @returns {never}
 */
export function stop(message, hint) {
  say(`${message}\n  ${hint}`);
  process.exit(1);
}

/**
 * Runs a program in the clone with our terminal (its output on stderr) and gives back its exit code.
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {number}
 */
export function run(command, args, env = process.env) {
  const result = spawnSync(command, args, { cwd: root, env, stdio: ['ignore', 2, 2] });
  if (result.error) say(`${command}: ${result.error.message}`);
  return result.status ?? 1;
}
