import type { KnownName } from '../claims/sentence-organisations.ts';
import type { Workbench } from '../figures/answer.ts';
import type { Registry } from '../figures/kind.ts';

/** What open records call things that a sentence may mean, with the filter for each. */
export interface KnownNames {
  /** Organisations, none of them a person, by name. */
  organisations: KnownName[];
  /** What money or records are for: those with the most of it first; none that persons alone have. */
  purposes: KnownName[];
}

/** The names that kinds declare for their open records; none of a kind without records, or whose rows never leave. */
export async function knownNames(
  { engine, relations, editions }: Workbench,
  { kinds }: Pick<Registry, 'kinds'>,
): Promise<KnownNames> {
  const found: KnownNames = { organisations: [], purposes: [] };
  for (const { id, names, release } of kinds) {
    if (!names || release || !editions.some(({ kind }) => kind === id)) continue;
    if (names.reads.some((model) => !relations.models.has(model))) continue;
    for (const list of ['organisations', 'purposes'] as const)
      for (const { dimension, value, name } of await engine.query(names[list]))
        found[list].push({ where: `${dimension}=${value}`, name: String(name) });
  }
  return found;
}
