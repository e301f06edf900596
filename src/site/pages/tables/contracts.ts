import type { Action, Award, OrderAction, Vendor } from '../../data/contracts/rows.ts';
import { file, paths } from '../../paths.ts';
import type { Site } from '../../site.ts';
import { vehiclePage, vendorPage } from '../contracts/with-pages.ts';
import { address, type ColumnOf, siteTable } from './site-table.ts';

const vendors = siteTable<Vendor>({
  id: 'vendors',
  title: 'Vendors',
  says: 'One row is one vendor that is an organisation.',
  from: (site) => site.contracts?.vendors ?? [],
  columns: [
    {
      name: 'vendor',
      label: 'Vendor',
      kind: 'text',
      link: 'page',
      of: (row) => row.vendor_name ?? row.vendor,
    },
    { name: 'identifier', label: 'Identifier', kind: 'text', of: (row) => row.vendor },
    { name: 'actions', label: 'Actions', kind: 'number', of: (row) => row.actions },
    { name: 'awards', label: 'Awards', kind: 'number', of: (row) => row.awards },
    { name: 'obligated', label: 'Obligated', kind: 'money', of: (row) => row.obligation },
    { name: 'first_action', label: 'First action', kind: 'date', of: (row) => row.first_action },
    { name: 'last_action', label: 'Last action', kind: 'date', of: (row) => row.last_action },
    address('page', 'Page', (row, site) => vendorPage(site, row.vendor) ?? null),
  ],
});

const awards = siteTable<Award>({
  id: 'awards',
  title: 'Contracts, orders and vehicles',
  says: 'One row is one contract, order or vehicle of a vendor that is an organisation; one that changed hands stands under each vendor, with that vendor’s part.',
  from: (site) => [...(site.contracts?.awards.values() ?? [])].flat(),
  columns: [
    { name: 'award', label: 'Award', kind: 'text', link: 'award_page', of: (row) => row.award_label },
    { name: 'level', label: 'Kind', kind: 'text', of: (row) => row.level },
    {
      name: 'vendor',
      label: 'Vendor',
      kind: 'text',
      link: 'vendor_page',
      of: (row) => row.vendor_name ?? row.vendor,
    },
    { name: 'agency', label: 'Agency', kind: 'text', of: (row) => row.agency_id },
    { name: 'first_action', label: 'First action', kind: 'date', of: (row) => row.first_action },
    { name: 'last_action', label: 'Last action', kind: 'date', of: (row) => row.last_action },
    { name: 'current_end', label: 'Current end', kind: 'date', of: (row) => row.current_end },
    { name: 'actions', label: 'Actions', kind: 'number', of: (row) => row.actions },
    { name: 'obligated', label: 'Obligated', kind: 'money', of: (row) => row.obligation },
    { name: 'ceiling', label: 'Ceiling', kind: 'money', of: (row) => row.ceiling },
    { name: 'competition', label: 'Competition', kind: 'text', of: (row) => row.competition },
    { name: 'offers', label: 'Offers', kind: 'number', of: (row) => row.offers },
    address('award_page', 'Page of the award', (row, site) => awardPage(site, row)),
    address('vendor_page', 'Page of the vendor', (row, site) => vendorPage(site, row.vendor) ?? null),
  ],
});

const actions = siteTable<Action>({
  id: 'actions',
  title: 'Contract actions',
  says: 'One row is one action on a contract, an order or a vehicle; those of individuals are left out.',
  from: (site) => site.contracts?.actions() ?? [],
  columns: [
    { name: 'day', label: 'Date', kind: 'date', of: (row) => row.day },
    { name: 'award', label: 'Award', kind: 'text', link: 'award_page', of: (row) => row.award_label },
    { name: 'modification', label: 'Modification', kind: 'text', of: (row) => row.modification },
    { name: 'level', label: 'Kind', kind: 'text', of: (row) => row.level },
    { name: 'action', label: 'Kind of action', kind: 'text', of: (row) => row.action_kind },
    inWords('action_name', 'Kind of action, in words', 'action_kind', (row) =>
      row.modification === '0' ? 'base' : row.action_kind,
    ),
    {
      name: 'vendor',
      label: 'Vendor',
      kind: 'text',
      link: 'vendor_page',
      of: (row) => row.vendor_name ?? row.vendor,
    },
    { name: 'obligated', label: 'Obligated', kind: 'money', of: (row) => row.obligation },
    {
      name: 'ceiling_change',
      label: 'Change of the ceiling',
      kind: 'money',
      of: (row) => row.ceiling_change,
    },
    { name: 'agency', label: 'Agency', kind: 'text', of: (row) => row.agency_id },
    { name: 'office', label: 'Office', kind: 'text', of: (row) => row.office_id },
    { name: 'vehicle', label: 'Vehicle', kind: 'text', of: (row) => row.vehicle_name },
    { name: 'competition', label: 'Competition', kind: 'text', of: (row) => row.competition },
    { name: 'offers', label: 'Offers', kind: 'number', of: (row) => row.offers },
    { name: 'product', label: 'Product or service', kind: 'text', of: (row) => row.product_code },
    inWords('product_name', 'Product or service, in words', 'product', (row) => row.product_code),
    { name: 'industry', label: 'Industry', kind: 'text', of: (row) => row.industry_code },
    inWords('industry_name', 'Industry, in words', 'industry', (row) => row.industry_code),
    {
      name: 'edition',
      label: 'Edition',
      kind: 'text',
      link: 'edition_page',
      of: (row, site) => site.byEdition.get(row.edition ?? '')?.names[0] ?? null,
    },
    { name: 'row', label: 'Row in the file', kind: 'number', of: (row) => row.row },
    address('award_page', 'Page of the award', (row, site) => awardPage(site, row)),
    address('vendor_page', 'Page of the vendor', (row, site) => vendorPage(site, row.vendor) ?? null),
    address('edition_page', 'Page of the edition', (row) =>
      row.edition === null ? null : file(paths.edition(row.edition)),
    ),
  ],
});

const orderActions = siteTable<OrderAction>({
  id: 'order-actions',
  title: 'Actions on orders under vehicles',
  says: 'One row is one action on an order under a vehicle whose own record is at hand; those of individuals are left out.',
  from: (site) => [...(site.contracts?.orders.values() ?? [])].flat().filter((row) => !row.person),
  columns: [
    { name: 'day', label: 'Date', kind: 'date', of: (row) => row.day },
    {
      name: 'vehicle',
      label: 'Vehicle',
      kind: 'text',
      link: 'vehicle_page',
      of: (row, site) => site.contracts?.byVehicle.get(row.vehicle)?.vehicle_name ?? row.vehicle,
    },
    { name: 'award', label: 'Order', kind: 'text', of: (row) => row.award_label },
    { name: 'modification', label: 'Modification', kind: 'text', of: (row) => row.modification },
    { name: 'obligation', label: 'Obligated', kind: 'money', of: (row) => row.obligation },
    {
      name: 'ceiling_change',
      label: 'Change of the ceiling',
      kind: 'money',
      of: (row) => row.ceiling_change,
    },
    { name: 'competition', label: 'Competition', kind: 'text', of: (row) => row.competition },
    { name: 'offers', label: 'Offers', kind: 'number', of: (row) => row.offers },
    address('vehicle_page', 'Page of the vehicle', (row, site) => vehiclePage(site, row.vehicle) ?? null),
  ],
});

/** A column with what the code in another one stands for; absent where no words are known. */
function inWords(
  name: string,
  label: string,
  dimension: string,
  of: (row: Action) => string | null,
): ColumnOf<Action> {
  return {
    name,
    label,
    kind: 'text',
    of: (row, site) => {
      const code = of(row);
      const words = code === null ? null : site.label(dimension, code);
      return words === code ? null : words;
    },
  };
}

/** The page of the vehicle that an award is, or stands under. */
function awardPage(site: Site, row: Pick<Award, 'level' | 'award' | 'vehicle'>): string | null {
  return vehiclePage(site, row.level === 'vehicle' ? row.award : row.vehicle) ?? null;
}

/** Tables of contract records: organisations alone; awards of individuals are in no row. */
export const contractsTables = [vendors, awards, actions, orderActions];
