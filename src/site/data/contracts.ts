import type { Change, Changes } from '../../changes/compare.ts';
import { comparedGroups, compareEditions, neighbours } from '../../changes/compare.ts';
import { changesInWords } from '../../changes/words.ts';
import { sqlFile } from '../../engine/sql-file.ts';
import { type AnswerRow, answer } from '../../figures/answer.ts';
import type { Figure } from '../../figures/figure.ts';
import { type WorkedScenario, workScenario } from '../../figures/work-scenario.ts';
import { type FlagResult, mostUnits, placeColumns, runFlags } from '../../flags/run-flags.ts';
import { sayIn } from '../../language/say.ts';
import { leavingRows } from '../../publication/leaving-rows.ts';
import type { SiteInput } from '../site.ts';
import type {
  Action,
  Award,
  CeilingStep,
  ContractNotice,
  ContractTerm,
  OfficeRow,
  OrderAction,
  ParentRow,
  PlaceRow,
  Vehicle,
  Vendor,
} from './contracts/rows.ts';
import { packed } from './packed.ts';

/** What two downloads of one period differ in, with its sentences. */
export interface Compared {
  changes: Changes;
  words: string[];
  rows: readonly Change[];
}

/** What the pages of contracts are made from, read once. Nothing in it names a person. */
export interface ContractsData {
  /** The day to which the records at hand reach. */
  latest: string;
  vehicles: readonly Vehicle[];
  /** By the key of the vehicle (`PIID@agency`). */
  byVehicle: ReadonlyMap<string, Vehicle>;
  steps: ReadonlyMap<string, readonly CeilingStep[]>;
  orders: ReadonlyMap<string, readonly OrderAction[]>;
  /** Every action that is no person's; unpacked when it is asked for. */
  actions: () => readonly Action[];
  families: ReadonlyMap<string, readonly Vehicle[]>;
  notices: ReadonlyMap<string, readonly ContractNotice[]>;
  terms: ReadonlyMap<string, readonly ContractTerm[]>;
  vendors: readonly Vendor[];
  byVendor: ReadonlyMap<string, Vendor>;
  parents: ReadonlyMap<string, readonly ParentRow[]>;
  /** Vendors that bear the same name under another identifier. */
  suggestions: ReadonlyMap<string, readonly { vendor: string; other: string }[]>;
  /** By vendor: an award that changed hands stands under each, with that vendor's part. */
  awards: ReadonlyMap<string, readonly Award[]>;
  /** Of an award that changed hands, the part of its latest vendor. */
  byAward: ReadonlyMap<string, Award>;
  places: ReadonlyMap<string, readonly PlaceRow[]>;
  offices: readonly OfficeRow[];
  /** Dollars obligated, asked of the figure, by each of these groupings: `dimension value|dimension value` to text. */
  obligated: {
    vendorYear: ReadonlyMap<string, string>;
    agencyYear: ReadonlyMap<string, string>;
    officeYear: ReadonlyMap<string, string>;
    agencyVendor: ReadonlyMap<string, string>;
    officeVendor: ReadonlyMap<string, string>;
  };
  flags: readonly FlagResult[];
  /** Units of flags by what they are about: a vehicle, an award, a vendor. */
  flagsOf: ReadonlyMap<string, readonly FlagResult[]>;
  compared: readonly Compared[];
  scenarios: readonly WorkedScenario[];
}

/** The date of the latest full download, or the latest action where that is later or there is none. */
const latestSql = `select @iso_date(max(day)) as day from (
  select max(action_date) as day from contract_actions
  union all
  select max(as_of) as day from contract_editions where coverage = 'partition'
) as days`;

/** Reads what the pages of contracts show, or gives undefined where the project has no such record. */
export async function readContracts(input: SiteInput): Promise<ContractsData | undefined> {
  const { bench, figures } = input;
  if (
    !bench.editions.some((edition) => edition.kind === 'contracts') ||
    !bench.relations.models.has('contract_vehicles')
  )
    return undefined;
  const read = async <T>(name: string) =>
    (await bench.engine.query(
      sqlFile(new URL(`./contracts/${name}.sql`, import.meta.url)),
    )) as unknown as T[];
  const vehicles = await read<Vehicle>('vehicles');
  const vendors = await read<Vendor>('vendors');
  const awards = await read<Award>('awards');
  const listed = leavingRows(input.registry, placeColumns);
  const flags = await runFlags(bench, input.registry.flags, input.flagSettings ?? {}, {}, mostUnits, listed);
  const [last] = await bench.engine.query(latestSql);
  const obligations = figures.find((figure) => figure.id === 'contracts.obligations');
  const obligated = (...by: string[]) => crossed(input, obligations, by);
  return {
    latest: (last?.day ?? '') as string,
    vehicles,
    byVehicle: new Map(vehicles.map((one) => [one.vehicle, one])),
    steps: Map.groupBy(await read<CeilingStep>('steps'), (one) => one.vehicle),
    actions: packed(await read<Action>('actions')),
    orders: Map.groupBy(await read<OrderAction>('orders'), (one) => one.vehicle),
    families: Map.groupBy(
      vehicles.filter((one) => one.family !== null),
      (one) => one.family as string,
    ),
    notices: Map.groupBy(await read<ContractNotice>('notices'), (one) => one.solicitation),
    terms: Map.groupBy(await read<ContractTerm>('terms'), (one) => one.subject),
    vendors,
    byVendor: new Map(vendors.map((one) => [one.vendor, one])),
    parents: Map.groupBy(await read<ParentRow>('parents'), (one) => one.vendor),
    suggestions: Map.groupBy(
      await read<{ vendor: string; other: string }>('suggestions'),
      (one) => one.vendor,
    ),
    awards: Map.groupBy(awards, (one) => one.vendor),
    byAward: new Map(
      [...awards].sort((a, b) => Number(a.latest) - Number(b.latest)).map((one) => [one.award, one]),
    ),
    places: Map.groupBy(await read<PlaceRow>('places'), (one) => `${one.vendor}|${one.award}`),
    offices: await read<OfficeRow>('offices'),
    obligated: {
      vendorYear: await obligated('vendor', 'fiscal_year'),
      agencyYear: await obligated('agency', 'fiscal_year'),
      officeYear: await obligated('office', 'fiscal_year'),
      agencyVendor: await obligated('agency', 'vendor'),
      officeVendor: await obligated('office', 'vendor'),
    },
    flags,
    flagsOf: byUnit(flags),
    compared: await comparedEditions(input),
    scenarios: await worked(input),
  };
}

/** Names that contract records give for codes and identifiers, by dimension and value. */
export async function contractNames({
  engine,
  relations,
}: SiteInput['bench']): Promise<Map<string, ReadonlyMap<string, string>>> {
  if (!relations.models.has('contract_vendors')) return new Map();
  const rows = await engine.query(sqlFile(new URL('./contracts/names.sql', import.meta.url)));
  const found = new Map<string, Map<string, string>>();
  for (const { dimension, key, name } of rows as { dimension: string; key: string; name: string }[])
    found.set(dimension, (found.get(dimension) ?? new Map()).set(key, name));
  return found;
}

/** A figure by two dimensions, asked in one question; absent values are left out. */
async function crossed(
  { bench }: SiteInput,
  figure: Figure | undefined,
  by: string[],
): Promise<Map<string, string>> {
  if (!figure) return new Map();
  const found = await answer(bench, figure, { where: {}, by });
  const key = (row: AnswerRow) => by.map((name) => String(row[name] ?? '')).join('|');
  return new Map(found.rows.flatMap((row) => (row.value === null ? [] : [[key(row), String(row.value)]])));
}

function byUnit(flags: readonly FlagResult[]): Map<string, FlagResult[]> {
  const found = new Map<string, FlagResult[]>();
  for (const result of flags)
    for (const { unit } of result.flagged) found.set(unit, [...(found.get(unit) ?? []), result]);
  return found;
}

/** Each two neighbouring editions of a source and period, the latest first. */
async function comparedEditions({ bench, registry, lang }: SiteInput): Promise<Compared[]> {
  const found: Compared[] = [];
  const kinds = new Set(bench.editions.filter((one) => one.kind === 'contracts').map((one) => one.source));
  for (const comparison of registry.comparisons) {
    if (!comparison.sources.some((source) => kinds.has(source))) continue;
    for (const { from, to } of comparedGroups(comparison, bench.editions).flatMap(neighbours)) {
      const changes = await compareEditions(bench, comparison, from, to);
      found.push({ changes, words: changesInWords(changes, comparison, sayIn(lang)), rows: changes.rows });
    }
  }
  const at = ({ changes }: Compared) => `${changes.to.as_of}|${changes.from.as_of}|${changes.to.edition}`;
  return found.sort((a, b) => (at(a) > at(b) ? -1 : 1));
}

async function worked({ bench, registry, figures }: SiteInput): Promise<WorkedScenario[]> {
  const found: WorkedScenario[] = [];
  const there = new Set(bench.editions.map((edition) => edition.source));
  for (const scenario of registry.scenarios) {
    const parts = Object.values(scenario.figures).map((part) =>
      figures.find((one) => one.id === part.figure),
    );
    // Of a project without any record that a scenario's figures rest on there is nothing to reckon with.
    if (parts.some((figure) => !figure?.sources.some((source) => there.has(source)))) continue;
    const made = await workScenario(bench, scenario, (id) => figures.find((one) => one.id === id));
    // Without any value of its figures there is nothing to reckon with here.
    if (made.lines.some((line) => line.from === 'figure' && line.value !== null)) found.push(made);
  }
  return found;
}
