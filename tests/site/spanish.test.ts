import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { openWorkspace } from '../../src/build/workspace.ts';
import { registry } from '../../src/kinds/registry.ts';
import { marks, markTexts } from '../../src/language/marks.ts';
import { spanish } from '../../src/language/spanish/all.ts';
import { projectPaths } from '../../src/project/paths.ts';
import { states } from '../../src/reference/states.ts';
import { filesOf } from './support/read-site.ts';
import { publishWhole, wholeProject } from './support/whole-project.ts';

let files: Map<string, string>;
/** Every word that stands in a record, a claim, a setting, a code or a name: these are never translated. */
let recorded: Set<string>;

const words = (text: string) => text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];

beforeAll(async () => {
  const project = await wholeProject('es');
  markTexts(true);
  try {
    files = filesOf(await publishWhole(project));
  } finally {
    markTexts(false);
  }
  recorded = await wordsOfRecords(project);
}, 240_000);

async function wordsOfRecords(project: string): Promise<Set<string>> {
  const work = await openWorkspace(projectPaths(project), registry);
  const texts = [
    readFileSync(join(project, 'counterfoil.yaml'), 'utf8'),
    ...['invented.yaml', 'invented-contracts.yaml'].map((name) =>
      readFileSync(join(project, 'claims', name), 'utf8'),
    ),
    ...states.map(({ name }) => name),
    ...work.editions.flatMap((one) => [
      ...one.names,
      one.source,
      one.layout,
      one.publisher,
      one.sheet ?? '',
      one.kind,
    ]),
    ...registry.figures.flatMap(({ id, dimensions }) => [
      id,
      ...Object.values(dimensions).flatMap((one) => one.values ?? []),
    ]),
    ...(registry.flags ?? []).map(({ id }) => id),
    ...registry.layouts.map((layout) => JSON.stringify(layout)),
  ];
  for (const model of work.relations.models.keys()) {
    const columns = await work.engine.query(
      `select column_name as name from (describe select * from ${model}) where column_type = 'VARCHAR'`,
    );
    for (const { name } of columns) {
      const rows = await work.engine.query(`select distinct "${name}" as value from ${model}`);
      texts.push(...rows.map((row) => String(row['value'] ?? '')));
    }
  }
  work.close();
  return new Set(texts.flatMap((text) => words(text.replace(/[_-]/g, ' '))));
}

/** Text nodes and the attributes that are read out, of one page. Programs and file contents aside. */
function textsOf(html: string): string[] {
  const body = html
    .replace(/<(script|style)\b.*?<\/\1>/gs, '')
    .replace(/<meta name="(?:viewport|color-scheme)"[^>]*>/g, '')
    // Said to be English where it stands: the reference of the interface for programs, as its document has it.
    .replace(/<(section|span) lang="en".*?<\/\1>/gs, '')
    .replace(/<pre\b.*?<\/pre>|<code\b.*?<\/code>/gs, '');
  const attributes = [
    ...body.matchAll(
      / (?:title|alt|aria-label|placeholder|content|data-(?:none|one|many|first|failed|copy|copied))="([^"]*)"/g,
    ),
  ];
  const nodes = [...body.matchAll(/>([^<]+)</g)];
  const entities: Record<string, string> = { amp: '&', '#39': "'", quot: '"', lt: '<', gt: '>' };
  return [...nodes, ...attributes].map(([, text = '']) =>
    text.replace(/&(amp|#39|quot|lt|gt);/g, (_, name: string) => entities[name] ?? ''),
  );
}

/** What of a text stands outside the marks. */
function outside(text: string): string {
  let depth = 0;
  let found = '';
  for (const c of text) {
    if (c === marks.open) depth += 1;
    else if (c === marks.close) depth = Math.max(0, depth - 1);
    else if (depth === 0) found += c;
    if (c === marks.open || c === marks.close) found += ' ';
  }
  return found;
}

/** Names of forms, units and programs, and codes in data, which are the same in both languages. */
const same = new Set([
  ...'csv json xlsx parquet svg png zip duckdb curl sql sha counterfoil pdf usd https http kind html embed'.split(
    ' ',
  ),
  ...'appeared departed unconfirmed'.split(' '),
  // A label can be cut in two lines; then its middle stands between no marks.
  ...Object.values(spanish).flatMap((message) =>
    words(typeof message === 'string' ? message : Object.values(message).join(' ')),
  ),
]);

/** Addresses and hashes. */
const code = /^\s*(?:(?:[:\w.-]+\/)+[:\w.-]+|[0-9a-f]{12,}…?)\s*$/;

describe('a site in Spanish', () => {
  test('says so', () => {
    for (const [path, text] of files)
      if (path.endsWith('index.html')) expect(text.slice(0, 60), path).toContain('<html lang="es">');
  });

  test('has no text that is neither translated nor a value of a record', () => {
    const left = new Map<string, string>();
    for (const [path, text] of files) {
      // Rules of packs are quoted as their sources have them, and the API is described in its own English document.
      if (!path.endsWith('.html') || /^(api|searches\/rules|searches\/networks)\//.test(path)) continue;
      for (const one of textsOf(text)) {
        const bare = outside(one);
        if (code.test(bare) || files.has(`${bare.trim()}/index.html`)) continue;
        const unknown = words(bare.replace(/[_-]/g, ' ')).filter(
          (word) => !recorded.has(word) && !same.has(word),
        );
        if (unknown.length > 0 && !left.has(bare.trim())) left.set(bare.trim(), path);
      }
    }
    expect([...left].map(([text, path]) => `${path}: ${text.slice(0, 120)}`)).toEqual([]);
  });

  test('says fixed words of models, and places of rows, in its language', () => {
    const pages = [...files].filter(([path]) => /^(contracts|figures|receipts)\/.*\.html$/.test(path));
    for (const [path, text] of pages) {
      expect(text, path).not.toMatch(/>individuals and sole proprietors</);
      if (path.startsWith('receipts/')) expect(text, path).not.toMatch(/, (record|row) \d/);
    }
    const linked = [...files].filter(
      ([path, text]) => path.startsWith('searches/organisations/') && text.includes('Se considera'),
    );
    expect(linked.length).toBeGreaterThan(0);
    for (const [path, text] of linked) expect(text, path).not.toContain('place, kind of agency');
  });

  test('writes a share as a share wherever it stands', () => {
    const lists = [...files].filter(
      ([path, text]) => path.startsWith('editions/') && text.includes('id="figures"'),
    );
    expect(
      lists.some(([, text]) =>
        /population_covered\/index\.html">[^<]+<\/a><\/th><td><a [^>]+>[\d.]+%</.test(text),
      ),
    ).toBe(true);
  });
});
