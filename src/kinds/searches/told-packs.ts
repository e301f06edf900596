import { exitCodes, UserError } from '../../project/errors.ts';
import { readYaml } from '../../project/yaml-file.ts';
import { states } from '../../reference/states.ts';
import { type Pack, shippedPacks } from './packs.ts';

/** What a schema cannot see: a state that there is not, a day that there is not, two rules of one id. */
function mistakesIn(pack: Pack): string[] {
  const { state, confirmed_on, rules } = pack;
  const days = [confirmed_on, ...rules.flatMap(({ from, to, read }) => [from, to, read])];
  const twice = rules.filter(({ id }, at) => rules.findIndex((other) => other.id === id) < at);
  return [
    ...(state === undefined || states.some(({ code }) => code === state)
      ? []
      : [`there is no state "${state}".`]),
    ...days.flatMap((day) => (day === undefined || isDay(day) ? [] : [`there is no day ${day}.`])),
    ...rules.flatMap(({ id, from, to }) =>
      from !== undefined && to !== undefined && from > to ? [`the rule "${id}" ends before it begins.`] : [],
    ),
    ...twice.map(({ id }) => `it has two rules "${id}".`),
  ];
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text);
}

/**
 * The packs of a project: the shipped ones, all drafts, and those under `searches`, `packs`. A file with the id of a
 * shipped pack stands in its place: that is how a person confirms one, with the date. Any other is one more pack.
 *
 * @param files absolute paths
 * @throws UserError CF-CONFIG-012 where a pack is confirmed without a day or a draft with one, CF-CONFIG-014 where two
 *   have one id, CF-CONFIG-015 where a rule cannot mean what it says
 */
export async function projectPacks(files: readonly string[]): Promise<Pack[]> {
  const own = new Map<string, Pack>();
  for (const file of files) {
    const pack = await readYaml<Pack>(file, 'pack');
    if ((pack.status === 'confirmed') !== (pack.confirmed_on !== undefined))
      throw new UserError(
        `The pack "${pack.id}" is ${pack.status}, and that does not go with its day of confirming.`,
        {
          code: 'CF-CONFIG-012',
          exit: exitCodes.usage,
          place: { file },
          hint: 'A pack is confirmed when a person has held every rule against the official text: "status: confirmed" with "confirmed_on: 2026-11-21"; a draft has no such day.',
        },
      );
    if (own.has(pack.id))
      throw new UserError(`There are two packs "${pack.id}".`, {
        code: 'CF-CONFIG-014',
        exit: exitCodes.usage,
        place: { file },
        hint: 'Give one of them another id.',
      });
    for (const mistake of mistakesIn(pack))
      throw new UserError(`The pack "${pack.id}": ${mistake}`, {
        code: 'CF-CONFIG-015',
        exit: exitCodes.usage,
        place: { file },
        hint: 'Put it right: a rule that asks about nothing, or about another thing, would look as if it were kept.',
      });
    own.set(pack.id, pack);
  }
  const shipped = shippedPacks.map((pack) => own.get(pack.id) ?? pack);
  return [...shipped, ...[...own.values()].filter((pack) => !shippedPacks.some(({ id }) => id === pack.id))];
}
