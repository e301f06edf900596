import { exitCodes, UserError } from '../../project/errors.ts';
import { readYaml } from '../../project/yaml-file.ts';
import { type Pack, shippedPacks } from './packs.ts';

/**
 * The packs of a project: the shipped ones, all drafts, and those under `searches`, `packs`. A file with the id of a
 * shipped pack stands in its place: that is how a person confirms one, with the date. Any other is one more pack.
 *
 * @param files absolute paths
 * @throws UserError CF-CONFIG-012 where a pack is confirmed without a date, has a date and is a draft, or stands twice
 */
export async function projectPacks(files: readonly string[]): Promise<Pack[]> {
  const own = new Map<string, Pack>();
  for (const file of files) {
    const pack = await readYaml<Pack>(file, 'pack');
    if ((pack.status === 'confirmed') !== (pack.confirmed_on !== undefined))
      throw mistake(
        file,
        pack.status === 'confirmed'
          ? `The pack "${pack.id}" is confirmed and does not say when.`
          : `The pack "${pack.id}" is a draft and says when it was confirmed.`,
        'A pack is confirmed when a person has held every rule against the official text: "status: confirmed" with "confirmed_on: 2026-11-21".',
      );
    if (own.has(pack.id))
      throw mistake(file, `There are two packs "${pack.id}".`, 'Give one of them another id.');
    own.set(pack.id, pack);
  }
  const shipped = shippedPacks.map((pack) => own.get(pack.id) ?? pack);
  return [...shipped, ...[...own.values()].filter((pack) => !shippedPacks.some(({ id }) => id === pack.id))];
}

function mistake(file: string, message: string, hint: string): UserError {
  return new UserError(message, { code: 'CF-CONFIG-012', exit: exitCodes.usage, place: { file }, hint });
}
