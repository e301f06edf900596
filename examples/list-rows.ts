import { type ExampleList, participatingLists } from './calendar.ts';
import { exampleCanaries } from './canaries.ts';
import * as dirt from './dirt.ts';
import { chance } from './random.ts';
import { type Agency, agencies, type Deal, nameOn, pendingAt, stories } from './world.ts';

/** One agreement on one list, still as a fact. */
export interface Listed {
  agency: Agency;
  deal: Deal;
  /** The name that this list shows, before dirt. */
  name: string;
}

/** A cell as it is written: a value, an error (`#N/A`), or text with a link. */
export interface ExampleCell {
  value: string | Date | null;
  error?: true;
  target?: string;
}

const headers = {
  state: 'STATE',
  agency: 'LAW ENFORCEMENT AGENCY',
  type: 'TYPE',
  county: 'COUNTY',
  model: 'SUPPORT TYPE',
  signed: 'SIGNED',
  moa: 'MOA',
  addendum: 'ADDENDUM',
} as const;
type Column = keyof typeof headers;

/** The columns of each layout, in the publisher's order. */
export const layoutColumns: Readonly<Record<ExampleList['layout'], readonly Column[]>> = {
  H5: ['state', 'agency', 'model', 'signed', 'moa'],
  P6: ['state', 'agency', 'type', 'model', 'signed', 'moa'],
  P7: ['state', 'agency', 'type', 'county', 'model', 'signed', 'moa'],
  P8: ['state', 'agency', 'type', 'county', 'model', 'signed', 'moa', 'addendum'],
  Q4: ['state', 'agency', 'type', 'model'],
  Q5: ['state', 'agency', 'type', 'county', 'model'],
  Q6: ['state', 'agency', 'type', 'county', 'model', 'moa'],
};

/** The header row of a list, without the blank cells that widen it. */
export function headerOf(list: ExampleList): string[] {
  return layoutColumns[list.layout].map((column) => headers[column]);
}

const isPending = (list: ExampleList) => list.layout.startsWith('Q');

/** What stands on a list, in the publisher's order: by state, name and model; some rows twice on one list. */
export function listed(list: ExampleList): Listed[] {
  const at = participatingLists.indexOf(list);
  const rows = isPending(list)
    ? pendingAt(list.asOf, list.agencies).flatMap((agency) =>
        agency.deals.slice(0, 1).map((deal) => ({ agency, deal, name: agency.name })),
      )
    : agencies.flatMap((agency) =>
        agency.deals
          .filter((deal) => deal.from <= at && at < deal.until && !deal.absent.includes(at))
          .map((deal) => ({ agency, deal, name: nameOn(agency, at) })),
      );
  const key = ({ agency, name, deal }: Listed) => [agency.state.name, name, deal.model].join('\t');
  rows.sort((a, b) => (key(a) < key(b) ? -1 : 1));
  if (list.asOf !== '2025-08-14') return rows;
  return rows.flatMap((row) =>
    (stories.duplicated as readonly number[]).includes(row.agency.index) ? [row, row] : [row],
  );
}

/** The cells of a list below its header, dirt and all, without the blank rows at its end. */
export function cellsOf(list: ExampleList): ExampleCell[][] {
  const typo = dirt.stateTypos.find(({ list: asOf }) => asOf === list.asOf && !isPending(list));
  let typoLeft = typo !== undefined;
  let remarkLeft = list.asOf === '2025-09-18';
  return listed(list).map((row) => {
    const cells = rowCells(row, list);
    if (typo && typoLeft && row.agency.state.code === typo.code) {
      cells[0] = { value: typo.text };
      typoLeft = false;
    }
    if (remarkLeft && cells.length === 8 && row.agency.index > 60) {
      cells.push({ value: null }, { value: exampleCanaries.remark });
      remarkLeft = false;
    }
    return cells;
  });
}

function rowCells({ agency, deal, name }: Listed, list: ExampleList): ExampleCell[] {
  // The dirt of a cell may not depend on which columns a layout has: draw all cells, then choose.
  const random = dirt.dirtOf(agency, deal);
  const second = agency.deals.indexOf(deal) > 0;
  const state = dirt.stateText(random, agency.state.name);
  const shown = dirt.nameText(random, name, agency, second);
  const type = dirt.typeText(random, agency.kind);
  const model = dirt.modelText(random, deal.model);
  const county = dirt.countyText(random, agency);
  const addendum = chance(random, 0.03);
  const address = dirt.documentAddress(agency, deal);
  const stamp = /-(\d{14})\./.exec(list.file)?.[1] ?? '';
  const html = list.layout === 'H5';
  const link = html
    ? { text: `https://web.archive.org/web/${stamp}/${address}` }
    : dirt.linkCell(random, agency, deal, list);
  const { value: signed } = dirt.signedCell(agency, deal);
  const cells: Record<Column, ExampleCell> = {
    state: { value: state },
    agency: { value: shown },
    type: { value: type },
    county: agency.county.shows === 'error' ? { value: '#N/A', error: true } : { value: county },
    model: { value: model },
    signed: { value: html && signed instanceof Date ? signed.toISOString().slice(0, 10) : signed },
    moa: isPending(list)
      ? { value: 'link pending' }
      : { value: link.text, target: 'target' in link ? link.target : undefined },
    addendum: addendum ? { value: 'link', target: address.replace('_MOA_', '_Addendum_') } : { value: null },
  };
  return layoutColumns[list.layout].map((column) => cells[column]);
}
