import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

interface Operation {
  operationId: string;
  responses: Record<string, { content?: Record<string, { schema: object }> }>;
}

/** A published OpenAPI document, and answers held to it. */
export interface Contract {
  version: string;
  /** By their ids. */
  operations: ReadonlyMap<string, Operation>;
  /** What is wrong with an answer; empty where it is as the document says. */
  problems(operationId: string, status: number, type: string, body: unknown): string[];
}

/** Reads a document. Throws where a validator of OpenAPI finds fault with it. */
export async function contractOf(document: Record<string, unknown>): Promise<Contract> {
  const validator = new Validator();
  const checked = await validator.validate(structuredClone(document));
  if (!checked.valid) throw new Error(JSON.stringify(checked.errors, null, 1));
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
  ajv.addSchema({ $id: 'doc', ...document });
  const operations = new Map<string, Operation>();
  const paths = document['paths'] as Record<string, Record<string, Operation>>;
  const places = new Map<string, string>();
  for (const [path, methods] of Object.entries(paths))
    for (const [method, operation] of Object.entries(methods)) {
      if (operations.has(operation.operationId)) throw new Error(`${operation.operationId} is there twice`);
      operations.set(operation.operationId, operation);
      places.set(operation.operationId, `doc#/paths/${pointer(path)}/${method}`);
    }
  const compiled = new Map<string, ValidateFunction>();
  return {
    version: validator.version ?? '',
    operations,
    problems(operationId, status, type, body) {
      const content = operations.get(operationId)?.responses[String(status)]?.content;
      const media = type.replace(/;.*$/, '');
      if (!content?.[media]) return [`${operationId} says nothing of ${status} as ${media}`];
      const place = `${places.get(operationId)}/responses/${status}/content/${pointer(media)}/schema`;
      const valid = compiled.get(place) ?? ajv.compile({ $ref: place });
      compiled.set(place, valid);
      return valid(body) ? [] : (valid.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
    },
  };
}

/** A name inside a JSON pointer of a reference. */
function pointer(name: string): string {
  return encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'));
}
