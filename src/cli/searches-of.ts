import type { Workspace } from '../build/workspace.ts';
import { shippedPacks } from '../kinds/searches/packs.ts';
import type { PublishedRelease } from '../publication/published.ts';
import type { SearchesData } from '../site/data/searches.ts';

const kind = 'searches';

/** What pages are handed of searches: the release, the texts of its figure, the packs, names of what is released. */
export async function searchesOf(
  workspace: Workspace,
  releases: readonly PublishedRelease[],
): Promise<SearchesData | undefined> {
  const release = releases.find((one) => one.kind === kind);
  const figure = workspace.registry.figure('searches.searches');
  if (!release || !figure) return undefined;
  return {
    release,
    definition: figure.definition,
    caveats: figure.caveats,
    packs: shippedPacks,
    networks: await networksOf(workspace),
    names: await namesOf(workspace, release),
  };
}

/** Names of the organisations that the released tables name already by their ids. */
async function namesOf(workspace: Workspace, release: PublishedRelease): Promise<Map<string, string>> {
  const rows = release.tables.flatMap((table) => table.rows);
  const ids = new Set(rows.flatMap(({ values }) => [values['organisation'], values['network']]));
  const found = await workspace.engine.query(
    'select organisation, min(name) as name from search_labels where organisation is not null group by organisation order by organisation',
  );
  return new Map(
    found
      .filter((row) => ids.has(row['organisation'] as string))
      .map((row) => [row['organisation'] as string, row['name'] as string]),
  );
}

/** The networks of which there is a log. */
async function networksOf(workspace: Workspace): Promise<string[]> {
  const found = await workspace.engine.query(
    'select min(network_name) as name from search_logs where network is not null group by network order by 1',
  );
  return found.map((row) => row['name'] as string);
}
