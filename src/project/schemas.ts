import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ValidateFunction } from 'ajv/dist/2020.js';

const compiled = new Map<string, ValidateFunction>();

/** Where the published JSON Schemas lie, seen from `src/project` and from `dist/project` alike. */
export const schemaFolder = fileURLToPath(new URL('../../schemas/', import.meta.url));

/**
 * The validator of `schemas/<name>.schema.json` (JSON Schema 2020-12). The library is loaded on first use: most
 * commands on a project that has not changed never need it.
 */
export async function schemaValidator(name: string): Promise<ValidateFunction> {
  const known = compiled.get(name);
  if (known) return known;
  const { Ajv2020 } = await import('ajv/dist/2020.js');
  const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: true, allowUnionTypes: true });
  const schema = JSON.parse(readFileSync(`${schemaFolder}${name}.schema.json`, 'utf8')) as object;
  const validate = ajv.compile(schema);
  compiled.set(name, validate);
  return validate;
}
