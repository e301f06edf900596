import { Table } from '../../components/table.tsx';
import type { Here } from '../../page-kind.ts';
import type { Site } from '../../site.ts';
import { kindOf, unitOf } from '../../units.ts';
import type { ReceiptData, ReceiptPlaces } from './data.ts';

/** Where the rows of each part by a further dimension stand, as row numbers; each part can be linked to. */
export function PlacesTable(props: { here: Here; site: Site; data: ReceiptData; places: ReceiptPlaces }) {
  const { here, site, data, places } = props;
  const editions = new Set(places.groups.flatMap((group) => group.places.map((place) => place.edition)));
  const many = editions.size > 1;
  const say = (place: { edition: string; rows: string }) =>
    many ? `${site.byEdition.get(place.edition)?.asOf ?? place.edition}: ${place.rows}` : place.rows;
  return (
    <section aria-labelledby={`places-${places.dimension}`}>
      <h2 id={`places-${places.dimension}`}>
        The same rows by {places.title.toLowerCase().replace(/fips/g, 'FIPS')}
      </h2>
      <Table
        lang={here.lang}
        id={`places-${places.dimension}-table`}
        caption="Row numbers in the file"
        columns={[
          { label: places.title, kind: 'text' },
          { label: unitOf(data, null) ?? 'share', kind: kindOf(data) },
          { label: many ? 'Rows, by date of the list' : 'Rows in the file', kind: 'text' },
        ]}
        rows={places.groups.map((group) => [
          group.label,
          group.value,
          group.places.map(say).join('; ') || 'in another list',
        ])}
        anchors={places.groups.map((group) => group.anchor)}
      />
    </section>
  );
}
