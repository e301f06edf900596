import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { root, run, say, stop } from './run.mjs';

const stampFile = join(root, 'dist', '.stamp');
/** Beginning of the names of folders in `dist` in which a build is under way. */
const underway = '.building-';
const assets = /\.(sql|css|yaml|json|svg|txt)$/;

/** Every file below a folder, as sorted paths relative to it. @param {string} folder @returns {string[]} */
export function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.isFile())
    .sort();
}

/** A hash of everything that `dist` is made from. @returns {string} */
export function sourceStamp() {
  const hash = createHash('sha256');
  const inputs = [
    ...filesBelow(join(root, 'src')).map((name) => join('src', name)),
    'tsconfig.json',
    'scripts/setup/build.mjs',
    'scripts/setup/bundle.mjs',
    'node_modules/rolldown/package.json',
    'node_modules/typescript/package.json',
  ];
  for (const name of inputs) {
    const path = join(root, name);
    hash.update(`${name}\0`);
    hash.update(existsSync(path) ? createHash('sha256').update(readFileSync(path)).digest('hex') : 'absent');
    hash.update('\n');
  }
  return hash.digest('hex');
}

/** Whether `dist` was made from the sources as they are now. @returns {boolean} */
export function distIsFresh() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === sourceStamp();
}

/** Whether the compiler is installed (it is not after `npm ci --omit=dev`). @returns {boolean} */
export function compilerIsThere() {
  return existsSync(join(root, 'node_modules', 'typescript', 'bin', 'tsc'));
}

/**
 * Compiles `src` and copies its assets into `dist`, replacing only files that differ and removing what no longer
 * has a source, so that a program running meanwhile is not disturbed. A file with a type error is still emitted.
 * @returns {number} the compiler's exit code
 */
export function buildDist() {
  const stamp = sourceStamp();
  mkdirSync(join(root, 'dist'), { recursive: true });
  const made = mkdtempSync(join(root, 'dist', underway));
  try {
    let code = compile('tsconfig.json', made);
    if (existsSync(join(root, 'src', 'site', 'client', 'tsconfig.json')))
      code = compile('src/site/client/tsconfig.json', join(made, 'site', 'client')) || code;
    if (existsSync(join(root, 'src', 'site', 'bundles', 'tsconfig.json')))
      code = bundle(join(made, 'site', 'client')) || code;
    for (const name of filesBelow(join(root, 'src'))) {
      if (!assets.test(name) || /(^|[/\\])tsconfig[^/\\]*\.json$/.test(name)) continue;
      mkdirSync(dirname(join(made, name)), { recursive: true });
      cpSync(join(root, 'src', name), join(made, name));
    }
    if (code === 0) writeFileSync(join(made, '.stamp'), stamp);
    replaceFiles(made, join(root, 'dist'));
    return code;
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}

/** @param {string} project @param {string} outDir @returns {number} */
function compile(project, outDir) {
  return run(process.execPath, [
    join(root, 'node_modules', 'typescript', 'bin', 'tsc'),
    '-p',
    project,
    '--outDir',
    outDir,
  ]);
}

/** @param {string} outDir @returns {number} */
function bundle(outDir) {
  return run(process.execPath, [join(root, 'scripts', 'setup', 'bundle.mjs'), outDir]);
}

/** Makes `target` equal to `made`, one renamed file at a time. @param {string} made @param {string} target */
function replaceFiles(made, target) {
  const names = filesBelow(made);
  const keep = new Set(names);
  for (const name of filesBelow(target)) {
    if (!keep.has(name) && !name.startsWith(underway)) rmSync(join(target, name), { force: true });
  }
  for (const name of names) {
    const to = join(target, name);
    const bytes = readFileSync(join(made, name));
    if (existsSync(to) && readFileSync(to).equals(bytes)) continue;
    mkdirSync(dirname(to), { recursive: true });
    renameSync(join(made, name), to);
  }
  const folders = readdirSync(target, { recursive: true })
    .map(String)
    .filter((name) => !name.startsWith(underway))
    .map((name) => join(target, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory());
  for (const path of folders.sort().reverse()) {
    if (readdirSync(path).length === 0) rmdirSync(path);
  }
}

/** Builds `dist` where it is missing or not of these sources. */
export function ensureBuild() {
  if (distIsFresh()) return;
  say('Compiling …');
  if (buildDist() !== 0)
    stop('The sources do not compile.', 'Read the lines above, or take a released version.');
}
