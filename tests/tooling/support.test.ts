import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { browser } from '../support/browser.ts';
import { runNode } from '../support/run-cli.ts';
import { sharedData } from '../support/shared-data.ts';
import { tempDir } from '../support/temp-dir.ts';

test('a run is measured: output, exit code, time, memory', async () => {
  const program =
    "const b = Buffer.alloc(150e6, 1); process.stdout.write('out ' + b.length); process.stderr.write('err'); process.exitCode = 3;";
  const result = await runNode(['-e', program]);
  expect(result).toMatchObject({ stdout: 'out 150000000', stderr: 'err', code: 3, signal: null });
  expect(result.maxRss).toBeGreaterThan(150e6);
  expect(result.maxRss).toBeLessThan(600e6);
  expect(result.cpuSeconds).toBeGreaterThan(0.01);
  expect(result.seconds).toBeGreaterThan(0.01);
});

test('a run that hangs is killed', async () => {
  const { signal } = await runNode(['-e', 'setInterval(() => {}, 1000)'], { timeout: 700 });
  expect(signal).toBe('SIGKILL');
});

test('temporary folders are new and empty each time', () => {
  expect(tempDir()).not.toBe(tempDir());
  expect(existsSync(tempDir('named'))).toBe(true);
});

test('shared data is a path or null', () => {
  expect(sharedData('no-such-folder')).toBeNull();
});

test('the browser starts and shows a page', async () => {
  const chrome = await browser();
  try {
    const page = await chrome.newPage({ viewport: { width: 390, height: 844 } });
    await page.setContent('<title>a page</title><p>text</p>');
    expect(await page.title()).toBe('a page');
    expect(await page.evaluate('innerWidth')).toBe(390);
  } finally {
    await chrome.close();
  }
});
