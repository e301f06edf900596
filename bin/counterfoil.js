#!/usr/bin/env node
// Starts the program on a Node that can run it. Kept free of imports of its own: it is read on every start.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const current = major > 22 || (major === 22 && minor >= 18);
const bundled = fileURLToPath(
  new URL(`../node_modules/node/bin/node${process.platform === 'win32' ? '.exe' : ''}`, import.meta.url),
);
const main = new URL('../dist/cli/main.js', import.meta.url);

/** @param {string} code @param {string} message @param {string} hint @param {number} exit */
function refuse(code, message, hint, exit) {
  process.stderr.write(`${code} ${message}\n  ${hint}\n`);
  process.exitCode = exit;
}

/** Runs this same file on the Node that came with the packages, and ends as it ends. */
function runOnBundledNode() {
  const self = fileURLToPath(import.meta.url);
  const child = spawn(bundled, [...process.execArgv, self, ...process.argv.slice(2)], { stdio: 'inherit' });
  // A terminal sends Ctrl-C to the child too: passing it on would make it two.
  const terminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY;
  process.on('SIGINT', () => terminal || child.kill('SIGINT'));
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP', 'SIGQUIT'])) {
    process.on(signal, () => child.kill(signal));
  }
  child.on('error', (error) =>
    refuse('CF-CLI-001', `Node could not be started: ${error.message}`, 'Run `npm ci` again.', 2),
  );
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (signal ? constants.signals[signal] : 0);
  });
}

if (!current && existsSync(bundled) && process.env.COUNTERFOIL_REEXEC === undefined) {
  process.env.COUNTERFOIL_REEXEC = '1';
  runOnBundledNode();
} else if (!current) {
  refuse(
    'CF-CLI-001',
    `Node ${process.versions.node} is too old: 22.18 or later is needed.`,
    'Run `npm ci` in the clone, which brings a current one, or install Node 24.',
    2,
  );
} else if (!existsSync(main)) {
  refuse(
    'CF-CLI-002',
    'The program has not been built yet (no dist/cli/main.js).',
    'Run `npm run prepare` in the clone.',
    2,
  );
} else {
  delete process.env.COUNTERFOIL_REEXEC;
  module.enableCompileCache?.(fileURLToPath(new URL('../node_modules/.cache/compile', import.meta.url)));
  await import(main.href);
}
