import { Table } from '../../components/table.tsx';
import type { Here } from '../../page-kind.ts';
import type { Movement } from './movements.ts';
import { placeCell } from './source-cell.ts';

/** A vehicle in a list. */
export interface VehicleRow {
  name: string;
  page: string;
  vendor: string | null;
  vendor_page: string | null;
  family: string | null;
  ceiling: string | null;
  basis: string | null;
  obligations: string | null;
  awarded_on: string | null;
}

/** Vehicles, each leading to its page. */
export function VehicleTable(props: {
  here: Here;
  id: string;
  caption: string;
  rows: readonly VehicleRow[];
  note?: string;
}) {
  const { here } = props;
  return (
    <Table
      lang={here.lang}
      id={props.id}
      caption={props.caption}
      columns={[
        { label: here.say`Vehicle`, kind: 'text' },
        { label: here.say`Vendor`, kind: 'text' },
        { label: here.say`Ceiling`, kind: 'money' },
        { label: here.say`Obligated by orders at hand`, kind: 'money' },
        { label: here.say`First action`, kind: 'date' },
      ]}
      rows={props.rows.map((one) => [
        { value: one.name, href: here.to(one.page) },
        {
          value: one.vendor ?? here.say`not stated`,
          ...(one.vendor_page === null ? {} : { href: here.to(one.vendor_page) }),
        },
        { value: one.ceiling, href: here.to(`${one.page}#ceiling`) },
        { value: one.obligations, href: here.to(`${one.page}#orders`) },
        one.awarded_on,
      ])}
      note={props.note}
      sortable
    />
  );
}

/** Modifications that moved ceilings, each with its row. */
export function MovementTable(props: { here: Here; id: string; caption: string; rows: readonly Movement[] }) {
  const { here } = props;
  return (
    <Table
      lang={here.lang}
      id={props.id}
      caption={props.caption}
      columns={[
        { label: here.say`Vehicle`, kind: 'text' },
        { label: here.say`Date`, kind: 'date' },
        { label: here.say`Modification`, kind: 'text' },
        { label: here.say`Change`, kind: 'money' },
        { label: here.say`Ceiling then`, kind: 'money' },
        { label: here.say`Row`, kind: 'text', long: true },
      ]}
      rows={props.rows.map((one) => [
        { value: one.vehicle, href: here.to(one.page) },
        one.day,
        one.modification,
        one.change,
        one.running,
        placeCell(here, one.place),
      ])}
    />
  );
}
