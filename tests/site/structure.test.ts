import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { entries, galleryFiles, galleryPage } from '../../src/site/gallery.tsx';
import { stylesheet } from '../../src/site/style/stylesheet.ts';
import { words } from '../../src/site/words.ts';

const page = galleryPage();

describe('the gallery page', () => {
  test('shows every component', () => {
    const files = readdirSync(new URL('../../src/site/components/', import.meta.url));
    const folders = ['gallery', 'components'].map(
      (name) => new URL(`../../src/site/${name}/`, import.meta.url),
    );
    const imported = folders
      .flatMap((folder) => readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8')))
      .join('\n');
    for (const file of files) expect(imported.includes(`/${file}'`) || file === 'page.tsx', file).toBe(true);
    expect(new Set(entries.map((entry) => entry.name)).size).toBe(entries.length);
  });

  test('has a page for each component, with nothing else on it', () => {
    const files = galleryFiles();
    const pages = [...page.matchAll(/<h2><a href="([^"]+)">([^<]+)<\/a><\/h2>/g)];
    expect(pages).toHaveLength(entries.length);
    for (const [, file = '', name] of pages) expect(files[file], file).toContain(`<h1>${name}</h1>`);
    expect(files['pager.html']).not.toContain('<table');
  });

  test('every drawing has a title and a description, or is hidden from a screen reader', () => {
    const drawings = page.match(/<svg [^>]*>.*?<\/svg>/gs) ?? [];
    expect(drawings.length).toBeGreaterThan(20);
    for (const svg of drawings) {
      const head = svg.slice(0, svg.indexOf('>'));
      if (head.includes('aria-hidden="true"')) continue;
      const [, title, desc] = /aria-labelledby="(\S+) (\S+)"/.exec(head) ?? [];
      expect(svg).toContain(`<title id="${title}">`);
      expect(svg).toContain(`<desc id="${desc}">`);
    }
  });

  test('every table has a caption, column headings and row headings', () => {
    const tables = page.match(/<table.*?<\/table>/gs) ?? [];
    expect(tables.length).toBeGreaterThan(10);
    for (const table of tables) {
      expect(table).toMatch(/<caption id="[^"]+"[^>]*>[^<]+<\/caption>/);
      expect(table).toContain('<th scope="col"');
      if (table.includes('<td')) expect(table).toContain('<th scope="row"');
    }
  });

  test('ids are unique, and every reference to one leads somewhere', () => {
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    const known = new Set(ids);
    const used = [...page.matchAll(/ (?:aria-labelledby|for)="([^"]+)"/g)].flatMap((match) =>
      (match[1] ?? '').split(' '),
    );
    for (const id of used) expect(known.has(id), id).toBe(true);
    for (const [, id] of page.matchAll(/url\(#([^)]+)\)/g)) expect(known.has(id), id).toBe(true);
  });

  test('nothing that a strict content security policy refuses, nothing from another host', () => {
    expect(page).not.toMatch(/ style=| on\w+=|<style|javascript:/i);
    expect(page.match(/<script[^>]*>/g)?.every((tag) => / src="client\//.test(tag))).toBe(true);
    expect(page).not.toMatch(/(src|href)="(https?:)?\/\//);
    expect(stylesheet()).not.toMatch(/url\(|@import/);
  });

  test('headings come in order, one first heading, one main', () => {
    const levels = [...page.matchAll(/<h([1-6])[ >]/g)].map((match) => Number(match[1]));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, i) => {
      if (i > 0) expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1);
    });
    expect(page.match(/<main/g)).toHaveLength(1);
  });
});

test('every class that a component uses and a stylesheet must know is in the stylesheet', () => {
  const css = stylesheet();
  const used = new Set(
    [...page.matchAll(/ class="([^"]+)"/g)].flatMap((match) => (match[1] ?? '').split(' ')),
  );
  const bare = [
    'plain',
    'code',
    'what',
    'when',
    'why',
    'listed',
    'strip',
    'swatch',
    'value',
    'area',
    'wide',
    'as-good',
    'steps',
    'chart',
    'receipt',
    'accounting',
    'map-figure',
    'interval',
    'lines',
    'bars',
    'kx',
  ];
  expect([...used].filter((name) => !css.includes(`.${name}`) && !bare.includes(name))).toEqual([]);
});

test('the stylesheet is small', () => {
  expect(gzipSync(stylesheet()).length).toBeLessThan(8_000);
});

test('no message is left empty', () => {
  for (const [key, message] of Object.entries(words('en')))
    expect(JSON.stringify(message).length, key).toBeGreaterThan(2);
});
