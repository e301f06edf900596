import { statusOfCode } from '../../api/problem-of.ts';
import { apiRoot, routes } from '../../api/routes/all.ts';

/** An end point as people read it. */
export interface EndPoint {
  id: string;
  method: string;
  /** Below the root of the interface. */
  path: string;
  summary: string;
  says: string;
  parameters: { name: string; place: string; says: string; many: boolean }[];
  /** A command that asks it, or null. */
  example: string | null;
  exampleAddress: string | null;
}

interface Operation {
  operationId: string;
  summary: string;
  description?: string;
  parameters?: { name: string; in: string; description: string; schema: { type?: string } }[];
  requestBody?: { content: Record<string, { schema: { properties?: Record<string, Described> } }> };
}

interface Described {
  description?: string;
}

/** The end points of a document, in its order. */
export function endPoints(document: Record<string, unknown>): EndPoint[] {
  const paths = document['paths'] as Record<string, Record<string, Operation>>;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => toEndPoint(path, method.toUpperCase(), operation)),
  );
}

function toEndPoint(path: string, method: string, operation: Operation): EndPoint {
  const route = routes.find((one) => one.id === operation.operationId);
  const body = operation.requestBody?.content['application/json']?.schema.properties ?? {};
  const address = route ? `${apiRoot}${route.example}` : `${apiRoot}${path}`;
  const origin = 'http://127.0.0.1:4287';
  const sends =
    route?.exampleBody === undefined
      ? ''
      : ` -H 'content-type: application/json' -d '${JSON.stringify(route.exampleBody)}'`;
  return {
    id: operation.operationId,
    method,
    path,
    summary: operation.summary,
    says: operation.description ?? '',
    parameters: [
      ...(operation.parameters ?? []).map((one) => ({
        name: one.name,
        place: one.in,
        says: one.description,
        many: one.schema.type === 'array',
      })),
      ...Object.entries(body).map(([name, { description }]) => ({
        name,
        place: 'body',
        says: description ?? '',
        many: false,
      })),
    ],
    example: `curl '${origin}${address}'${sends}`,
    exampleAddress: address,
  };
}

/** Codes that the interface has of its own, with their statuses. */
export const refusalCodes: readonly { code: string; status: number }[] = statusOfCode();
