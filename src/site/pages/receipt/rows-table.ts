import { formatValue } from '../../cell.ts';
import { formatNumber } from '../../format.ts';
import type { Here } from '../../page-kind.ts';
import type { Site } from '../../site.ts';
import { escapeText } from '../../svg.ts';
import { kindOf } from '../../units.ts';
import type { ReceiptData, ReceiptGroup, ReceiptLine } from './data.ts';

/** Rows of one part that a page shows; the rest are in its twins. */
export const shownRows = 2000;

/**
 * The rows of a receipt as text: there are hundreds of thousands on a site, and a component for each would cost more
 * than all else together. Everything from records passes `escapeText`.
 */
export function rowsTable(site: Site, here: Here, data: ReceiptData, index: number): string {
  const part = data.parts[index] as ReceiptData['parts'][number];
  const editions = new Set(part.groups.flatMap((group) => group.lines.map((line) => line.edition)));
  const many = editions.size > 1;
  const columns = columnsOf(part.groups);
  const amounts = part.groups.some((group) => group.lines.some((line) => line.amount !== undefined));
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
  let left = shownRows;
  const bodies = part.groups.map((group) => {
    // A heading without rows stays: other pages lead to it.
    const lines = group.lines.slice(0, Math.max(0, left));
    left -= lines.length;
    const rows = lines.map((line) => rowOf(site, here, line, columns, amounts, many, anchors)).join('');
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

interface Columns {
  name: boolean;
  by: string[];
}

/** Dimensions that say something here: not the one that heads the groups, not one that is empty throughout. */
function columnsOf(groups: readonly ReceiptGroup[]): Columns {
  const all = groups.flatMap((group) => group.lines);
  const heading = groups[0]?.dimension;
  const known = ['state', 'model', 'type', 'month'].filter(
    (name) => name !== heading && all.some((line) => (line.by[name] ?? null) !== null),
  );
  return { name: all.some((line) => line.name !== null), by: known };
}

function titleOf(site: Site, id: string, dimension: string): string {
  return (site.values.get(id)?.figure.dimensions[dimension]?.title ?? dimension).replace(
    /, (as listed|según la lista)(?=\uE001?$)/,
    '',
  );
}

function rowOf(
  site: Site,
  here: Here,
  line: ReceiptLine,
  columns: Columns,
  amounts: boolean,
  many: boolean,
  anchors: Set<string> | null,
): string {
  const no = line.no === null ? '' : formatNumber(line.no, here.lang);
  const text = line.name === null ? '' : escapeText(line.name);
  const name = line.page === null ? text : `<a href="${escapeText(here.to(line.page))}">${text}</a>`;
  const by = columns.by
    .map((column) => `<td>${escapeText(site.label(column, line.by[column] ?? ''))}</td>`)
    .join('');
  const amount = amounts
    ? `<td class="number">${line.amount === null || line.amount === undefined ? '[x]' : formatNumber(line.amount, here.lang)}</td>`
    : '';
  const place = many ? `${site.byEdition.get(line.edition)?.asOf ?? ''}, ${line.place}` : line.place;
  const anchor = `r-${many ? `${line.edition}-` : ''}${line.row}`;
  const id = anchors && !anchors.has(anchor) ? ` id="${anchor}"` : '';
  anchors?.add(anchor);
  return `<tr${id}><td class="number">${no}</td>${columns.name ? (name === '' ? '<td></td>' : `<th scope="row">${name}</th>`) : ''}${by}${amount}<td class="nowrap">${escapeText(place)}</td></tr>`;
}
