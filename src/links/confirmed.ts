import type { Engine } from '../engine/engine.ts';
import { exitCodes, UserError } from '../project/errors.ts';
import { readYaml } from '../project/yaml-file.ts';

/** An organisation of a network and an agency of the agreements: one and the same, or perhaps. */
export interface Link {
  organisation: string;
  agency: string;
  /** The agency's name as the lists have it, folded. */
  name: string;
  since: string;
  last: string;
  listed: boolean;
  standing: 'certain' | 'to confirm' | 'refused';
  why: string;
}

/** What a person has decided: `schemas/links.schema.json`. */
interface LinkFile {
  links: readonly { organisation: string; agency: string; same: boolean; on: string; why?: string }[];
}

/**
 * All links, with what a person has decided in the project's file in the place of what was found.
 *
 * @param file absolute path, or null for none
 * @throws UserError CF-CONFIG-013 where two agencies are said to be one organisation
 */
export async function linksOf(engine: Engine, file: string | null): Promise<Link[]> {
  const rows = await engine.query(
    `select organisation, agency, agency_key, @iso_date(first_listed) as since, @iso_date(last_listed) as last, standing, standing_of_link, reason
from organisation_links order by organisation, agency`,
  );
  const decided = file === null ? [] : (await readYaml<LinkFile>(file, 'links')).links;
  const by = new Map(decided.map((one) => [`${one.organisation}|${one.agency}`, one]));
  const same = new Map<string, string>();
  for (const one of decided.filter((link) => link.same)) {
    const other = same.get(one.organisation);
    if (other !== undefined && other !== one.agency)
      throw new UserError(
        `"${one.organisation}" is said to be two agencies, "${other}" and "${one.agency}".`,
        {
          code: 'CF-CONFIG-013',
          exit: exitCodes.usage,
          ...(file === null ? {} : { place: { file } }),
          hint: 'Leave one of them "same: true".',
        },
      );
    same.set(one.organisation, one.agency);
  }
  return rows.map((row) => {
    const organisation = String(row['organisation']);
    const agency = String(row['agency']);
    const said = by.get(`${organisation}|${agency}`);
    const other = same.get(organisation);
    const standing: Link['standing'] = said
      ? said.same
        ? 'certain'
        : 'refused'
      : other !== undefined
        ? 'refused'
        : (row['standing_of_link'] as Link['standing']);
    return {
      organisation,
      agency,
      name: String(row['agency_key']),
      since: String(row['since']),
      last: String(row['last']),
      listed: row['standing'] === 'listed',
      standing,
      why: said ? `confirmed by a person on ${said.on}` : String(row['reason']),
    };
  });
}

/** The links that nobody has decided on, as a file to complete and to name under `searches`, `links`. */
export function linksToConfirm(links: readonly Link[]): string {
  const open = links.filter(({ standing }) => standing === 'to confirm');
  return [
    '# Organisations of a network that may be agencies with an agreement. For each say whether they are one and the same,',
    '# and the day on which you looked; then name this file under "searches", "links" in counterfoil.yaml.',
    'links:',
    ...open.flatMap((link) => [
      `  # ${link.why}`,
      `  - organisation: ${link.organisation}`,
      `    agency: ${JSON.stringify(link.agency)}`,
      '    same: false',
      '    on: 2000-01-01',
    ]),
    '',
  ].join('\n');
}
