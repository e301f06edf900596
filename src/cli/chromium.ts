import { execFile } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

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

/** The Chrome or Chromium of this machine: CHROME_PATH, else the common names on PATH, else the common places. */
export function findChromium(env: Readonly<Record<string, string | undefined>>): string | null {
  const given = env['CHROME_PATH'];
  if (given) return runnable(given) ? given : null;
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...places];
  return candidates.find(runnable) ?? null;
}

function runnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** How long a page may take to print. */
const longestMs = 60_000;

/**
 * Prints an HTML file to PDF with a browser of its own process, a profile that is thrown away, and no way to a network.
 */
export async function printPdf(
  browser: string,
  html: string,
  pdf: string,
  signal: AbortSignal,
): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'counterfoil-print-'));
  try {
    const flags = [
      '--headless',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-extensions',
      '--proxy-server=127.0.0.1:9',
      // Inside a container a browser of root has no sandbox; the page has no script and comes from this program.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--user-data-dir=${profile}`,
      '--no-pdf-header-footer',
      `--print-to-pdf=${pdf}`,
      pathToFileURL(html).href,
    ];
    await promisify(execFile)(browser, flags, { signal, timeout: longestMs });
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}
