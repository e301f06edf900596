import type { Workspace } from '../build/workspace.ts';
import type { Pack } from '../kinds/searches/packs.ts';
import { projectPacks } from '../kinds/searches/told-packs.ts';
import { linksOf } from '../links/confirmed.ts';
import type { Config } from '../project/config.ts';
import type { PublishedRelease } from '../publication/published.ts';
import type { Place } from '../publication/sums-of-shown.ts';
import type { NetworkNote, SearchesData } from '../site/data/searches.ts';
import { askedInRelease } from './asked-in-release.ts';
import { checkable, coverageOf, coverageText, networksOf, packsFor } from './network-facts.ts';

const kind = 'searches';

/** What pages are handed of searches: the release, the texts of its figure, the packs, names of what is released. */
export async function searchesOf(
  workspace: Workspace,
  releases: readonly PublishedRelease[],
  config: Config,
): Promise<SearchesData | undefined> {
  const release = releases.find((one) => one.kind === kind);
  const figure = workspace.registry.figure('searches.searches');
  if (!release || !figure) return undefined;
  const packs = await projectPacks(config.searches.packs);
  const links = await linksOf(workspace.engine, config.searches.links);
  const places = await placesOf(workspace, release);
  const released = new Set(
    release.tables.flatMap((table) => table.rows.map(({ values }) => values['organisation'])),
  );
  return {
    release,
    definition: figure.definition,
    caveats: figure.caveats,
    packs,
    networks: await networkNotes(workspace, release, packs, places),
    places,
    names: await namesOf(workspace, release),
    links: new Map(
      links
        .filter(({ standing, organisation }) => standing === 'certain' && released.has(organisation))
        .map((link) => [link.organisation, link]),
    ),
    linksToConfirm: links.filter(({ standing }) => standing === 'to confirm').length,
  };
}

/** Names of the organisations and networks that the released tables name already by their ids. */
export async function namesOf(workspace: Workspace, release: PublishedRelease): Promise<Map<string, string>> {
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

/** Where the organisations and networks of the released tables are, by the form of their accounts. */
export async function placesOf(workspace: Workspace, release: PublishedRelease): Promise<Map<string, Place>> {
  const rows = release.tables.flatMap((table) => table.rows);
  const ids = new Set(rows.flatMap(({ values }) => [values['organisation'], values['network']]));
  const found = await workspace.engine.query(
    `select organisation, min(level) as level, case when min(level) = 'federal' then 'federal' else coalesce(min(state), 'unreadable') end as state
from search_labels where organisation is not null group by organisation order by organisation`,
  );
  return new Map(
    found
      .filter((row) => ids.has(row['organisation'] as string))
      .map((row) => [
        String(row['organisation']),
        { state: String(row['state']), level: String(row['level']) },
      ]),
  );
}

/** The networks of which something is released, with what can be read in their logs. */
async function networkNotes(
  workspace: Workspace,
  release: PublishedRelease,
  packs: readonly Pack[],
  places: ReadonlyMap<string, Place>,
): Promise<NetworkNote[]> {
  const ids = new Set(release.tables.flatMap((table) => table.rows.map(({ values }) => values['network'])));
  const notes: NetworkNote[] = [];
  for (const network of (await networksOf(workspace)).filter(({ id }) => ids.has(id))) {
    const coverage = await coverageOf(workspace, network);
    notes.push({
      ...network,
      coverage: coverage.map((one) => ({ title: one.title, says: coverageText(one) })),
      rules: packsFor(packs, network).flatMap((pack) =>
        pack.rules.map((rule) => ({
          pack: pack.id,
          rule: rule.id,
          checkable: checkable(rule, coverage),
          asked: askedInRelease(rule, network, release.tables, places),
        })),
      ),
    });
  }
  return notes.sort((a, b) => (a.name < b.name ? -1 : 1));
}
