import { readdirSync, readFileSync } from 'node:fs';
import { parseSync } from '@swc/core';
import { describe, expect, test } from 'vitest';
import { registry } from '../../src/kinds/registry.ts';
import { keyOf } from '../../src/language/say-with.ts';
import { spanish } from '../../src/language/spanish/all.ts';
import { words } from '../../src/site/words.ts';

const src = new URL('../../src/', import.meta.url);

interface Node {
  type?: string;
  [key: string]: unknown;
}

/** Texts that the sources say, and every text that stands in them at all. */
const said = new Map<string, string>();
const written = new Set<string>();

function visit(node: unknown, file: string): void {
  if (Array.isArray(node)) {
    for (const one of node) visit(one, file);
    return;
  }
  if (node === null || typeof node !== 'object') return;
  const { type, ...rest } = node as Node;
  if (type === 'StringLiteral') written.add(rest['value'] as string);
  if (type === 'TemplateLiteral') written.add(textOf(rest));
  if (type === 'TaggedTemplateExpression') {
    const key = textOf(rest['template'] as Node);
    if (isSay(rest['tag'] as Node)) said.set(key, file);
    written.add(key);
  }
  if (type === 'ObjectExpression') {
    const properties = rest['properties'] as {
      key?: { value?: string };
      value?: { type?: string; value?: string };
    }[];
    const named = (name: string) => properties.find(({ key }) => key?.value === name)?.value;
    const other = named('other');
    if (named('one') && other?.type === 'StringLiteral' && other.value?.includes('#'))
      said.set(other.value, file);
  }
  for (const value of Object.values(rest)) visit(value, file);
}

function textOf(template: Node): string {
  const quasis = template['quasis'] as { cooked: string }[];
  return keyOf(quasis.map(({ cooked }) => cooked));
}

/** `say`, `here.say`, `sayIn(lang)`, `sayOf(options)`. */
function isSay(tag: Node): boolean {
  if (tag.type === 'Identifier') return tag['value'] === 'say';
  if (tag.type === 'MemberExpression') return (tag['property'] as Node)['value'] === 'say';
  if (tag.type === 'CallExpression') return /^say(In|Of)$/.test(String((tag['callee'] as Node)['value']));
  return false;
}

for (const name of readdirSync(src, { recursive: true }).map(String).sort()) {
  if (!/\.tsx?$/.test(name) || name.startsWith('language/spanish/') || name === 'site/words.ts') continue;
  const text = readFileSync(new URL(name, src), 'utf8');
  visit(parseSync(text, { syntax: 'typescript', tsx: name.endsWith('x'), target: 'es2022' }), name);
}

/** Words of figures, flags and layouts, which are declared in English. */
function declared(): string[] {
  const figures = registry.figures.flatMap((figure) => [
    figure.title,
    figure.definition,
    ...(figure.unit.kind === 'count' ? [figure.unit.one, figure.unit.many] : []),
    ...figure.caveats,
    ...(figure.parts === undefined ? [] : [figure.parts.title]),
    ...Object.values(figure.dimensions).flatMap(({ title, says }) => [title, says]),
    ...figure.readings.flatMap(({ says, why }) => [says, why]),
  ]);
  const flags = (registry.flags ?? []).flatMap((flag) => [
    flag.title,
    flag.unit,
    flag.method,
    flag.source,
    flag.why,
    flag.example,
    flag.needs,
    ...flag.innocent,
    ...flag.exclusions,
    ...Object.values(flag.settings).map(({ says }) => says),
  ]);
  const scenarios = (registry.scenarios ?? []).flatMap(({ title, caveats }) => [title, ...caveats]);
  return [...figures, ...flags, ...scenarios, ...registry.layouts.map(({ title }) => title)];
}

describe('Spanish messages', () => {
  test('there is one for every text that the sources say', () => {
    expect(said.size).toBeGreaterThan(500);
    expect([...said].filter(([key]) => !(key in spanish)).map(([key, file]) => `${file}: ${key}`)).toEqual(
      [],
    );
  });

  test('there is one for every word of a figure, a flag, a scenario and a layout', () => {
    expect(declared().filter((text) => !(text in spanish))).toEqual([]);
  });

  test('none is for a text that stands nowhere', () => {
    const known = new Set([...said.keys(), ...written, ...declared(), ...reached]);
    expect(Object.keys(spanish).filter((key) => !known.has(key))).toEqual([]);
  });

  test('each has the places of its English, and says something', () => {
    const places = (text: string) => [...new Set(text.match(/\{\w+\}|#/g) ?? [])].sort();
    for (const [key, message] of Object.entries(spanish)) {
      const forms = typeof message === 'string' ? [message] : Object.values(message);
      for (const form of forms) {
        expect(form.trim(), key).not.toBe('');
        expect(places(form), key).toEqual(places(key));
      }
    }
  });

  test('a message with a number has its singular', () => {
    for (const [key, message] of Object.entries(spanish))
      if (key.includes('#')) expect(Object.keys(message), key).toEqual(['one', 'other']);
  });

  test('fixed words have the places of their English', () => {
    const places = (text: unknown) => [...JSON.stringify(text).matchAll(/\{\w+\}/g)].map(String).sort();
    const [english, other] = [words('en'), words('es')];
    for (const key of Object.keys(english) as (keyof typeof english)[])
      expect(places(other[key]), key).toEqual(places(english[key]));
  });
});

/** Texts that are put together before they are said. */
const reached = [
  // Terms of contracts, as typed-in forms name them with hyphens.
  'minimum guarantee',
  'price per case',
  'original',
  // The beginning of a reason, which goes on with the claim's own words.
  'no record at hand can settle it',
  // Why an organisation of a log is held to be an agency of the agreements, as the model says.
  'place, kind of agency and state agree with one agency',
  // Fields of changes.
  'action date',
];
