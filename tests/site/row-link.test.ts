import { expect, test } from 'vitest';
import { rowLink } from '../../src/site/pages/agreements/row-link.ts';
import { shownRows } from '../../src/site/pages/receipt/rows-table.ts';
import { anchorOf } from '../../src/site/paths.ts';
import type { Site } from '../../src/site/site.ts';

/** A site with one list; its rows are in Florida, and every tenth in Texas. */
function siteWith(rows: number): Site {
  const listed = Array.from({ length: rows }, (_, index) => ({
    edition: 'list',
    row: index + 1,
    state: index % 10 === 9 ? 'TX' : 'FL',
  }));
  return { agreements: { rowsOf: new Map([['list', listed]]) } } as unknown as Site;
}

test('a row of a list is led to by its line', () => {
  const link = rowLink(siteWith(shownRows), 'list', '2026-06-04', shownRows);
  expect(link).toMatch(new RegExp(`^receipts/.*2026-06-04.*#r-${shownRows}$`));
});

test('of a list longer than its receipt shows, by the heading of its state', () => {
  const site = siteWith(shownRows + 10);
  expect(rowLink(site, 'list', '2026-06-04', 10)).toMatch(new RegExp(`#${anchorOf('state', 'TX')}$`));
  expect(rowLink(site, 'list', '2026-06-04', 11)).toMatch(new RegExp(`#${anchorOf('state', 'FL')}$`));
  expect(rowLink(site, 'list', '2026-06-04', shownRows + 11)).not.toContain('#');
});
