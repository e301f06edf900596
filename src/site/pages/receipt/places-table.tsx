import { Table } from '../../components/table.tsx';
import type { Here } from '../../page-kind.ts';
import type { Site } from '../../site.ts';
import { kindOf, unitOf } from '../../units.ts';
import type { ReceiptData } from './data.ts';
import { editionNames } from './edition-names.ts';
import type { ReceiptPlaces } from './places.ts';

/**
 * Where the rows of each part stand, as row numbers; each part can be linked to. Of a figure the parts have its values,
 * of a reading their number of rows.
 */
export function PlacesTable(props: { here: Here; site: Site; data: ReceiptData; places: ReceiptPlaces }) {
  const { here, site, data, places } = props;
  const names = editionNames(
    site,
    places.groups.flatMap((group) => group.places.map((place) => place.edition)),
  );
  const many = names.size > 1;
  const own = places.own;
  const { say } = here;
  const rowsOf = (place: { edition: string; rows: string }) =>
    many ? `${names.get(place.edition)}: ${place.rows}` : place.rows;
  const title = places.title.toLowerCase().replace(/fips/g, 'FIPS');
  return (
    <section aria-labelledby={`places-${places.dimension}`}>
      <h2 id={`places-${places.dimension}`}>
        {own ? say`The same rows by ${title}` : say`The rows by ${title}`}
      </h2>
      <Table
        lang={here.lang}
        id={`places-${places.dimension}-table`}
        caption={say`By ${title}: ${many ? say`row numbers in the files, by date of the edition` : say`row numbers in the file`}`}
        columns={[
          { label: places.title, kind: 'text' },
          own
            ? {
                label: unitOf(data, null) ?? (data.unit.kind === 'money' ? say`value` : say`share`),
                kind: kindOf(data),
              }
            : { label: say`Rows` },
          { label: say`Which rows`, kind: 'text', long: true },
        ]}
        rows={places.groups.map((group) => [
          group.label,
          own ? group.value : group.rows,
          group.places.map(rowsOf).join('; ') || say`in another list`,
        ])}
        anchors={places.groups.map((group) => group.anchor)}
      />
    </section>
  );
}
