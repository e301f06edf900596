import type { Site } from '../../site.ts';

/**
 * How each of some editions is named in few letters: by its date where that tells them apart, else by the name of its
 * file, else by both, and where even that is shared with the beginning of its id.
 */
export function editionNames(site: Site, ids: Iterable<string>): Map<string, string> {
  const all = [...new Set(ids)].map((id) => {
    const edition = site.byEdition.get(id);
    const date = edition?.asOf ?? '';
    const name = edition?.names[0] ?? '';
    return { id, forms: [date, name, `${date} ${name}`, `${date} ${name} ${id.slice(0, 8)}`] };
  });
  const uses = new Map<string, number>();
  for (const form of all.flatMap(({ forms }) => forms)) uses.set(form, (uses.get(form) ?? 0) + 1);
  return new Map(
    all.map(({ id, forms }) => [id, forms.find((form) => form !== '' && uses.get(form) === 1) ?? id]),
  );
}
