import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cliReference, helpOf } from '../../scripts/cli-reference.ts';
import { errorsReference, listErrors } from '../../scripts/errors-reference.ts';
import { commands } from '../../src/cli/commands.ts';
import { createProgram } from '../../src/cli/program.ts';
import { root } from '../support/root.ts';

const read = (...parts: string[]) => readFileSync(join(root, ...parts), 'utf8');

test('docs/cli.md is what --help prints: node scripts/cli-reference.ts', () => {
  expect(read('docs', 'cli.md')).toBe(cliReference());
});

test('docs/errors.md is what the sources say: node scripts/errors-reference.ts', () => {
  expect(read('docs', 'errors.md')).toBe(errorsReference());
});

describe('errors', () => {
  test('every code in the sources is listed with its message and what to do', () => {
    const listed = listErrors();
    const files = readdirSync(join(root, 'src'), { recursive: true })
      .map((name) => join('src', String(name)))
      .filter((name) => /\.tsx?$/.test(name));
    const raised = new Set(
      [...files, 'bin/counterfoil.js'].flatMap((file) =>
        [...read(file).matchAll(/CF-[A-Z]+-\d+/g)].map(([code]) => code),
      ),
    );
    expect(listed.map((error) => error.code)).toEqual([...raised].sort());
    expect(listed.filter(({ messages, hints }) => messages.length === 0 || hints.length === 0)).toEqual([]);
    expect(listed.length).toBeGreaterThan(50);
  });

  test('a code belongs to one room of the house', () => {
    const rooms = new Map<string, Set<string>>();
    for (const { code, files } of listErrors())
      rooms.set(code, new Set(files.map((file) => file.split('/')[1] as string)));
    const shared = [...rooms].filter(
      ([code, where]) => where.size > 1 && !['CF-READ-030', 'CF-CLI-001'].includes(code),
    );
    expect(shared.map(([code, where]) => `${code} ${[...where].join(' ')}`)).toEqual([]);
  });

  test('nothing of a row and no path of a developer stands in them', () => {
    expect(errorsReference()).not.toMatch(/\/work\/|\/home\/|undefined|\[object/);
  });
});

describe.each(commands.map((command) => [command.name, command] as const))('help of %s', (name, spec) => {
  const command = createProgram(async () => {}).commands.find((one) => one.name() === name);
  const help = command === undefined ? '' : helpOf(command);

  test('says what it does, what it takes, and shows an example', () => {
    expect(help).toContain(`Usage: counterfoil ${name}`);
    expect(help).toContain(`${spec.summary}.`);
    for (const option of spec.options ?? []) expect(help).toContain(option.flags.split(' ')[0] as string);
    for (const argument of spec.arguments ?? [])
      expect(help.replaceAll(/\s+/g, ' ')).toContain(argument.says);
    expect(spec.examples.length).toBeGreaterThan(0);
    for (const example of spec.examples) {
      expect(example).toMatch(new RegExp(`^counterfoil ${name}\\b`));
      expect(help.replaceAll(/\s+/g, ' ')).toContain(example);
    }
    expect(help.includes('--json')).toBe(spec.json);
    expect(help.includes('--project')).toBe(spec.project);
    expect(help.split('\n').every((line) => line.length <= 130)).toBe(true);
  });

  test('its module is there', () => {
    const file = /import\('\.\/([\w-]+)\.ts'\)/.exec(spec.load.toString())?.[1] ?? name;
    expect(existsSync(join(root, 'src', 'cli', `${file}.ts`))).toBe(true);
  });
});

test('no word of the line that is never crossed is an option or an argument', () => {
  const words = commands.flatMap((command) => [
    ...(command.options ?? []).map((option) => option.flags),
    ...(command.arguments ?? []).map((argument) => argument.name),
  ]);
  expect(
    words.filter(
      (word) =>
        /\bplate|person|officer|phone|e-?mail|address>?$|face|driver/i.test(word) && !word.includes('--host'),
    ),
  ).toEqual([]);
});
