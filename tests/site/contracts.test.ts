import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type InventedAction, searchCsv } from '../../examples/contract-files.ts';
import { type ContractFacts, makeContracts } from '../../examples/make-contracts.ts';
import { browser } from '../support/browser.ts';
import { tempDir } from '../support/temp-dir.ts';
import { add, publish } from './support/example-site.ts';
import { addressesIn, filesOf, isExternal, resolve } from './support/read-site.ts';

/** A vendor whose name is markup, large enough for a page of its own. */
const hostile: InventedAction = {
  piid: '70INVR26C00000099',
  vendor: 'ANGLE <IMG SRC=X> & "QUOTE" CORP (INVENTED)',
  date: '2025-08-20',
  obligation: '25000000.00',
};

/** An award that changed hands; the later holder comes first by name. */
const handed: InventedAction[] = [
  {
    piid: '70INVR26C00000098',
    vendor: 'SECOND BY NAME LLC (INVENTED)',
    date: '2025-08-01',
    obligation: '1000.00',
  },
  {
    piid: '70INVR26C00000098',
    mod: 'P00001',
    vendor: 'AFTERWARDS LLC (INVENTED)',
    date: '2025-08-21',
    obligation: '-10.00',
  },
];

let facts: ContractFacts;
let out: string;
let files: Map<string, string>;
const page = (name: string) => files.get(`${name}/index.html`) ?? '';
const data = (name: string) => JSON.parse(files.get(`${name}/index.json`) ?? '{}').data;
const kinds = () => [
  'contracts',
  `contracts/vehicles/${facts.vehicle}`,
  'contracts/vendors/NRTHLNTRN001',
  'contracts/families/26-SOL-INV-01',
  'contracts/agencies/7099',
  'contracts/offices/70INV1',
  'contracts/changes',
  [...files.keys()]
    .find((name) => /^contracts\/changes\/\w+-\w+\/index\.html$/.test(name))
    ?.replace('/index.html', '') as string,
  'flags',
  'flags/contracts.ceiling-raised',
];

beforeAll(async () => {
  const project = tempDir('contracts-site');
  const released = join(project, 'released');
  mkdirSync(join(project, 'claims'), { recursive: true });
  writeFileSync(
    join(project, 'counterfoil.yaml'),
    'title: Contracts that do not exist\nnotice: Invented example.\n',
  );
  facts = await makeContracts(released);
  writeFileSync(join(released, 'invented_search_2025_asof-2026-06-01.csv'), searchCsv([hostile, ...handed]));
  await add(project, ['.']);
  out = join(project, 'site');
  await publish(project, out);
  files = filesOf(out);
}, 120_000);

describe('pages of contracts', () => {
  test('a code has words: the dictionary’s for kinds of action, the records’ own for what they name', () => {
    const labels = (dimension: string) =>
      Object.fromEntries(
        data('figures/contracts.obligations')
          .parts.find((part: { dimension: string }) => part.dimension === dimension)
          .groups.map(({ key, label }: { key: string; label: string }) => [key, label]),
      );
    expect(labels('action_kind')).toMatchObject({ base: 'Base award', K: 'Close out' });
    expect(labels('agency')).toEqual({ '7099': expect.stringMatching(/^[A-Z ()]+ \(7099\)$/) });
    expect(labels('product')).toMatchObject({ R799: expect.stringMatching(/^[A-Z/:() -]+ \(R799\)$/) });
  });

  test('an award that changed hands stands under each vendor with its own part; the table adds up to that of vendors', () => {
    const rows = (table: string) =>
      (files.get(`tables/${table}/index.csv`) ?? '')
        .trim()
        .split('\r\n')
        .map((line) => line.split(','));
    const [head = [], ...lines] = rows('awards');
    const at = (name: string) => head.indexOf(name);
    const parts = lines.filter((line) => line[at('award')] === '70INVR26C00000098');
    expect(parts.map((line) => [line[at('vendor')], line[at('actions')], line[at('obligated')]])).toEqual([
      ['AFTERWARDS LLC (INVENTED)', '1', '-10.00'],
      ['SECOND BY NAME LLC (INVENTED)', '1', '1000.00'],
    ]);
    const sum = (table: string) => {
      const [names = [], ...of] = rows(table);
      const column = names.indexOf('actions');
      return of.reduce((total, line) => total + Number(line[column]), 0);
    };
    expect(sum('awards')).toBe(sum('vendors'));
  });

  test('a table of orders says that it holds those of vehicles whose own record is at hand', () => {
    expect(files.get('tables/order-actions/index.html')).toContain('whose own record is at hand');
  });

  test('the page of an undated file says that nothing dates it, and never as of its arrival', () => {
    const name = [...files].find(
      ([path, text]) =>
        /^editions\/[^/]+\/index\.html$/.test(path) &&
        text.includes('<h1 class="long-name">invented-families.yaml'),
    );
    expect(name?.[1]).toContain('Nothing in it is dated: it counts on any date and dates no figure.');
    expect(name?.[1]).not.toMatch(/, as of/);
    const day = /It was added on ([^<]+)\.</.exec(name?.[1] ?? '')?.[1] ?? 'no day';
    expect(day).toMatch(/\d{4}$/);
    expect(name?.[1].split(day)).toHaveLength(2);
    expect(name?.[1]).toMatch(/<dt>As of<\/dt>\s*<dd>undated/);
    // Nor do the list of sources, its twins, and the receipts that rest on it.
    const at = (text: string) => text.slice(text.indexOf('invented-families.yaml')).slice(0, 200);
    expect(at(files.get('sources/index.html') ?? '')).toMatch(/^[^\d]*<\/a><\/t[dh]><td[^>]*>undated/);
    const { sources } = JSON.parse(files.get('sources/index.json') ?? '{}').data;
    const undated = sources.flatMap(({ editions }: { editions: { names: string[] }[] }) =>
      editions.filter(({ names }) => names[0] === 'invented-families.yaml'),
    );
    expect(undated).toMatchObject([{ as_of: null, as_of_from: 'undated' }]);
    const receipt = [...files.keys()].find((path) =>
      /^receipts\/contracts\.actions\/[^/]+\/index\.html$/.test(path),
    );
    expect(files.get(receipt ?? '')).toMatch(/invented-families\.yaml<\/a>, undated/);
  });

  test('a receipt shows under each part the rows that its value was counted from, but for those of the individual', () => {
    const receipt = [...files.keys()].find((name) =>
      /^receipts\/contracts\.actions\/[^/]+\/index\.json$/.test(name),
    );
    const { places, parts } = JSON.parse(files.get(receipt ?? '') ?? '{}').data;
    const dimensions = places.map((one: { dimension: string }) => one.dimension);
    for (const name of ['agency', 'office', 'award', 'vehicle', 'product', 'action_kind'])
      expect(dimensions).toContain(name);
    // The action of the individual stands in the remainder: in the value of its part, among no rows.
    expect(parts[0].remainder).toEqual({ rows: 1, adds: 1 });
    for (const { dimension, groups } of places) {
      const held = groups.filter(({ value, rows }: { value: number; rows: number }) => rows !== value);
      expect(held, dimension).toHaveLength(1);
      expect(held[0].value - held[0].rows, `${dimension} ${held[0].key}`).toBe(1);
    }
    expect(parts[0].groups.map((group: { dimension: string }) => group.dimension)).toContain('fiscal_year');
    for (const row of parts[0].rows) expect(row[parts[0].columns.indexOf('award')]).toMatch(/^70INV/);
  });

  test('an entry that differs is told by the name of whom it is about', () => {
    const figure = data('figures/changes.rows');
    const organisations = figure.parts.find(
      (part: { dimension: string }) => part.dimension === 'organisation',
    );
    expect(organisations.groups.map((group: { label: string }) => group.label)).toContain(
      'NORTHERLY LANTERN SERVICES LLC (INVENTED)',
    );
  });

  test('files of a source that releases by part say which part they are', () => {
    const [, table = ''] =
      /Editions of usaspending-transactions<\/caption>(.*?)<\/table>/s.exec(page('sources')) ?? [];
    expect(table).toContain('>7099 FY2026</td>');
    expect(table.match(/<th scope="col"[^>]*>Part<\/th>/g)).toHaveLength(1);
  });

  test('a concentration is not told by each of those whom it is reckoned among', () => {
    const parts = data('figures/contracts.concentration').parts.map(
      (part: { dimension: string }) => part.dimension,
    );
    expect(parts).toContain('fiscal_year');
    expect(parts).not.toContain('vendor');
    expect(parts).not.toContain('award');
    expect(page('figures/contracts.concentration')).not.toContain('>of all</th>');
    expect(page('figures/contracts.concentration_top1')).toContain('>of all</th>');
  });

  test('what is counted again from the rows of a receipt is its value', () => {
    const receipts = [...files.keys()].filter((name) => /^receipts\/[^/]+\/[^/]+\/index\.html$/.test(name));
    expect(receipts.some((name) => name.includes('contracts.concentration/'))).toBe(true);
    for (const name of receipts) expect(files.get(name), name).not.toContain('class="check alert"');
  });

  test('each kind of page is there with its twins', () => {
    for (const name of kinds())
      for (const form of ['html', 'json', 'csv'])
        expect(files.has(`${name}/index.${form}`), `${name}.${form}`).toBe(true);
  });

  test('every link leads somewhere, anchors included', () => {
    const missing: string[] = [];
    for (const [name, html] of files) {
      if (!/^(contracts|flags)\/.*html$|^index\.html$/.test(name)) continue;
      for (const address of addressesIn(html)) {
        if (isExternal(address)) continue;
        const { path, anchor } = resolve(name, address);
        const found = files.get(path);
        if (found === undefined || (anchor !== undefined && !found.includes(` id="${anchor}"`)))
          missing.push(`${name} -> ${address}`);
      }
    }
    expect(missing).toEqual([]);
  });

  test('one first heading, headings in order, ids once, nothing that the policy refuses', () => {
    for (const name of kinds()) {
      const html = page(name);
      const levels = [...html.matchAll(/<h([1-6])[ >]/g)].map((match) => Number(match[1]));
      expect(
        levels.filter((level) => level === 1),
        name,
      ).toHaveLength(1);
      levels.forEach((level, i) => {
        if (i > 0) expect(level - (levels[i - 1] ?? 0), name).toBeLessThanOrEqual(1);
      });
      const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
      expect(
        ids.filter((id, i) => ids.indexOf(id) !== i),
        name,
      ).toEqual([]);
      expect(html).not.toMatch(/ style=| on\w+=|<style|javascript:/i);
    }
  });

  test('a vehicle shows its ceiling from the first step to the last, each with its row', () => {
    const vehicle = data(`contracts/vehicles/${facts.vehicle}`);
    expect(vehicle.steps.map((step: { running: string }) => step.running)).toEqual([
      '40000000.00',
      '65000000.00',
      '60000000.00',
      facts.ceilingLast,
    ]);
    expect(vehicle.ceiling.value).toBe(facts.ceilingLast);
    expect(
      vehicle.steps.every(
        (step: { place: { file: string; place: string } }) =>
          step.place.file.endsWith('.xml') && /^record \d+$/.test(step.place.place),
      ),
    ).toBe(true);
    expect(vehicle.recount).toBe(vehicle.obligations.value);
    expect(vehicle.files.every((file: { sha256: string }) => /^[0-9a-f]{64}$/.test(file.sha256))).toBe(true);
    expect(page(`contracts/vehicles/${facts.vehicle}`)).toContain(
      'The ceiling went from $40,000,000 to $90,000,000 in 3 modifications',
    );
  });

  test('what is numbered on the drawing is listed beneath it', () => {
    const html = page(`contracts/vehicles/${facts.vehicle}`);
    const wide = html.slice(html.indexOf('id="steps-wide-title"'), html.indexOf('id="steps-narrow-title"'));
    const list = html.slice(html.indexOf('<ol class="note events">'));
    expect(wide.match(/class="badge"/g)).toHaveLength(
      list.slice(0, list.indexOf('</ol>')).match(/<li>/g)?.length ?? 0,
    );
  });

  test('a vendor’s awards add up to its figure; a year without a record is not written as zero', () => {
    for (const name of [...files.keys()].filter((file) => /^contracts\/vendors\/.*json$/.test(file))) {
      const vendor = JSON.parse(files.get(name) as string).data;
      expect(vendor.recount, name).toBe(vendor.obligations.value);
      expect(vendor.awards.every((award: { places: unknown[] }) => award.places.length > 0)).toBe(true);
    }
  });

  test('ceilings of a family come with the warning, and add up', () => {
    const family = data('contracts/families/26-SOL-INV-01');
    expect(family.ceilings.value).toBe('145000000.00');
    expect(family.recount.ceilings).toBe('145000000.00');
    expect(page('contracts/families/26-SOL-INV-01')).toContain('counts that ceiling several times');
    expect(page('contracts/families/26-SOL-INV-01')).toContain(
      'maximum from $30,000,000.00 to $50,000,000.00',
    );
  });

  test('changes between two downloads are those that were made, with money', () => {
    const [pair] = data('contracts/changes').pairs;
    expect(pair.counts).toMatchObject(facts.changes);
    expect(pair.words.join(' ')).toContain('vanished ($99,999.99)');
  });

  test('a flag’s page has its rule, its innocent explanations and its units with their rows', () => {
    const flag = data('flags/contracts.ceiling-raised');
    expect(flag.coverage.examined).toBe(flag.coverage.flagged + flag.coverage.passed);
    expect(flag.innocent.length).toBeGreaterThan(0);
    expect(flag.units.every((unit: { places: unknown[] }) => unit.places.length > 0)).toBe(true);
    for (const heading of [
      'Method',
      'Why it matters',
      'What else can explain it',
      'What it leaves out',
      'Worked example',
      'Where the rule comes from',
    ])
      expect(page('flags/contracts.ceiling-raised')).toContain(`<h2>${heading}</h2>`);
  });

  test('a person is nowhere; the money is one line', () => {
    for (const [name, text] of files)
      expect(/quillon|ashgarth|70INVR26P00000011/i.test(text), name).toBe(false);
    expect(page('contracts')).toContain('Individuals and sole proprietors');
    expect(data('contracts').remainder.value).toBe('18000.00');
  });

  test('a name with markup is text', () => {
    const found = [...files].filter(([name, text]) => name.endsWith('.html') && text.includes('ANGLE'));
    expect(found.length).toBeGreaterThan(1);
    for (const [name, html] of found) expect(html.includes('<IMG'), name).toBe(false);
    expect(
      [...files.keys()].some((name) =>
        /^contracts\/vendors\/ANGLE-IMG-SRC-X-QUOTE-CORP-INVENTED-[0-9a-f]{8}\/index\.html$/.test(name),
      ),
    ).toBe(true);
  });
});

describe('in a browser', () => {
  let chrome: Awaited<ReturnType<typeof browser>>;
  beforeAll(async () => {
    chrome = await browser();
  });
  afterAll(() => chrome?.close());
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

  test.each([
    { width: 1280, colorScheme: 'light' },
    { width: 360, colorScheme: 'dark' },
  ] as const)(
    '%o: axe finds nothing, nothing sticks out',
    async ({ width, colorScheme }) => {
      const context = await chrome.newContext({ viewport: { width, height: 900 }, colorScheme });
      const tab = await context.newPage();
      const found: string[] = [];
      for (const name of kinds()) {
        await tab.goto(`file://${join(out, name, 'index.html')}`);
        if (await tab.evaluate('document.documentElement.scrollWidth > innerWidth'))
          found.push(`${name}: sticks out`);
        await tab.evaluate(axe);
        const problems = (await tab.evaluate(
          `axe.run().then((r) => r.violations.map((v) => v.id + ': ' + v.nodes.slice(0, 2).map((n) => n.html).join(' | ')))`,
        )) as string[];
        found.push(...problems.map((problem) => `${name}: ${problem}`));
      }
      await context.close();
      expect(found).toEqual([]);
    },
    60_000,
  );
});
