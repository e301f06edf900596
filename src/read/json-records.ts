import { parse as parseYaml } from 'yaml';
import { deepest, outside } from './tree-paths.ts';
import type { TreeRecord } from './xml-records.ts';

/**
 * Where the records of a JSON or YAML document lie, tried in this order: the names lead to an object or a list, and
 * each object at the end is a record. A list at the top is a list of records; any other object is one record.
 */
const spines: readonly (readonly string[])[] = [
  ['opportunitiesData'],
  ['records', 'releases', 'contracts'],
  ['records', 'compiledRelease', 'contracts'],
  ['releases', 'contracts'],
  ['results'],
  ['families', 'vehicles'],
  ['terms'],
];

type Plain = Record<string, unknown>;
const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A document that does not parse, or that nests beyond reason. */
export class JsonFault extends Error {}

/** The records of a JSON text, or of JSON Lines. Throws {@link JsonFault}. */
export function jsonRecords(text: string): TreeRecord[] {
  const whole = parsed(text);
  if (whole !== undefined) return documentRecords(whole);
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length < 2) throw new JsonFault('not JSON');
  return lines.flatMap((line) => {
    const value = parsed(line);
    if (value === undefined) throw new JsonFault('not JSON');
    return documentRecords(value);
  });
}

/** The records of a YAML text: data only, no tags of its own, aliases bounded. Throws {@link JsonFault}. */
export function yamlRecords(text: string): TreeRecord[] {
  let value: unknown;
  try {
    value = parseYaml(text, { schema: 'failsafe', maxAliasCount: 0, uniqueKeys: true });
  } catch {
    throw new JsonFault('not YAML');
  }
  return documentRecords(value);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function documentRecords(value: unknown): TreeRecord[] {
  if (Array.isArray(value)) return value.filter(isPlain).map((item) => record(item, []));
  if (!isPlain(value)) return [];
  for (const spine of spines) {
    const found = along(value, spine, []);
    if (found.length > 0) return found;
  }
  return [record(value, [])];
}

function along(
  at: Plain,
  spine: readonly string[],
  above: readonly { item: Plain; without: string }[],
): TreeRecord[] {
  const [step, ...rest] = spine;
  if (step === undefined) return [record(at, above)];
  const next = at[step];
  const items = Array.isArray(next) ? next.filter(isPlain) : isPlain(next) ? [next] : [];
  return items.flatMap((item) => along(item, rest, [...above, { item: at, without: step }]));
}

function record(item: Plain, above: readonly { item: Plain; without: string }[]): TreeRecord {
  const values: TreeRecord = new Map();
  flatten(item, '', values, 0, null);
  // The nearest enclosing object speaks first.
  for (const { item: around, without } of [...above].reverse()) flatten(around, outside, values, 0, without);
  return values;
}

function flatten(
  value: unknown,
  path: string,
  values: TreeRecord,
  depth: number,
  without: string | null,
): void {
  if (depth > deepest) throw new JsonFault('nested too deep');
  if (value === null || value === undefined) return;
  if (Array.isArray(value)) {
    const scalars = value.filter((item) => typeof item !== 'object' || item === null);
    if (scalars.length === value.length) {
      const text = scalars.filter((item) => item !== null && item !== '').join('; ');
      if (text !== '') put(values, path, text);
    } else flatten(value[0], path, values, depth + 1, null);
    return;
  }
  if (typeof value !== 'object') {
    if (value !== '') put(values, path, String(value));
    return;
  }
  for (const [name, inner] of Object.entries(value)) {
    if (name === without) continue;
    const step = name.toLowerCase();
    flatten(
      inner,
      path === '' || path === outside ? `${path}${step}` : `${path}/${step}`,
      values,
      depth + 1,
      null,
    );
  }
}

function put(values: TreeRecord, path: string, text: string): void {
  if (!values.has(path)) values.set(path, text);
}
