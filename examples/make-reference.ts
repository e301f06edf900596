import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { realCounties } from './invented-places.ts';
import { randomFrom } from './random.ts';
import { type Agency, agencies } from './world.ts';

/** One line of the example reference: an agency with the population that it serves. The `INV` in its code says that it is invented. */
export interface ReferenceRow {
  ori: string;
  place: string;
  state: string;
  county: string;
  type: 'City' | 'County' | 'University or College' | 'Other State Agency';
  population: number;
}

export interface ReferenceFacts {
  rows: readonly ReferenceRow[];
  /** Sheriffs and police departments (state, name) of the lists that exactly one line speaks of, with its population. */
  matched: readonly { state: string; name: string; population: number }[];
  /** Agencies that two lines of one place could mean: to be left unmatched. */
  ambiguous: readonly { state: string; name: string }[];
}

const types: Record<Agency['kind'], ReferenceRow['type']> = {
  county: 'County',
  municipal: 'City',
  university: 'University or College',
  state: 'Other State Agency',
};

const countyName = (agency: Agency, otherThan?: string): string => {
  const real = realCounties(agency.state.fips).map(({ name }) => name.toUpperCase());
  if (agency.kind === 'county') return agency.place.toUpperCase();
  const own =
    agency.county.shows === 'real'
      ? agency.county.text.replace(/ (County|Parish)$/, '').toUpperCase()
      : undefined;
  if (otherThan === undefined) return own ?? real[agency.index % real.length] ?? 'NOT SPECIFIED';
  return real.find((name) => name !== otherThan) ?? 'NOT SPECIFIED';
};

function rowOf(agency: Agency, number: number, county: string): ReferenceRow {
  const random = randomFrom(agency.index * 101 + number);
  const place = agency.kind === 'university' ? `${agency.place} State University` : agency.place;
  return {
    ori: `${agency.state.code}INV${String(number).padStart(4, '0')}`,
    place,
    state: agency.state.code,
    county,
    type: types[agency.kind],
    population: 1200 + Math.floor(random() ** 3 * 240_000),
  };
}

/** The example reference and what is true of it: three in four sheriffs and police departments, two of them twice. */
export function referenceFacts(): ReferenceFacts {
  const rows: ReferenceRow[] = [];
  const matched: { state: string; name: string; population: number }[] = [];
  const ambiguous: { state: string; name: string }[] = [];
  for (const agency of agencies) {
    if (agency.index % 4 === 3 || agency.kind === 'state') continue;
    const county = countyName(agency);
    const row = rowOf(agency, rows.length + 1, county);
    rows.push(row);
    const twice = agency.kind === 'municipal' && ambiguous.length < 2;
    if (twice) rows.push(rowOf(agency, rows.length + 1, countyName(agency, county)));
    if (twice) ambiguous.push({ state: agency.state.code, name: agency.name });
    else if (agency.kind !== 'university')
      matched.push({ state: agency.state.code, name: agency.name, population: row.population });
  }
  return { rows, matched, ambiguous };
}

const header =
  'ori,data_year,pub_agency_name,state_abbr,county_name,agency_type_name,population,officer_ct,civilian_ct,total_pe_ct,pe_ct_per_1000';

/** Writes the example reference as a CSV in the layout of the FBI's list of agencies; every place is invented. */
export async function makeReference(file: string): Promise<ReferenceFacts> {
  const facts = referenceFacts();
  const lines = facts.rows.map(({ ori, place, state, county, type, population }) => {
    const officers = Math.round(population / 520);
    const civilians = Math.round(population / 1400);
    const perThousand = (((officers + civilians) * 1000) / population).toFixed(2);
    return [
      ori,
      2025,
      place,
      state,
      county,
      type,
      population,
      officers,
      civilians,
      officers + civilians,
      perThousand,
    ].join(',');
  });
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${[header, ...lines].join('\n')}\n`);
  return facts;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const file = process.argv[2];
  if (file === undefined) {
    process.stderr.write('usage: node examples/make-reference.ts FILE.csv\n');
    process.exitCode = 2;
  } else {
    const { rows } = await makeReference(file);
    process.stdout.write(`${rows.length} invented agencies in ${file}\n`);
  }
}
