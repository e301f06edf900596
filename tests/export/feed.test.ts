import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { beforeAll, describe, expect, test } from 'vitest';
import { correctionInWords, correctionOf, type Given, givenOf } from '../../src/build/corrections.ts';
import { movesOf, verdictHistory } from '../../src/build/verdict-history.ts';
import { openWorkspace } from '../../src/build/workspace.ts';
import type { Changes } from '../../src/changes/compare.ts';
import { readClaims } from '../../src/claims/read-claims.ts';
import type { Verdict } from '../../src/claims/verdict.ts';
import { atomFeed, eventId, type Feed, type FeedEntry, jsonFeed } from '../../src/export/feed.ts';
import { changeEntries, correctionEntry, verdictEntries } from '../../src/export/feed-entries.ts';
import { junitReport } from '../../src/export/junit.ts';
import { registry } from '../../src/kinds/registry.ts';
import { sayIn } from '../../src/language/say.ts';
import { leavingEvidence } from '../../src/publication/leaving-rows.ts';
import { exampleProject } from '../support/example-project.ts';

interface Node {
  name: string;
  attributes: Record<string, string>;
  children: Node[];
  text: string;
}

/** The document as a strict XML parser, which is not ours, reads it. */
function parse(text: string): Node {
  const root: Node = { name: '', attributes: {}, children: [], text: '' };
  const stack = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    const attributes = Object.fromEntries(
      Object.entries(tag.attributes).map(([name, value]) => [name, String(value.value)]),
    );
    const node = { name: `{${tag.uri}}${tag.local}`, attributes, children: [], text: '' };
    stack.at(-1)?.children.push(node);
    stack.push(node);
  });
  parser.on('text', (value) => {
    (stack.at(-1) as Node).text += value;
  });
  parser.on('closetag', () => void stack.pop());
  parser.write(text).close();
  return root.children[0] as Node;
}

const atom = '{http://www.w3.org/2005/Atom}';
const child = (node: Node, name: string) => node.children.filter((one) => one.name === atom + name);

/** What RFC 4287 asks of a feed (4.1.1, 4.1.2, 4.2.6). */
function expectAtom(text: string): Node {
  const feed = parse(text);
  expect(feed.name).toBe(`${atom}feed`);
  for (const node of [feed, ...child(feed, 'entry')]) {
    for (const name of ['id', 'title', 'updated']) expect(child(node, name).length).toBe(1);
    expect(child(node, 'id')[0]?.text).toMatch(/^urn:counterfoil:event:[0-9a-f]{40}$/);
    expect(child(node, 'updated')[0]?.text).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/);
  }
  expect(child(feed, 'author').length).toBe(1);
  const ids = child(feed, 'entry').map((entry) => child(entry, 'id')[0]?.text);
  expect(new Set(ids).size).toBe(ids.length);
  return feed;
}

const feedOf = (entries: FeedEntry[]): Feed => ({
  id: eventId(['feed']),
  title: 'A & B <invented>',
  site: 'https://desk.example/',
  self: 'https://desk.example/feed.atom',
  author: 'Desk',
  entries,
});

const change = {
  key: ['FL', 'x'],
  label: "Invented County Sheriff's Office",
  field: null,
  before: null,
  after: null,
  amountBefore: null,
  amountAfter: null,
  organisation: 'fl-invented-county',
  eventDate: '2026-01-02',
  rowBefore: null,
  rowAfter: 4,
};
const note = (sha256: string, as_of: string) => ({
  edition: sha256.slice(0, 16),
  name: 'a.xlsx',
  source: 'ice-participating',
  as_of,
  sha256,
});
const changes: Changes = {
  comparison: 'agreements',
  source: 'ice-participating',
  period: null,
  from: note('a'.repeat(64), '2026-01-01'),
  to: note('b'.repeat(64), '2026-01-08'),
  counts: { appeared: 1, vanished: 1, altered: 1, relabelled: 1, unchanged: 9, late: 1 },
  listed: { appeared: 2, vanished: 2 },
  money: null,
  rows: [
    { ...change, change: 'appeared', late: true },
    { ...change, change: 'vanished', late: false },
    { ...change, change: 'altered', late: false, field: 'signed', before: '2026-01-02', after: '2026-01-03' },
    { ...change, change: 'relabelled', late: false, before: 'Dogulas County' },
  ],
};
const obtained = '2026-01-09T10:00:00.000Z';

describe('feeds of changes', () => {
  const entries = changeEntries(changes, ['Four things.'], obtained);

  test('are Atom, with one entry for the pair and one for each row', () => {
    const feed = expectAtom(atomFeed(feedOf(entries)));
    expect(child(feed, 'entry').length).toBe(5);
    expect(child(feed, 'title')[0]?.text).toBe('A & B <invented>');
    expect(child(feed, 'updated')[0]?.text).toBe(obtained);
  });

  test('are JSON Feed with the same entries', () => {
    const feed = JSON.parse(jsonFeed(feedOf(entries))) as {
      version: string;
      title: string;
      items: { id: string; content_text: string; date_published: string }[];
    };
    expect(feed.version).toBe('https://jsonfeed.org/version/1.1');
    expect(feed.items.map((item) => item.id).sort()).toEqual(entries.map((entry) => entry.id).sort());
    for (const item of feed.items)
      expect(Number.isFinite(Date.parse(item.date_published)) && item.content_text.length > 0).toBe(true);
  });

  test('keep their ids whatever else is in the feed, and are the same bytes each time', () => {
    const again = changeEntries(
      { ...changes, rows: changes.rows.slice(2), counts: { ...changes.counts, appeared: 0 } },
      ['Other words.'],
      obtained,
    );
    const ids = new Set(entries.map((entry) => entry.id));
    for (const entry of again) expect(ids.has(entry.id)).toBe(true);
    expect(atomFeed(feedOf([...entries].reverse()))).toBe(atomFeed(feedOf(entries)));
    expect(atomFeed(feedOf([...entries, ...entries]))).toBe(atomFeed(feedOf(entries)));
  });

  test('say plainly what the record says', () => {
    expect(entries.map((entry) => entry.text).join('\n')).toMatchInlineSnapshot(`
      "Four things.
      Invented County Sheriff's Office is in the edition of 2026-01-08 and not in that of 2026-01-01. Its own date, 2026-01-02, is on or before that day.
      Invented County Sheriff's Office, in the edition of 2026-01-01, is not in that of 2026-01-08. The record does not say why.
      Invented County Sheriff's Office: signed is 2026-01-03 in the edition of 2026-01-08; it was 2026-01-02 in that of 2026-01-01.
      Invented County Sheriff's Office stands in the edition of 2026-01-08 where that of 2026-01-01 has Dogulas County: the same under another name."
    `);
  });

  test('beyond 200 rows an organisation still has all of its own, and what vanished comes before what appeared', () => {
    const row = changes.rows[0] as Changes['rows'][number];
    const many = Array.from({ length: 250 }, (_, index) => ({
      ...row,
      key: ['FL', `k${index}`],
      organisation: `fl-invented-${index}`,
      change: index < 240 ? ('appeared' as const) : ('vanished' as const),
    }));
    const [whole, ...rows] = changeEntries({ ...changes, rows: many }, ['Many.'], obtained);
    expect(rows.length).toBe(250);
    const near = rows.filter(({ further }) => further !== true);
    expect(near.length).toBe(200);
    expect(near.filter(({ tags }) => tags.includes('vanished')).length).toBe(10);
    expect(whole?.text).toContain('Of 250 rows the first 200 have an entry of their own here');
    expect(entries.some(({ further }) => further)).toBe(false);
  });

  test('any text is well-formed XML', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expectAtom(
          atomFeed(
            feedOf([{ id: eventId([text]), title: text, updated: obtained, text, url: null, tags: [text] }]),
          ),
        );
      }),
      { numRuns: 300 },
    );
    expectAtom(atomFeed(feedOf([])));
  });
});

const verdict = (word: Verdict['verdict'], shown: string, sha = 'a'): Verdict =>
  ({
    id: 'c1',
    claim: { id: 'c1', sentence: 'Twelve <b>agencies</b>.', published: { by: 'x' }, where: {}, states: '12' },
    verdict: word,
    why: word === 'not checkable' ? 'no list' : null,
    figure: 'f',
    unit: 'agencies',
    numbers:
      word === 'not checkable'
        ? []
        : [
            {
              shown,
              stated: '12',
              where: {},
              value: shown,
              expected: {},
              holds: word === 'holds',
              off: '0',
              ends: [],
            },
          ],
    search: null,
    range: null,
    editions: [note(sha.repeat(64), '2026-01-01')],
    says: [`It ${word}.`],
  }) as unknown as Verdict;
const given = (one: Verdict, program = 'counterfoil 1'): Given => givenOf(one, program);

describe('corrections', () => {
  test.each([
    ['the publisher changed', given(verdict('holds', '12')), given(verdict('differs', '13', 'b'))],
    ['we revised', given(verdict('holds', '12')), given(verdict('differs', '13'), 'counterfoil 2')],
    ['we were wrong', given(verdict('holds', '12')), given(verdict('holds', '14'), 'counterfoil 3')],
    [
      'the claim was edited',
      given(verdict('holds', '12')),
      given({ ...verdict('differs', '12'), claim: { ...verdict('holds', '').claim, states: '13' } }),
    ],
  ] as const)('%s', (cause, before, after) => {
    const found = correctionOf(before, after, new Set(['counterfoil 3']));
    expect(found).toMatchObject({ claim: 'c1', cause });
    expect(found?.says).toContain('“Twelve <b>agencies</b>.”: the verdict was holds (12) and is');
    if (found)
      expect(correctionInWords(found, sayIn('es'))).toMatch(
        /^«Twelve <b>agencies<\/b>\.»: el veredicto era se cumple \(12\) y es .+ [Ll][ao]s? [^.]+\.( \(counterfoil 1, ahora counterfoil \d\))?$/,
      );
    if (found) expectAtom(atomFeed(feedOf([correctionEntry(found, obtained)])));
  });

  test('the same verdict and the same value need none', () => {
    expect(
      correctionOf(given(verdict('holds', '12')), given(verdict('holds', '12', 'b'), 'counterfoil 2')),
    ).toBeNull();
  });
});

describe('the history of a verdict', () => {
  let history: Awaited<ReturnType<typeof verdictHistory>>;
  beforeAll(async () => {
    const paths = await exampleProject();
    const workspace = await openWorkspace(paths, registry);
    const claim = (await readClaims(paths.claims, registry.figures)).find(
      (one) => one.figure?.startsWith('agreements.') && !one.change && !one.parts,
    );
    if (!claim) throw new Error('no claim to try');
    history = await verdictHistory(workspace, registry, claim, leavingEvidence(workspace, registry));
    workspace.close();
  });

  test('has one point for each day with a list, in order', () => {
    expect(history.points.length).toBeGreaterThan(1);
    expect(history.points.map(({ date }) => date)).toEqual(history.points.map(({ date }) => date).sort());
    expectAtom(atomFeed(feedOf(verdictEntries(history))));
  });

  test('moves where the word changes, and nowhere else', () => {
    const edition = { edition: 'e', sha256: 'a'.repeat(64), obtained };
    const points = (['holds', 'holds', 'differs', 'not checkable', 'holds'] as const).map((word, index) => ({
      date: `2026-01-0${index + 1}`,
      verdict: word,
      values: ['12'],
      edition,
    }));
    expect(movesOf(points).map(({ from, to, date }) => `${date} ${from} -> ${to}`)).toEqual([
      '2026-01-03 holds -> differs',
      '2026-01-04 differs -> not checkable',
      '2026-01-05 not checkable -> holds',
    ]);
    expect(movesOf(points)[0]?.says).toBe(
      'On the list of 2026-01-02 it holds (the list gives 12); on that of 2026-01-03 it differs (the list gives 12).',
    );
  });
});

test('JUnit: what differs fails, what is not checkable is skipped', () => {
  const report = parse(
    junitReport([verdict('holds', '12'), verdict('differs', '13'), verdict('not checkable', '')]),
  );
  expect(report.name).toBe('{}testsuites');
  expect(report.attributes).toMatchObject({ tests: '3', failures: '1', skipped: '1', errors: '0' });
  const cases = report.children[0]?.children ?? [];
  expect(cases.map((one) => one.children.map(({ name }) => name))).toEqual([
    [],
    ['{}failure'],
    ['{}skipped'],
  ]);
});
