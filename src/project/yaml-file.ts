import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import { isMap, isScalar, LineCounter, type Node, parseDocument, visit } from 'yaml';
import { exitCodes, type Place, UserError } from './errors.ts';
import { nearest } from './nearest.ts';
import { schemaValidator } from './schemas.ts';

/** Files above this size are refused: no configuration is that long, and aliases can blow up. */
const largestBytes = 2_000_000;

/**
 * Reads a YAML file and checks it against the named JSON Schema in `schemas/`.
 *
 * @returns the plain value, typed by the caller who names the schema
 * @throws UserError CF-CONFIG-001 (not YAML), CF-CONFIG-002 (does not fit the schema) with file, line, column, what was
 *   found, what was expected and the nearest known key
 */
export async function readYaml<T>(path: string, schema: string): Promise<T> {
  const text = readFileSync(path, 'utf8');
  return parseYaml<T>(text, path, schema);
}

/** As `readYaml`, for text already at hand; `path` only names it in errors. */
export async function parseYaml<T>(text: string, path: string, schema: string): Promise<T> {
  if (text.length > largestBytes)
    throw mistake('CF-CONFIG-001', 'The file is too long to be a configuration.', { file: path }, '');
  const counter = new LineCounter();
  // The core schema of YAML 1.2 has no dates: 2026-01-26 stays text, "no" stays a word.
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, uniqueKeys: true });
  const lines = text.split('\n');
  const placeOf = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    return { file: path, line, column: col };
  };
  const first = document.errors[0];
  if (first) {
    const place = placeOf(first.pos[0]);
    throw mistake(
      'CF-CONFIG-001',
      `This is not YAML: ${first.message.split('\n')[0]}`,
      place,
      lines[(place.line ?? 1) - 1] ?? '',
    );
  }
  refuseAliases(document.contents, placeOf, lines);
  const value = (document.toJS({ maxAliasCount: 0 }) ?? {}) as T;
  const validate = await schemaValidator(schema);
  if (!validate(value)) {
    const error = mostTelling(validate);
    const { node, message } = explain(error, document.contents);
    const place = placeOf(node?.range?.[0] ?? 0);
    throw mistake('CF-CONFIG-002', message, place, lines[(place.line ?? 1) - 1] ?? '');
  }
  return value;
}

function mistake(code: string, message: string, place: Place, line: string): UserError {
  return new UserError(message, {
    code,
    exit: exitCodes.usage,
    place,
    ...(line === '' ? {} : { excerpt: { text: line, column: place.column ?? 1 } }),
    hint: `Put it right in ${basename(place.file ?? 'the file')} and run the command again.`,
  });
}

function refuseAliases(
  contents: unknown,
  placeOf: (offset: number) => Place,
  lines: readonly string[],
): void {
  visit(contents as Node, {
    Alias: (_key, node) => {
      const place = placeOf(node.range?.[0] ?? 0);
      throw mistake(
        'CF-CONFIG-001',
        'Aliases (*name) are not used in these files.',
        place,
        lines[(place.line ?? 1) - 1] ?? '',
      );
    },
  });
}

/** An unknown key says more than the "must match one of" that follows from it, and the deepest error more than its parents. */
function mostTelling(validate: ValidateFunction): ErrorObject {
  const errors = [...(validate.errors ?? [])];
  const rank = (error: ErrorObject) =>
    (error.keyword === 'additionalProperties' ? 100 : 0) +
    error.instancePath.split('/').length -
    (/^(anyOf|oneOf|if)$/.test(error.keyword) ? 50 : 0);
  errors.sort((a, b) => rank(b) - rank(a));
  return errors[0] as ErrorObject;
}

function explain(error: ErrorObject, contents: unknown): { node: Node | undefined; message: string } {
  const path = error.instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  const { node, keyNode } = locate(contents, path);
  const where = path.length === 0 ? 'the file' : `"${path.join('.')}"`;
  const params = error.params as Record<string, unknown>;
  if (error.keyword === 'additionalProperties') {
    const found = String(params['additionalProperty']);
    const known = Object.keys((error.parentSchema?.['properties'] as object | undefined) ?? {});
    const close = nearest(found, known);
    const key = isMap(node)
      ? (node.items.find((pair) => isScalar(pair.key) && pair.key.value === found)?.key as Node)
      : undefined;
    const advice = close ? `Did you mean "${close}"?` : `Known here: ${known.join(', ')}.`;
    return { node: key ?? node, message: `Unknown key "${found}" in ${where}. ${advice}` };
  }
  if (error.keyword === 'required') {
    return {
      node: keyNode ?? node,
      message: `${where === 'the file' ? 'The file' : where} lacks the key "${String(params['missingProperty'])}".`,
    };
  }
  if (error.keyword === 'false schema')
    return { node: keyNode ?? node, message: `${where} has no meaning in a rule of this type.` };
  const found = isScalar(node)
    ? JSON.stringify(node.value)
    : node === undefined
      ? 'nothing'
      : isMap(node)
        ? 'a map'
        : 'a list';
  const expected =
    error.keyword === 'enum'
      ? `one of ${(params['allowedValues'] as unknown[]).join(', ')}`
      : error.keyword === 'type'
        ? String(params['type'])
        : error.keyword === 'pattern'
          ? String(error.parentSchema?.['description'] ?? `text like ${String(params['pattern'])}`)
          : (error.message ?? error.keyword);
  return { node, message: `${where} is ${found}; expected ${expected}.` };
}

function locate(contents: unknown, path: string[]): { node: Node | undefined; keyNode: Node | undefined } {
  let node = contents as Node | undefined;
  let keyNode: Node | undefined;
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === part);
      keyNode = pair?.key as Node | undefined;
      node = (pair?.value ?? undefined) as Node | undefined;
    } else {
      keyNode = undefined;
      node = (node as { items?: Node[] } | undefined)?.items?.[Number(part)];
    }
  }
  return { node, keyNode };
}
