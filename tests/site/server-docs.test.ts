import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { openApi } from '../../src/site/api/openapi.ts';
import { statusOfCode } from '../../src/site/api/problem-of.ts';
import { apiRoot, routes } from '../../src/site/api/routes/all.ts';
import { endPoints } from '../../src/site/pages/api/end-points.ts';
import { titles } from '../../src/site/problem.ts';
import { root } from '../support/root.ts';

const read = (...parts: string[]) => readFileSync(join(root, ...parts), 'utf8');
const page = read('docs', 'serve.md');
const document = openApi({ title: 'T', notice: null, version: '0' });
const listed = endPoints(document);

test('every end point stands in docs/serve.md with every parameter, and none that is not there', () => {
  const rows = new Map(
    [...page.matchAll(/^\| `(\/[^`]+)`[^|]*\| (.*) \|$/gm)].map(([, path, says]) => [
      path as string,
      says as string,
    ]),
  );
  for (const { path, parameters } of listed) {
    const says = rows.get(`${apiRoot}${path}`);
    expect(says, path).toBeDefined();
    for (const { name, place } of parameters)
      if (place !== 'path') expect(says, `${path} ${name}`).toContain(`\`${name}\``);
  }
  expect([...rows.keys()].filter((path) => path !== '/health').sort()).toEqual(
    listed.map(({ path }) => `${apiRoot}${path}`).sort(),
  );
});

test('the document and the page for people list every route, each with an example', () => {
  for (const route of routes) {
    const shown = listed.find((one) => one.id === route.id);
    expect(shown?.parameters.length).toBeGreaterThanOrEqual(route.parameters.length);
    for (const { says } of shown?.parameters ?? []) if (says === '') expect(route.id).toBe('runSql');
    expect(shown?.example).toContain(`${apiRoot}${route.example}`);
  }
});

test('every setting and option is told, with what holds without it', () => {
  const schema = JSON.parse(read('schemas', 'project.schema.json')) as {
    properties: { serve: { properties: Record<string, { description: string }> } };
  };
  const settings = Object.keys(schema.properties.serve.properties);
  expect(settings.length).toBeGreaterThan(10);
  for (const name of settings)
    expect(page, name).toMatch(new RegExp(`^\\| \`${name}\`[^|]*\\| [^|]+ \\| [^|]+ \\|$`, 'm'));
  const spec = commands.find(({ name }) => name === 'serve');
  for (const { flags } of spec?.options ?? []) {
    const option = flags.split(' ')[0] as string;
    if (option !== '--port') expect(page, option).toContain(option);
  }
});

test('every refusal has a title and stands in docs/errors.md', () => {
  const errors = read('docs', 'errors.md');
  for (const { code, status } of statusOfCode()) {
    expect(errors, code).toContain(`\`${code}\``);
    expect(titles[status], String(status)).toBeDefined();
  }
  const codes = [...errors.matchAll(/`(CF-(?:API|SQL)-\d{3})`/g)].map(([, code]) => code);
  expect(codes.filter((code) => !statusOfCode().some((one) => one.code === code))).toEqual([]);
});

test('the files for proxies are there, and set what the server believes', () => {
  for (const file of [join('deploy', 'nginx', 'counterfoil.conf'), join('deploy', 'caddy', 'Caddyfile')]) {
    expect(page).toContain(`../${file}`);
    expect(existsSync(join(root, file))).toBe(true);
    expect(read(file)).toMatch(/X-Forwarded-For (\$remote_addr|\{remote_host\})/);
    expect(read(file)).toMatch(/X-Forwarded-Proto (\$scheme|\{scheme\})/);
  }
});
