// `npm run demo [-- FOLDER]`: a project from the records in FOLDER, or from invented ones, built, checked, published.
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { makeDemoProject } from '../examples/make-project.ts';
import { summaryByList } from './demo-summary.ts';
import { root, say, stop } from './setup/run.mjs';

const program = join(root, 'bin', 'counterfoil.js');
const project = join(root, 'demo-project');
const shown = relative(process.cwd(), project) || project;
// npm runs scripts in the clone's folder; a path given on the command line means the folder the person stands in.
const given = process.argv[2];
const folder = given === undefined ? undefined : resolve(process.env.INIT_CWD ?? process.cwd(), given);

/** Runs one command of the program on this terminal. A verdict or a file that differs does not end the demo. */
function command(args: readonly string[]): void {
  say(`\n$ counterfoil ${args.join(' ')}`);
  const env = { ...process.env, COUNTERFOIL_FORMAT: 'table' };
  const { status } = spawnSync(process.execPath, [program, ...args], { cwd: root, stdio: 'inherit', env });
  if (status !== 0 && status !== 1 && status !== 3)
    stop(
      `The demo ended early: counterfoil ${args[0]} ended with exit code ${status}.`,
      'The lines above say why.',
    );
}

if (folder !== undefined && !(existsSync(folder) && statSync(folder).isDirectory()))
  stop(`There is no folder ${given}.`, 'Give a folder of record files: npm run demo -- FOLDER');
if (existsSync(project) && !existsSync(join(project, 'counterfoil.yaml')))
  stop(`${shown} is there and is not a project.`, 'Move it away, then run the demo again.');

rmSync(project, { recursive: true, force: true });
if (folder === undefined) {
  say(`Making invented example records in ${shown} …`);
  await makeDemoProject(project);
} else {
  command(['init', shown, '--template', 'agreements']);
}
command(['add', folder ?? join(shown, 'released'), '--project', shown]);
command(['build', '--project', shown]);
command(['verify', '--project', shown]);
command(['publish', '--project', shown]);
const claim = folder === undefined ? 'states' : 'states-2026-01-26';
command(['feed', '--claim', claim, '--out', join(shown, 'verdicts.atom'), '--project', shown]);
command(['seal', claim, '--out', join(shown, 'claim.seal.zip'), '--project', shown]);
command(['verify', join(shown, 'claim.seal.zip')]);
command(['status', '--project', shown]);
say(`\n${summaryByList(program, project)}`);
say(`\nThe project is in ${shown}, its pages are in ${join(shown, 'site')}.`);
if (process.stdout.isTTY) command(['serve', '--project', shown]);
else say(`To read them: node bin/counterfoil.js serve --project ${shown}`);
