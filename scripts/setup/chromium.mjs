import { accessSync, constants, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run, say, stop } from './run.mjs';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** @param {string} path @returns {boolean} */
function runnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The Chrome or Chromium that the browser tests use: CHROME_PATH, else the common names on PATH, else the common
 * places.
 * @param {Readonly<Record<string, string | undefined>>} [env]
 * @returns {string | null}
 */
export function findChromium(env = process.env) {
  if (env.CHROME_PATH) return runnable(env.CHROME_PATH) ? env.CHROME_PATH : null;
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...places];
  return candidates.find(runnable) ?? null;
}

/** Whether this is Debian itself: elsewhere the package of that name may be a stub. @returns {boolean} */
function onDebian() {
  try {
    return /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

/** Finds a browser, installs Debian's where we may, or stops: browser tests are never skipped in silence. */
export function ensureChromium() {
  if (process.env.CHROME_PATH && findChromium() === null)
    stop(
      `CHROME_PATH names ${process.env.CHROME_PATH}, which cannot be run.`,
      'Set CHROME_PATH to a Chrome or Chromium, or unset it.',
    );
  if (findChromium() !== null) return;
  if (onDebian() && process.getuid?.() === 0) {
    say('Installing chromium for the browser tests (apt-get) …');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    run('apt-get', ['-q', 'update'], env);
    run('apt-get', ['-q', 'install', '-y', '--no-install-recommends', 'chromium'], env);
    if (findChromium() !== null) return;
  }
  stop(
    'No Chrome or Chromium was found, and the browser tests need one.',
    'Install one (on Debian: apt-get install chromium), or set CHROME_PATH to it.',
  );
}
