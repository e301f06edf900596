import { sayIn } from '../../../language/say.ts';
import { formatValue } from '../../cell.ts';
import { aboutRow } from '../../data/receipt-parts.ts';
import { formatNumber } from '../../format.ts';
import type { Here } from '../../page-kind.ts';
import { file, paths } from '../../paths.ts';
import type { Site } from '../../site.ts';
import { escapeText } from '../../svg.ts';
import { kindOf } from '../../units.ts';
import type { ReceiptData, ReceiptGroup, ReceiptLine } from './data.ts';
import { editionNames } from './edition-names.ts';

/** Rows of one part that a page shows at most; the rest are in its twins. */
export const shownRows = 2000;

/** Rows that a page shows of a part: fewer where each says whose award it is, so that the page stays light. */
export function rowsShown({ groups }: ReceiptData['parts'][number]): number {
  return columnsOf(groups).by.some((name) => aboutRow.some((about) => about === name))
    ? shownRows / 2
    : shownRows;
}

/**
 * The rows of a receipt as text: there are hundreds of thousands on a site, and a component for each would cost more
 * than all else together. Everything from records passes `escapeText`.
 */
export function rowsTable(site: Site, here: Here, data: ReceiptData, index: number): string {
  const part = data.parts[index] as ReceiptData['parts'][number];
  const names = editionNames(
    site,
    part.groups.flatMap((group) => group.lines.map((line) => line.edition)),
  );
  const files =
    names.size < 2
      ? null
      : new Map(
          [...names].map(([id, name]) => [
            id,
            `<a href="${escapeText(here.to(file(paths.edition(id))))}">${escapeText(name)}</a>`,
          ]),
        );
  const columns = columnsOf(part.groups);
  const amounts = part.groups.some((group) => group.lines.some((line) => line.amount !== undefined));
  const money = amounts ? (data.unit.kind === 'money' ? 'money' : 'number') : null;
  const caption = `rows-${index}-caption`;
  const heads = [
    here.say`No.`,
    ...(columns.name ? [here.say`As listed`] : []),
    ...columns.by.map((name) => titleOf(site, data.id, name)),
    ...(amounts ? [here.say`Adds`] : []),
    here.say`Place in the file`,
  ];
  const numbers = new Set([here.say`No.`, here.say`Adds`]);
  const head = heads
    .map((title) => `<th scope="col"${numbers.has(title) ? ' class="number"' : ''}>${escapeText(title)}</th>`)
    .join('');
  // Only the first part has addresses of rows. A row that stands twice (a whole edition: row 0) has one, at the first.
  const anchors = index === 0 ? new Set<string>() : null;
  let left = rowsShown(part);
  const bodies = part.groups.map((group) => {
    // A heading without rows stays: other pages lead to it.
    const lines = group.lines.slice(0, Math.max(0, left));
    left -= lines.length;
    const rows = lines.map((line) => rowOf(site, here, line, columns, money, files, anchors)).join('');
    const value =
      group.value === null || index > 0
        ? ''
        : `: ${escapeText(formatValue(group.value, kindOf(data), here.lang))}`;
    const id = index === 0 ? ` id="${escapeText(group.anchor)}"` : '';
    // What a figure has no states for is one group without a name: its heading would say nothing.
    if (part.groups.length === 1 && group.key === '') return `<tbody${id}>${rows}</tbody>`;
    return `<tbody${id}><tr class="group"><th scope="rowgroup" colspan="${heads.length}">${escapeText(group.label)}${value}</th></tr>${rows}</tbody>`;
  });
  return `<div class="table"><section class="scroll" aria-labelledby="${caption}" tabindex="0"><table class="rows"><caption id="${caption}">${escapeText(data.parts.length > 1 ? here.say`Rows counted: ${part.says}` : here.say`Rows counted`)}</caption><thead><tr>${head}</tr></thead>${bodies.join('')}</table></section></div>`;
}

/** Dimensions whose values never wrap. */
const short = new Set(['month', 'award']);

interface Columns {
  name: boolean;
  by: string[];
}

/** Dimensions that say something here: not the one that heads the groups, not one that is empty throughout. */
function columnsOf(groups: readonly ReceiptGroup[]): Columns {
  const all = groups.flatMap((group) => group.lines);
  const heading = groups[0]?.dimension;
  const known = ['state', 'model', 'type', 'month', ...aboutRow].filter(
    (name) => name !== heading && all.some((line) => (line.by[name] ?? null) !== null),
  );
  return { name: all.some((line) => line.name !== null), by: known };
}

/** What rows of lists are told by beside the dimensions of a figure. */
const further: Readonly<Record<string, string>> = {
  state: 'State or territory',
  model: 'Support model',
  type: 'Type of agency, as listed',
};

function titleOf(site: Site, id: string, dimension: string): string {
  const own = site.values.get(id)?.figure.dimensions[dimension]?.title;
  return (own ?? sayIn(site.lang)(further[dimension] ?? dimension)).replace(
    /, (as listed|según la lista)(?=\uE001?$)/,
    '',
  );
}

function rowOf(
  site: Site,
  here: Here,
  line: ReceiptLine,
  columns: Columns,
  amounts: 'money' | 'number' | null,
  files: ReadonlyMap<string, string> | null,
  anchors: Set<string> | null,
): string {
  const no = line.no === null ? '' : formatNumber(line.no, here.lang);
  const text = line.name === null ? '' : escapeText(line.name);
  const name = line.page === null ? text : `<a href="${escapeText(here.to(line.page))}">${text}</a>`;
  const by = columns.by
    .map(
      (column) =>
        `<td${short.has(column) ? ' class="nowrap"' : ''}>${escapeText(site.label(column, line.by[column] ?? ''))}</td>`,
    )
    .join('');
  const amount = amounts
    ? `<td class="number">${line.amount === null || line.amount === undefined ? '[x]' : formatValue(line.amount, amounts, here.lang)}</td>`
    : '';
  const place = `${files === null ? '' : `${files.get(line.edition) ?? ''}, `}${escapeText(line.place)}`;
  const anchor = `r-${files ? `${line.edition}-` : ''}${line.row}`;
  const id = anchors && !anchors.has(anchor) ? ` id="${anchor}"` : '';
  anchors?.add(anchor);
  return `<tr${id}><td class="number">${no}</td>${columns.name ? (name === '' ? '<td></td>' : `<th scope="row">${name}</th>`) : ''}${by}${amount}<td${files === null ? ' class="nowrap"' : ''}>${place}</td></tr>`;
}
