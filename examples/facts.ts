import { type ExampleList, participatingLists, pendingLists } from './calendar.ts';
import { exampleCanaries } from './canaries.ts';
import * as dirt from './dirt.ts';
import { type Listed, listed } from './list-rows.ts';
import { agencies, type Model, stories } from './world.ts';

/** Counts of one list (or one state of it): a row is an agreement; agencies are distinct. */
export interface Counts {
  agreements: number;
  agencies: number;
}

/** What the generator knows about one file, without having read it. */
export interface ListFacts extends Counts {
  file: string;
  otherNames: readonly string[];
  asOf: string;
  status: 'participating' | 'pending';
  layout: ExampleList['layout'];
  /** Rows with data; the same as `agreements`, which counts a row listed twice twice. */
  rows: number;
  blankRows: number;
  /** Rows that say the same as an earlier row of the list (state, agency, model, date). */
  duplicates: number;
  states: number;
  territories: number;
  byModel: Record<Model, number>;
  byState: Record<string, Counts>;
  /** Agencies whose name stands on the list in more than one spelling, blanks included. */
  spelledTwoWays: number;
  /** Rows whose date of signing is text, absent, or in the year 5025; 0 for a list without that column. */
  unreadableDates: number;
  /** Distinct real counties (FIPS codes) that the county cells name; 0 for a list without that column. */
  counties: number;
}

/** An agency as the histories should know it. */
export interface AgencyFact {
  state: string;
  name: string;
}

export interface ExampleFacts {
  lists: ListFacts[];
  /** Files in the folder that are no record files. */
  notRecords: readonly string[];
  /** One agency whose spelling was corrected, first shown with its new name on the list of that date. */
  relabelled: AgencyFact & { before: string; asOf: string };
  /** One agency that is missing from one list and on the next again. */
  absentOnce: AgencyFact & { asOf: string };
  /** Agencies that leave for good: first missing on the list of that date. */
  departed: (AgencyFact & { asOf: string })[];
  /** Invented personal details planted in the files. */
  canaries: typeof exampleCanaries;
}

const distinct = <T>(things: readonly T[]) => new Set(things).size;

function counts(rows: readonly Listed[]): Counts {
  return { agreements: rows.length, agencies: distinct(rows.map(({ agency }) => agency.index)) };
}

function listFacts(list: ExampleList): ListFacts {
  const rows = listed(list);
  const pending = list.layout.startsWith('Q');
  const codes = [...new Set(rows.map(({ agency }) => agency.state.code))].sort();
  const territories = distinct(
    rows.filter(({ agency }) => agency.state.territory).map(({ agency }) => agency.state.code),
  );
  const models: Model[] = ['jail-enforcement', 'warrant-service', 'task-force'];
  const spellings = new Map<number, Set<string>>();
  for (const { agency, deal, name } of rows) {
    const random = dirt.dirtOf(agency, deal);
    dirt.stateText(random, agency.state.name);
    const shown = dirt.nameText(random, name, agency, agency.deals.indexOf(deal) > 0);
    spellings.set(agency.index, (spellings.get(agency.index) ?? new Set()).add(shown));
  }
  const hasCounty = ['P7', 'P8', 'Q5', 'Q6'].includes(list.layout);
  return {
    file: list.file,
    otherNames: list.copies,
    asOf: list.asOf,
    status: pending ? 'pending' : 'participating',
    layout: list.layout,
    rows: rows.length,
    blankRows: list.blankRows,
    duplicates: rows.length - distinct(rows.map(({ deal }) => deal)),
    ...counts(rows),
    states: codes.length - territories,
    territories,
    byModel: Object.fromEntries(
      models.map((model) => [model, rows.filter(({ deal }) => deal.model === model).length]),
    ) as Record<Model, number>,
    byState: Object.fromEntries(
      codes.map((code) => [code, counts(rows.filter(({ agency }) => agency.state.code === code))]),
    ),
    spelledTwoWays: [...spellings.values()].filter((names) => names.size > 1).length,
    unreadableDates: pending
      ? 0
      : rows.filter(({ agency, deal }) => !dirt.signedCell(agency, deal).readable).length,
    counties: hasCounty
      ? distinct(rows.flatMap(({ agency: { county } }) => (county.shows === 'real' ? [county.fips] : [])))
      : 0,
  };
}

/** The names of the files that are no records. */
export const notRecords = ['README.txt', 'notes.docx'] as const;

/** The truth about the example files, as the generator knows it: what the program's figures are compared with. */
export function exampleFacts(): ExampleFacts {
  const fact = (index: number): AgencyFact => {
    const agency = agencies[index];
    if (agency === undefined) throw new Error(`there is no agency ${index}`);
    return { state: agency.state.code, name: agency.name };
  };
  const asOf = (list: number | undefined) => participatingLists[list ?? -1]?.asOf ?? '';
  const { earlier } = agencies[stories.relabelled] ?? {};
  return {
    lists: [...participatingLists, ...pendingLists].map(listFacts),
    notRecords,
    relabelled: { ...fact(stories.relabelled), before: earlier?.name ?? '', asOf: asOf(earlier?.until) },
    absentOnce: { ...fact(stories.comesBack), asOf: asOf(agencies[stories.comesBack]?.deals[0]?.absent[0]) },
    departed: stories.departed.map((index) => ({
      ...fact(index),
      asOf: asOf(agencies[index]?.deals[0]?.until),
    })),
    canaries: exampleCanaries,
  };
}
