import { allowedFunctions, allowedTableFunctions } from './functions.ts';

/** Why a statement is not let through. */
export interface Barred {
  code: 'not-one-select' | 'not-published';
  /** What stands in the way: a name or a word, never longer than 60 signs. */
  what: string;
}

/** The statement as the engine's own parser sees it (`json_serialize_sql`). */
export interface ParsedSql {
  error: boolean;
  error_message?: string;
  statements?: unknown[];
}

/** Kinds of expressions that are let through. */
const expressions = new Set([
  'BETWEEN',
  'CASE',
  'CAST',
  'COLLATE',
  'COLUMN_REF',
  'COMPARISON',
  'CONJUNCTION',
  'CONSTANT',
  'FUNCTION',
  'LAMBDA',
  'LAMBDA_REF',
  'OPERATOR',
  'POSITIONAL_REFERENCE',
  'STAR',
  'SUBQUERY',
  'WINDOW',
]);

/** Kinds of everything else that has a `type`: nodes, things in FROM, what stands behind a SELECT. */
const parts = new Set([
  'SELECT_NODE',
  'SET_OPERATION_NODE',
  'RECURSIVE_CTE_NODE',
  'CTE_NODE',
  'BASE_TABLE',
  'SUBQUERY',
  'JOIN',
  'EXPRESSION_LIST',
  'EMPTY',
  'TABLE_FUNCTION',
  'ORDER_MODIFIER',
  'LIMIT_MODIFIER',
  'LIMIT_PERCENT_MODIFIER',
  'DISTINCT_MODIFIER',
  'ORDER_DEFAULT',
  'ASCENDING',
  'DESCENDING',
]);

/** Names under which the engine has views of its own, of this version or another. */
const ofEngine = /^(duckdb|pg|sqlite|pragma|information_schema)(_|$)/;

type Node = Record<string, unknown>;

/**
 * Lets one SELECT through that names published tables, tables of its own `with`, and listed functions. Everything that
 * it does not know it refuses.
 *
 * @param tables lower-case names of the tables
 * @param reserved lower-case names of the engine's own views: none may be the name of a table of `with`, since the
 *   name would mean the view where the `with` does not reach
 */
export function gate(
  parsed: ParsedSql,
  tables: ReadonlySet<string>,
  reserved: ReadonlySet<string>,
): Barred | undefined {
  if (parsed.error) return { code: 'not-one-select', what: (parsed.error_message ?? '').slice(0, 200) };
  const [only, ...more] = parsed.statements ?? [];
  if (only === undefined || more.length > 0)
    return { code: 'not-one-select', what: `${parsed.statements?.length ?? 0} statements` };
  const own = new Set<string>();
  const clash = withNames(only, own, tables, reserved);
  if (clash !== undefined) return barred(clash);
  return look(only, new Set([...tables, ...own]));
}

/** Collects names of `with`; gives the first that may not be one. */
function withNames(
  node: unknown,
  own: Set<string>,
  tables: ReadonlySet<string>,
  reserved: ReadonlySet<string>,
): string | undefined {
  if (typeof node !== 'object' || node === null) return undefined;
  const map = (node as Node)['cte_map'] as { map?: { key: string }[] } | undefined;
  const names = [...(map?.map ?? []).map(({ key }) => key), (node as Node)['cte_name']].filter(
    (name) => typeof name === 'string' && name !== '',
  ) as string[];
  for (const name of names) {
    const lower = name.toLowerCase();
    if (!/^[a-z_][a-z0-9_]{0,60}$/.test(lower) || ofEngine.test(lower) || reserved.has(lower)) return name;
    if (!tables.has(lower)) own.add(lower);
  }
  for (const value of Object.values(node)) {
    const found = withNames(value, own, tables, reserved);
    if (found !== undefined) return found;
  }
  return undefined;
}

function look(node: unknown, tables: ReadonlySet<string>): Barred | undefined {
  if (typeof node !== 'object' || node === null) return undefined;
  if (Array.isArray(node)) {
    for (const item of node) {
      const found = look(item, tables);
      if (found) return found;
    }
    return undefined;
  }
  const here = node as Node;
  const refused = refuse(here, tables);
  if (refused !== undefined) return barred(refused);
  for (const [key, value] of Object.entries(here)) {
    // The value of a constant and the type of a cast have keys of their own kind, and no names that are looked up.
    if ((key === 'value' && here['class'] === 'CONSTANT') || key === 'cast_type') continue;
    const found = look(value, tables);
    if (found) return found;
  }
  return undefined;
}

/** The name or word for which this node is not let through. */
function refuse(node: Node, tables: ReadonlySet<string>): string | undefined {
  const { class: kind, type } = node;
  if (kind !== undefined && !expressions.has(String(kind))) return String(kind);
  if (kind === undefined && typeof type === 'string' && !parts.has(type)) return type;
  if (typeof node['function_name'] === 'string' && !allowedFunctions.has(node['function_name'].toLowerCase()))
    return `${node['function_name']}()`;
  if (type === 'TABLE_FUNCTION') {
    const name = String((node['function'] as Node | null)?.['function_name'] ?? '').toLowerCase();
    return allowedTableFunctions.has(name) ? undefined : `${name}()`;
  }
  if (type !== 'BASE_TABLE') return undefined;
  const name = String(node['table_name']);
  const elsewhere = node['catalog_name'] !== '' || !['', 'main'].includes(String(node['schema_name']));
  if (elsewhere || node['at_clause'] !== null || !tables.has(name.toLowerCase())) return name;
  return undefined;
}

function barred(what: string): Barred {
  return { code: 'not-published', what: what.slice(0, 60) };
}
