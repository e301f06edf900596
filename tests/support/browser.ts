import { type Browser, chromium } from 'playwright-core';
import { findChromium } from '../../scripts/setup/chromium.mjs';

/** Starts the Chrome or Chromium of this machine, quiet and without a profile. The caller closes it. */
export async function browser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null)
    throw new Error('No Chrome or Chromium was found: `npm test` says how to get one.');
  return await chromium.launch({
    executablePath,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
