import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { budgets, scales } from '../../src/site/publish/budgets.ts';
import { runCli } from '../support/run-cli.ts';
import { sharedData } from '../support/shared-data.ts';
import { tempDir } from '../support/temp-dir.ts';
import { filesOf } from './support/read-site.ts';

/** Text that packs badly: the same on every machine. */
function noise(length: number): string {
  let [text, seed] = ['', 7];
  while (text.length < length) {
    seed = (seed * 48_271) % 2_147_483_647;
    text += seed.toString(36);
  }
  return text.slice(0, length);
}

describe('the scales of publish', () => {
  test('a page over its budget is named with what it weighs', () => {
    const scale = scales();
    scale.put('small/index.html', '<p>small</p>');
    const body = noise(400_000);
    scale.put('large/index.html', body);
    scale.put('style.css', 'p { margin: 0 }');
    const bytes = gzipSync(body, { level: 6 }).length + gzipSync('p { margin: 0 }', { level: 6 }).length;
    expect(scale.heavy()).toEqual([{ page: 'large/index.html', what: 'page', bytes, budget: budgets.page }]);
  });

  test('a page that is long and packs well is none', () => {
    const scale = scales();
    scale.put('long/index.html', '<tr><td>1</td></tr>'.repeat(100_000));
    expect(scale.heavy()).toEqual([]);
  });

  test('scripts count together, also where they come after their page', () => {
    const scale = scales();
    const two = '<script src="../client/a.js"></script><script src="../client/b.js"></script>';
    scale.put('scripted/index.html', two);
    scale.put('client/a.js', noise(40_000));
    scale.put('client/b.js', noise(40_000));
    expect(scale.heavy()).toMatchObject([{ page: 'scripted/index.html', what: 'script' }]);
  });

  test('the map of counties weighs what its page and its borders weigh', () => {
    const scale = scales();
    scale.put('counties/index.html', noise(100_000));
    scale.put('counties/lines.svg', noise(400_000));
    expect(scale.heavy().map(({ what }) => what)).toEqual(['countyMap']);
  });
});

const folders = ['agreements', 'contracts', 'reference', 'alpr/flock-export', 'alpr/portal'].map((name) =>
  sharedData(name),
);
const there = folders.every((folder) => folder !== null);
if (!there) process.stderr.write('no real records here: the budgets of publish are not tested on them\n');

test.skipIf(!there)(
  'no page of the real records is over its budget, and none leads nowhere',
  async () => {
    const project = join(tempDir('budgets'), 'project');
    try {
      await runCli(['init', project]);
      await runCli(['add', ...(folders as string[]), '--project', project], { timeout: 300_000 });
      await runCli(['build', '--project', project], { timeout: 300_000 });
      const publish = () => runCli(['publish', '--json', '--project', project], { timeout: 300_000 });
      const { code, stdout, maxRss } = await publish();
      expect(JSON.parse(stdout).heavy).toEqual([]);
      expect(code).toBe(0);
      expect(maxRss).toBeLessThan(600e6);
      const again = await publish();
      expect(JSON.parse(again.stdout)).toMatchObject({ written: 0, removed: 0 });
      expect(again.maxRss).toBeLessThan(600e6);
      const receipt = 'receipts/contracts.obligations/2026-08-22';
      const site = join(project, 'site');
      const parts = [...filesOf(join(site, receipt)).keys()].filter((path) => path.endsWith('.html'));
      expect(parts.length).toBeGreaterThan(10);
      // A part that the figure's page links to stands on one of them.
      const html = readFileSync(join(site, 'figures/contracts.obligations/index.html'), 'utf8');
      const links = [...html.matchAll(/href="\.\.\/\.\.\/(receipts\/[^"#]+)#([^"]+)"/g)].slice(0, 400);
      expect(links.length).toBeGreaterThan(100);
      const read = new Map<string, string>();
      for (const [, path = '', anchor] of links) {
        const target = read.get(path) ?? readFileSync(join(site, decodeURIComponent(path)), 'utf8');
        read.set(path, target);
        expect(target.includes(` id="${anchor}"`), `${path}#${anchor}`).toBe(true);
      }
    } finally {
      rmSync(project, { recursive: true, force: true });
    }
  },
  600_000,
);
