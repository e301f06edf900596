import { expect, test } from 'vitest';
import { feedPaths, feedsOfPage } from '../../src/site/feed-paths.ts';
import { at } from '../../src/site/pages/contracts/addresses.ts';
import { paths } from '../../src/site/paths.ts';
import type { Site } from '../../src/site/site.ts';

const vendors = [
  'INVENTED/ATLANTIC TRADING INC',
  '../../outside',
  'A & B (INVENTED) LLC',
  '..',
  'INVENTED001',
];

test('the feed of a vendor lies in the folder of feeds whatever its name, and each name has its own', () => {
  const found = vendors.map(feedPaths.organisation);
  for (const path of found) expect(path).toMatch(/^feeds\/organisations\/[A-Za-z0-9_-][A-Za-z0-9._-]*$/);
  expect(new Set(found).size).toBe(vendors.length);
});

test('pages of vendors, agencies and claims name their feeds', () => {
  const feeds = new Set(
    [...vendors, 'fl-invented']
      .map((id) => `${feedPaths.organisation(id)}.atom`)
      .concat('feeds/claims/one.atom'),
  );
  const site = { feeds, title: 'A site' } as unknown as Site;
  const named = (path: string) => feedsOfPage(site, path).map((one) => one.path);
  for (const vendor of vendors)
    expect(named(at.vendor(vendor))).toEqual(['feeds/all', feedPaths.organisation(vendor)]);
  expect(named(paths.agency('fl-invented'))).toEqual(['feeds/all', 'feeds/organisations/fl-invented']);
  expect(named(paths.claim('one'))).toEqual(['feeds/all', 'feeds/claims/one']);
});
