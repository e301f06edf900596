import type { Entrance, EntranceTable } from '../../figures/kind.ts';
import type { Config } from '../../project/config.ts';
import { exitCodes, UserError } from '../../project/errors.ts';
import { readYaml } from '../../project/yaml-file.ts';
import type { Recognised } from '../../read/layout.ts';
import { isAccount } from './account-form.ts';
import { recogniseMapping, type SearchMapping } from './mapping.ts';

/** Labels that a person has confirmed: `schemas/labels.schema.json`. */
interface LabelFile {
  labels: readonly { label: string; spellings?: readonly string[] }[];
}

/** The entrance with what a project says of its audit logs under `searches:`. */
export async function toldEntrance(entrance: Entrance, { searches }: Config): Promise<Entrance> {
  const confirmed = searches.labels === null ? new Map() : await readLabels(searches.labels);
  const mappings = await Promise.all(
    searches.layouts.map((file) => readYaml<SearchMapping>(file, 'search-layout')),
  );
  const owners = searches.organisations.map(({ files, label }) => ({
    files: namePattern(files),
    label: checkLabel(label, confirmed),
  }));
  const first = (mappings: readonly SearchMapping[], table: EntranceTable): Recognised | null => {
    for (const mapping of mappings) {
      const found = recogniseMapping(mapping, table);
      if (found) return found;
    }
    return null;
  };
  return {
    ...entrance,
    confirmed,
    checkHolder: (label) => checkLabel(label, confirmed),
    holder: (name) => owners.find(({ files }) => files.test(name))?.label ?? entrance.holder?.(name) ?? null,
    described: (table, name) =>
      first(
        mappings.filter(({ files }) => files !== undefined && namePattern(files).test(name)),
        table,
      ),
    guess: (table) =>
      first(
        mappings.filter(({ files }) => files === undefined),
        table,
      ) ??
      entrance.guess?.(table) ??
      null,
  };
}

async function readLabels(path: string): Promise<Map<string, string>> {
  const { labels } = await readYaml<LabelFile>(path, 'labels');
  const confirmed = new Map<string, string>();
  for (const { label, spellings = [] } of labels) {
    for (const spelling of [label, ...spellings]) {
      const other = confirmed.get(spelling);
      if (other !== undefined && other !== label) {
        throw new UserError(`"${spelling}" stands for two labels, "${other}" and "${label}".`, {
          code: 'CF-CONFIG-010',
          exit: exitCodes.usage,
          place: { file: path },
          hint: 'Leave the spelling under one of them.',
        });
      }
      confirmed.set(spelling, label);
    }
  }
  return confirmed;
}

/** A label as it is kept: as confirmed, or as given where it has the form of an account. */
function checkLabel(label: string, confirmed: ReadonlyMap<string, string>): string {
  const given = label.trim();
  const found = confirmed.get(given) ?? (isAccount(given) ? given : undefined);
  if (found !== undefined) return found;
  throw new UserError('The organisation has not the form of an account: place, state, kind of agency.', {
    code: 'CF-CONFIG-011',
    exit: exitCodes.usage,
    hint: 'Write it as the log does, for example "Exampleton CA PD", or confirm the label in the file under "searches", "labels".',
  });
}

/** A file name pattern: `*` for any letters, `?` for one; case does not matter. */
function namePattern(pattern: string): RegExp {
  const escaped = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${escaped}$`, 'i');
}
