import { raw } from 'hono/html';
import { sayIn } from '../../language/say.ts';
import { formatValue } from '../cell.ts';
import { CopyText } from '../components/copy-text.tsx';
import { DefinitionList } from '../components/definition-list.tsx';
import { Link } from '../components/link.tsx';
import { formatDate, formatNumber } from '../format.ts';
import { page } from '../page-kind.ts';
import { file, paths } from '../paths.ts';
import type { Site } from '../site.ts';
import { kindOf, unitOf } from '../units.ts';
import { type ReceiptData, type ReceiptGroup, type ReceiptLine, receiptData } from './receipt/data.ts';
import { PlacesTable } from './receipt/places-table.tsx';
import { rowsShown, rowsTable } from './receipt/rows-table.ts';
import { EditionList } from './shared/edition-list.tsx';

/** The evidence for one figure on one day: value, second count, rows, files, hashes, SQL. */
export const receiptPage = page<ReceiptData>({
  route: 'receipts/:id/:day',
  says: 'value, second count, definition, SQL, editions with hashes, every counted row with its place',
  paths: (site) =>
    [...site.receipts.keys()].map((key) => paths.receipt(...(key.split('|') as [string, string]))),
  load: (site, _path, { id = '', day = '' }) => receiptData(site, id, day),
  view(data, here, site) {
    const kind = kindOf(data);
    const date = formatDate(data.as_of, here.lang);
    const said = data.value === null ? '[x]' : formatValue(data.value, kind, here.lang);
    return {
      title: here.say`Receipt: ${data.title}, ${date}`,
      description: here.say`The rows behind ${said} ${unitOf(data, data.value) ?? ''} as of ${date}.`,
      crumbs: [
        { label: here.say`Home`, href: 'index.html' },
        { label: here.say`Receipts`, href: file(paths.receipts) },
        { label: data.title, href: data.page },
        { label: date },
      ],
      children: (
        <>
          <h1>
            {said} {unitOf(data, data.value) ?? ''}
            <span class="sub">{here.say`${data.readings.length > 0 ? here.say`Receipt for a reading of ` : here.say`Receipt for `}${<Link href={here.to(data.page)}>{data.title}</Link>}, as of ${date}`}</span>
          </h1>
          {data.why === null ? null : <p>{data.why}</p>}
          {data.parts.map((part) => (
            <>
              <p class={same(part) ? 'check' : 'check alert'}>{here.say`${
                data.parts.length > 1
                  ? `${capital(part.says)}: ${formatNumber(part.value ?? 0, here.lang)}. `
                  : ''
              }Counted again from the ${formatNumber(part.total, here.lang)} ${part.total === 1 ? here.say`row` : here.say`rows`} below, by other means: ${part.recount === null ? '[x]' : formatValue(part.recount, data.parts.length > 1 ? 'number' : kind, here.lang)}${same(part) ? '.' : here.say`. The two counts differ.`}`}</p>
              {part.remainder === null ? null : (
                <p class="note">{here.say`Individuals and sole proprietors: ${formatNumber(part.remainder.rows, here.lang)} ${part.remainder.rows === 1 ? here.say`row` : here.say`rows`}, adding ${formatValue(part.remainder.adds, data.parts.length > 1 ? 'number' : kind, here.lang)}. They stand in one line here and cannot be opened, since the number of an award would lead to who was paid. The count above takes what they add as it is stated.`}</p>
              )}
            </>
          ))}
          <DefinitionList
            items={[
              { term: here.say`Definition`, description: data.definition },
              ...data.readings.map((reading) => ({
                term: here.say`Read as`,
                description: here.say`counting ${reading.says}. ${reading.why}`,
              })),
              {
                term: data.editions.length === 1 ? here.say`Edition` : here.say`Editions`,
                description: <EditionList here={here} site={site} editions={data.editions} />,
              },
              { term: here.say`Program`, description: data.program },
            ]}
          />
          <p class="downloads">
            <span>{here.say`All rows:`} </span>
            <Link href="index.csv">{here.say`CSV`}</Link> · <Link href="index.json">{here.say`JSON`}</Link>
          </p>
          {(data.compact ? [] : data.parts).map((part, index) => (
            <section aria-labelledby={`part-${index}`}>
              <h2 id={`part-${index}`}>{data.parts.length > 1 ? capital(part.says) : here.say`The rows`}</h2>
              {part.once ? (
                <p class="note">{here.say`Rows of one agency name the same amount; it is added once.`}</p>
              ) : null}
              {raw(rowsTable(site, here, data, index))}
              {part.total > rowsShown(part) ? (
                <p class="note">{here.say`The first ${formatNumber(rowsShown(part), here.lang)} rows are shown; the CSV has all ${formatNumber(part.total, here.lang)}.`}</p>
              ) : null}
            </section>
          ))}
          {data.places.map((places) => (
            <PlacesTable here={here} site={site} data={data} places={places} />
          ))}
          {data.elsewhere.length === 0 ? null : (
            <section aria-labelledby="elsewhere">
              <h2 id="elsewhere">{here.say`The same rows by what has many values`}</h2>
              <ul>
                {data.elsewhere.map(({ title, parts, pages }) => (
                  <li>
                    <Link href={here.to(pages[0] as string)}>{title}</Link>{' '}
                    <span class="note">{here.say`${formatNumber(parts, here.lang)} parts`}</span>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <h2>{here.say`SQL`}</h2>
          <p class="note">{here.say`In the portable text that runs on any engine of the program; words with @ are its macros.`}</p>
          <CopyText lang={here.lang} text={data.sql} code />
        </>
      ),
    };
  },
  csv: (data, site) => ({
    columns: ['part', ...columnsOf(data), 'file', 'sheet'],
    rows: csvRows(data, site),
  }),
  json: ({ parts, places, about, ...data }) => ({
    ...data,
    parts: parts.map(({ groups, ...part }) => ({
      ...part,
      groups: groups.map(withoutLines),
      columns: columnsOf({ about }),
      rows: data.compact ? [] : groups.flatMap((group) => group.lines.map((line) => cellsOf(line, about))),
    })),
    places: places.map(({ dimension, groups }) => ({
      dimension,
      groups: groups.map(({ key, label, anchor, value, rows }) => ({ key, label, anchor, value, rows })),
    })),
  }),
});

const told = ['state', 'model', 'type', 'county', 'month'];

function columnsOf({ about }: Pick<ReceiptData, 'about'>): string[] {
  return ['no', 'name', ...told, ...about, 'amount', 'place', 'row', 'edition'];
}

function withoutLines({ lines: _lines, ...group }: ReceiptGroup) {
  return group;
}

function cellsOf({ no, name, by, amount, place, row, edition }: ReceiptLine, about: ReceiptData['about']) {
  const values = [...told, ...about].map((dimension) => by[dimension] ?? null);
  return [no, name, ...values, amount ?? null, place, row, edition];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function same(part: ReceiptData['parts'][number]): boolean {
  return (
    part.value === null ||
    Number(part.value) === Number(part.recount) ||
    String(part.value) === String(part.recount)
  );
}

function rowsInWords(rows: number, { lang }: Site): string {
  const say = sayIn(lang);
  return `${formatNumber(rows, lang)} ${rows === 1 ? say`row` : say`rows`}`;
}

function* csvRows(data: ReceiptData, site: Site) {
  const others = sayIn(site.lang)`Individuals and sole proprietors`;
  for (const [index, part] of data.parts.entries()) {
    if (part.remainder !== null) {
      const blank = [...told, ...data.about].map(() => null);
      const { rows, adds } = part.remainder;
      const money = part.form === 'sum' || part.form === 'running' ? adds : null;
      yield [index + 1, null, others, ...blank, money, rowsInWords(rows, site), null, null, null, null];
    }
    for (const group of part.groups) {
      for (const line of group.lines) {
        const edition = site.byEdition.get(line.edition);
        yield [index + 1, ...cellsOf(line, data.about), edition?.names[0] ?? null, edition?.sheet ?? null];
      }
    }
  }
}
