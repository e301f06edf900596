/** Rooms whose second step names a kind of page and not one page. */
const parted = new Set(['contracts', 'searches']);

/**
 * One page of each kind of a published site: pages are of one kind when they lie in the same room at the same depth. Of
 * each kind the largest is taken, and where there is one, the smallest as well, since little is as hard to lay out as much.
 */
export function onePageOfEachKind(files: ReadonlyMap<string, string>): string[] {
  const kinds = new Map<string, string[]>();
  for (const path of files.keys()) {
    if (!path.endsWith('.html')) continue;
    const steps = path.split('/');
    const named =
      steps.length > 2
        ? parted.has(steps[0] ?? '')
          ? steps.slice(0, steps.length > 3 ? 2 : 3)
          : [steps[0]]
        : steps.slice(0, 1);
    const kind = [...named, steps.length, steps.at(-1)].join('/');
    kinds.set(kind, [...(kinds.get(kind) ?? []), path]);
  }
  const size = (path: string) => files.get(path)?.length ?? 0;
  return [...kinds.values()].map((paths) =>
    paths.reduce((largest, path) => (size(path) > size(largest) ? path : largest)),
  );
}
