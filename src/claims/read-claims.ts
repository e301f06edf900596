import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { Figure } from '../figures/figure.ts';
import { exitCodes, type Place, UserError } from '../project/errors.ts';
import { parseYaml } from '../project/yaml-file.ts';
import { mistakeOf } from './check-claim.ts';
import type { Claim, Where } from './claim.ts';

type Filter = Record<string, string | string[]>;
type Written = Omit<Claim, 'where' | 'parts' | 'place'> & {
  where?: Filter;
  parts?: { where: Filter; states: string }[];
};

/**
 * Every claim of a folder (`claims/`), files in the order of their names. An absent folder has none.
 *
 * @param figures what a claim may name; the registry's, and the user's own
 * @throws UserError CF-CONFIG-001, -002 (form), CF-CLAIM-001 (two of one id) to -007, each with file, line and column
 */
export async function readClaims(folder: string, figures: readonly Figure[]): Promise<Claim[]> {
  const names = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => /\.ya?ml$/.test(name))
        .sort()
    : [];
  const claims: Claim[] = [];
  for (const name of names) {
    const path = join(folder, name);
    claims.push(...(await parseClaims(readFileSync(path, 'utf8'), `claims/${name}`, figures, claims)));
  }
  return claims;
}

/** The claims of one file's text; `file` names it in errors, `before` are those whose ids are taken. */
export async function parseClaims(
  text: string,
  file: string,
  figures: readonly Figure[],
  before: readonly Claim[] = [],
): Promise<Claim[]> {
  const { claims: written } = await parseYaml<{ claims?: Written[] }>(text, file, 'claims');
  const source = placesOf(text, file);
  const claims: Claim[] = [];
  for (const [index, one] of (written ?? []).entries()) {
    const at = (keys: readonly (string | number)[]) => source.place(['claims', index, ...keys]);
    const printed = (keys: readonly (string | number)[], states: string) =>
      source.printed(['claims', index, ...keys]) ?? String(states);
    const claim: Claim = {
      ...one,
      where: lists(one.where),
      ...(one.states === undefined ? {} : { states: printed(['states'], one.states) }),
      ...(one.parts === undefined
        ? {}
        : {
            parts: one.parts.map((part, order) => ({
              where: lists(part.where),
              states: printed(['parts', order, 'states'], part.states),
            })),
          }),
      place: at([]),
    } as Claim;
    const twin = [...before, ...claims].find((other) => other.id === claim.id);
    const mistake = twin
      ? {
          code: 'CF-CLAIM-001',
          message: `Two claims are called "${claim.id}".`,
          hint: `The other is in ${twin.place?.file}, line ${twin.place?.line}; give one of them another id.`,
          at: ['id'],
        }
      : mistakeOf(claim, figures);
    if (mistake) {
      const place =
        mistake.code === 'CF-CLAIM-003' ? source.keyPlace(['claims', index, ...mistake.at]) : at(mistake.at);
      throw new UserError(mistake.message, {
        code: mistake.code,
        exit: exitCodes.usage,
        hint: mistake.hint,
        place,
        excerpt: { text: source.line(place), column: place.column ?? 1 },
      });
    }
    claims.push(claim);
  }
  return claims;
}

function lists(where: Filter | undefined): Where {
  return Object.fromEntries(
    Object.entries(where ?? {}).map(([name, value]) => [name, Array.isArray(value) ? value : [value]]),
  );
}

/** Finds where keys stand in YAML text, and what is printed there: `39.0` is a number to YAML and more to a reader. */
function placesOf(text: string, file: string) {
  const counter = new LineCounter();
  const { contents } = parseDocument(text, { lineCounter: counter });
  const lines = text.split('\n');
  const nodeAt = (keys: readonly (string | number)[]): Node | null => {
    let node = contents as Node | null;
    for (const key of keys) {
      const next = isMap(node) ? node.get(key, true) : isSeq(node) ? node.get(key, true) : undefined;
      if (!next) break;
      node = next as Node;
    }
    return node;
  };
  return {
    place(keys: readonly (string | number)[]): Place {
      const { line, col } = counter.linePos(nodeAt(keys)?.range?.[0] ?? 0);
      return { file, line, column: col };
    },
    keyPlace(keys: readonly (string | number)[]): Place {
      const map = nodeAt(keys.slice(0, -1));
      const pair = isMap(map)
        ? map.items.find((item) => isScalar(item.key) && item.key.value === keys.at(-1))
        : undefined;
      const { line, col } = counter.linePos((pair?.key as Node | undefined)?.range?.[0] ?? 0);
      return { file, line, column: col };
    },
    printed(keys: readonly (string | number)[]): string | undefined {
      const node = nodeAt(keys);
      return isScalar(node) && typeof node.value === 'number' ? node.source : undefined;
    },
    line: (place: Place) => lines[(place.line ?? 1) - 1] ?? '',
  };
}
