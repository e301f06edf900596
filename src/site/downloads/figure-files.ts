import { formatDate } from '../format.ts';
import { type FigureData, figureData } from '../pages/figure/data.ts';
import { figureDrawing } from '../pages/figure/drawing.ts';
import { paths } from '../paths.ts';
import type { Site } from '../site.ts';
import { csvTwin, jsonTwin } from '../twins.ts';
import { zipOf } from './archive.ts';
import { descriptor, figureAbout, readme } from './figure-about.ts';
import { figureTable } from './figure-table.ts';
import { parquetOf } from './parquet.ts';
import { standaloneSvg } from './standalone-svg.ts';
import { workbookOf } from './workbook.ts';

/** A file beside a figure's page. */
export interface FigureFile {
  name: string;
  body: string | Uint8Array<ArrayBuffer>;
}

/** Workbooks of all figures by id: writing one waits for its packer, so they are made when the site is read. */
export async function figureWorkbooks(site: Site): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const made = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const id of site.values.keys()) {
    const data = figureData(site, id) as FigureData;
    made.set(id, await workbookOf(figureTable(data), figureAbout(site, data), data.summary.title));
  }
  return made;
}

/** The figure's drawing as a file that stands alone: with its titles, its source, its colours. */
export function figureSvg(site: Site, data: FigureData): string | undefined {
  const drawing = figureDrawing(data, site.lang);
  if (drawing === undefined) return undefined;
  const { summary } = data;
  const date = summary.as_of === null ? '' : `, ${formatDate(summary.as_of, site.lang)}`;
  return standaloneSvg(drawing.draw('chart', 720), {
    message: drawing.message,
    measure: drawing.measure,
    source: `${site.title}: ${summary.id}${date}${site.notice === null ? '' : `. ${site.notice}`}`,
  });
}

const kept = new WeakMap<object, WeakRef<FigureFile[]>>();

/** The files of a figure, kept as long as there is room: its page and each of them ask for all. */
export function figureFiles(site: Site, data: FigureData): FigureFile[] {
  const values = site.values.get(data.summary.id) as object;
  const before = kept.get(values)?.deref();
  if (before) return before;
  const made = makeFiles(site, data);
  kept.set(values, new WeakRef(made));
  return made;
}

/**
 * The files with what is on the page of a figure, smallest means first. The archive holds the others, with a README
 * and a descriptor of the columns.
 */
function makeFiles(site: Site, data: FigureData): FigureFile[] {
  const table = figureTable(data);
  const about = figureAbout(site, data);
  const csv = csvTwin({ columns: table.columns.map(({ name }) => name), rows: table.rows });
  const json = jsonTwin(site, paths.figure(data.summary.id), 'figures/:id', data);
  const xlsx = site.workbooks.get(data.summary.id);
  const parquet = parquetOf(table, { title: data.summary.title, definition: data.summary.definition });
  const svg = figureSvg(site, data);
  const inside = new Map<string, string | Uint8Array<ArrayBuffer>>([
    ['data.csv', csv],
    ['data.json', json],
    ...(xlsx === undefined ? [] : [['data.xlsx', xlsx] as const]),
    ['data.parquet', parquet],
    ...(svg === undefined ? [] : [['chart.svg', svg] as const]),
    ['datapackage.json', descriptor(site, data, table)],
  ]);
  const zip = zipOf(new Map([['README.txt', readme(about, [...inside.keys()])], ...inside]), 3);
  return [
    { name: 'index.csv', body: csv },
    ...(xlsx === undefined ? [] : [{ name: 'data.xlsx', body: xlsx }]),
    { name: 'data.parquet', body: parquet },
    { name: 'index.json', body: json },
    { name: 'figure.zip', body: zip },
    ...(svg === undefined ? [] : [{ name: 'chart.svg', body: svg }]),
  ];
}
