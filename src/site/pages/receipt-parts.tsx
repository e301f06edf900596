import { Link } from '../components/link.tsx';
import { Pager } from '../components/pager.tsx';
import { partPages, partsOnPage } from '../data/receipt-parts.ts';
import { formatDate, formatNumber } from '../format.ts';
import { page } from '../page-kind.ts';
import { file, paths } from '../paths.ts';
import { linesOf, type ReceiptData, receiptData } from './receipt/data.ts';
import { placesOf, type ReceiptPlaces, type RowsByPart, rowsByPart } from './receipt/places.ts';
import { PlacesTable } from './receipt/places-table.tsx';

interface PartsData {
  receipt: ReceiptData;
  places: ReceiptPlaces;
  /** Parts in all, on all pages. */
  parts: number;
  page: number;
  pages: string[];
}

/** The rows of a receipt by the dimension that was asked last: its pages ask one after another. */
const last = new WeakMap<ReceiptData, { dimension: string; rows: RowsByPart }>();

function rowsOf(receipt: ReceiptData, dimension: string): RowsByPart {
  const before = last.get(receipt);
  if (before?.dimension === dimension) return before.rows;
  const rows = rowsByPart(linesOf(receipt.parts), dimension);
  last.set(receipt, { dimension, rows });
  return rows;
}

/** The rows of a receipt by one dimension that has many values: as many parts as a page can carry. */
export const receiptPartsPage = page<PartsData>({
  route: 'receipts/:id/:day/:dimension/:page',
  says: 'the rows of a receipt by a dimension with many values: value and row numbers of each part',
  paths: (site) =>
    [...site.values.values()].flatMap((values) =>
      values.days
        .filter((day) => site.receipts.has(`${values.figure.id}|${day}`))
        .flatMap((day) => [...values.by.keys()].flatMap((dimension) => partPages(values, day, dimension))),
    ),
  load(site, _path, { id = '', day = '', dimension = '', page: asked = '' }) {
    const values = site.values.get(id);
    const receipt = receiptData(site, id, day);
    if (!values || !receipt) return undefined;
    const number = asked === '' ? 1 : Number(asked);
    const from = (number - 1) * partsOnPage;
    const rows = rowsOf(receipt, dimension);
    const [places] = placesOf(site, id, day, dimension, rows, [from, from + partsOnPage]);
    if (!places) return undefined;
    return {
      receipt,
      places,
      parts: values.by.get(dimension)?.get(day)?.length ?? 0,
      page: number,
      pages: partPages(values, day, dimension).map((path) => file(path)),
    };
  },
  view({ receipt, places, parts, page: number, pages }, here, site) {
    const date = formatDate(receipt.as_of, here.lang);
    const back = file(paths.receipt(receipt.id, receipt.as_of));
    const [previous, next] = [pages[number - 2], pages[number]];
    const pager = (
      <Pager
        lang={here.lang}
        page={number}
        pages={pages.length}
        {...(previous === undefined ? {} : { previous: here.to(previous) })}
        {...(next === undefined ? {} : { next: here.to(next) })}
      />
    );
    return {
      title: `${here.say`Receipt: ${receipt.title}, ${date}`}, ${places.title}${number === 1 ? '' : ` (${number})`}`,
      description: here.say`The rows of this receipt by ${places.title}.`,
      crumbs: [
        { label: here.say`Home`, href: 'index.html' },
        { label: here.say`Receipts`, href: file(paths.receipts) },
        { label: receipt.title, href: receipt.page },
        { label: date, href: back },
        { label: places.title },
      ],
      children: (
        <>
          <h1>
            {places.title}
            <span class="sub">{here.say`Part of the receipt for ${<Link href={here.to(back)}>{receipt.title}</Link>}, as of ${date}`}</span>
          </h1>
          <p class="lead">{here.say`${formatNumber(parts, here.lang)} parts; each with its value and the places of its rows. Definition, editions and SQL are on the receipt.`}</p>
          {pager}
          <PlacesTable here={here} site={site} data={receipt} places={places} />
        </>
      ),
    };
  },
  csv: ({ places }, site) => ({
    columns: ['dimension', 'key', 'label', 'value', 'rows', 'edition', 'as_of', 'places'],
    measured: ['value'],
    rows: places.groups.flatMap((group) =>
      group.places.map((place) => [
        places.dimension,
        group.key,
        group.label,
        group.value,
        group.rows,
        place.edition,
        site.byEdition.get(place.edition)?.asOf ?? null,
        place.rows,
      ]),
    ),
  }),
  json: ({ receipt, places, parts, page: number, pages }) => ({
    id: receipt.id,
    as_of: receipt.as_of,
    receipt: file(paths.receipt(receipt.id, receipt.as_of)),
    ...places,
    parts,
    page: number,
    pages,
  }),
});
