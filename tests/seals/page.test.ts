import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorkspace } from '../../src/build/workspace.ts';
import { registry } from '../../src/kinds/registry.ts';
import { generateNoteKey, noteSigner } from '../../src/project/note.ts';
import { sealFigure } from '../../src/seals/make-seal.ts';
import { verifyingPage } from '../../src/seals/verifying-page.ts';
import { browser } from '../support/browser.ts';
import { exampleProject } from '../support/example-project.ts';
import { root } from '../support/root.ts';
import { runCli } from '../support/run-cli.ts';
import { tempDir } from '../support/temp-dir.ts';
import { filesOf, remade } from './tamper.ts';

let chrome: Browser;
const folder = tempDir('seal-page');
const file = (name: string) => join(folder, name);

beforeAll(async () => {
  chrome = await browser();
  const workspace = await openWorkspace(await exampleProject(), registry);
  const signer = await noteSigner((await generateNoteKey('desk.example')).signer);
  const figure = registry.figure('agreements.agencies');
  if (!signer || !figure) throw new Error('no figure');
  const context = {
    bench: workspace,
    registry,
    paths: workspace.paths,
    project: 'Invented',
    program: 'counterfoil test',
    signer,
  };
  const seal = await sealFigure(context, figure, { where: {}, by: [] });
  workspace.close();
  writeFileSync(file('good.zip'), seal);
  writeFileSync(
    file('bad.zip'),
    await remade(seal, ({ document }) => Object.assign(document.measures[0] as object, { value: '77777' })),
  );
  writeFileSync(file('verify.html'), verifyingPage());
});
afterAll(() => chrome.close());

/** Opens the page from the disk, without a network, and gives it a file. */
async function checkInBrowser(
  html: string,
  seal: string,
): Promise<{ text: string; requests: string[]; errors: string[] }> {
  const context = await chrome.newContext({ offline: true });
  const page = await context.newPage();
  const [requests, errors]: [string[], string[]] = [[], []];
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(pathToFileURL(html).href);
  await page.setInputFiles('#file', seal);
  await page.waitForSelector('.verdict', { timeout: 20_000 });
  const text = await page.locator('#result').innerText();
  await context.close();
  return { text, requests, errors };
}

describe('the page that checks seals', () => {
  test('accepts a good one, without a request and without an error', async () => {
    const { text, requests, errors } = await checkInBrowser(file('verify.html'), file('good.zip'));
    expect(text).toMatch(/^Complete and valid\./);
    expect(text).toMatch(/Signed by desk\.example\+/);
    expect(text).toContain('What this does not prove');
    expect(requests).toEqual([pathToFileURL(file('verify.html')).href]);
    expect(errors).toEqual([]);
  });

  test('refuses a bad one with the reason', async () => {
    const { text } = await checkInBrowser(file('verify.html'), file('bad.zip'));
    expect(text).toMatch(/NOT valid/);
    expect(text).toMatch(/the seal says 77777/);
  });

  test('written by the compiled program it does the same', async () => {
    expect(existsSync(join(root, 'dist', 'cli', 'main.js'))).toBe(true);
    const { code } = await runCli(['seal', '--page', file('compiled.html')]);
    expect(code).toBe(0);
    expect((await checkInBrowser(file('compiled.html'), file('good.zip'))).text).toMatch(
      /^Complete and valid\./,
    );
  });
});

describe('the page in a seal', () => {
  test.each([320, 375, 768, 1100])('is no wider than a screen of %i px', async (width) => {
    const html = filesOf(readFileSync(file('good.zip'))).get('index.html') ?? new Uint8Array();
    writeFileSync(file('in-seal.html'), html);
    const page = await chrome.newPage({ viewport: { width, height: 900 } });
    await page.goto(pathToFileURL(file('in-seal.html')).href);
    for (const part of await page.locator('summary').all()) await part.click();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    await page.close();
  });

  test('of a form in use before is still the page of its seal', async () => {
    const before = await remade(readFileSync(file('good.zip')), () => {}, { form: 'first' });
    expect(filesOf(before).get('index.html')).not.toEqual(
      filesOf(readFileSync(file('good.zip'))).get('index.html'),
    );
    writeFileSync(file('before.zip'), before);
    // Made again it has lost its signature, and nothing else.
    expect((await checkInBrowser(file('verify.html'), file('before.zip'))).text).not.toContain(
      'index.html says something else',
    );
  });
});
