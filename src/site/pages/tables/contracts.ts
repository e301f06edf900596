import { vehiclePage, vendorPage } from '../contracts/with-pages.ts';
import type { SiteTable } from './site-table.ts';

/** Tables of contract records: organisations alone; awards of individuals are in no row. */
export const contractsTables: readonly SiteTable[] = [
  {
    id: 'vendors',
    title: 'Vendors',
    says: 'One row is one vendor that is an organisation.',
    columns: [
      { name: 'vendor', label: 'Vendor', kind: 'text', link: 'page' },
      { name: 'identifier', label: 'Identifier', kind: 'text' },
      { name: 'actions', label: 'Actions', kind: 'number' },
      { name: 'awards', label: 'Awards', kind: 'number' },
      { name: 'obligated', label: 'Obligated', kind: 'money' },
      { name: 'first_action', label: 'First action', kind: 'date' },
      { name: 'last_action', label: 'Last action', kind: 'date' },
      { name: 'page', label: 'Page', kind: 'text', hidden: true },
    ],
    rows: (site) =>
      (site.contracts?.vendors ?? []).map((one) => [
        one.vendor_name ?? one.vendor,
        one.vendor,
        one.actions,
        one.awards,
        one.obligation,
        one.first_action,
        one.last_action,
        vendorPage(site, one.vendor) ?? null,
      ]),
  },
  {
    id: 'awards',
    title: 'Contracts, orders and vehicles',
    says: 'One row is one contract, order or vehicle of a vendor that is an organisation.',
    columns: [
      { name: 'award', label: 'Award', kind: 'text', link: 'award_page' },
      { name: 'level', label: 'Kind', kind: 'text' },
      { name: 'vendor', label: 'Vendor', kind: 'text', link: 'vendor_page' },
      { name: 'agency', label: 'Agency', kind: 'text' },
      { name: 'first_action', label: 'First action', kind: 'date' },
      { name: 'last_action', label: 'Last action', kind: 'date' },
      { name: 'current_end', label: 'Current end', kind: 'date' },
      { name: 'actions', label: 'Actions', kind: 'number' },
      { name: 'obligated', label: 'Obligated', kind: 'money' },
      { name: 'ceiling', label: 'Ceiling', kind: 'money' },
      { name: 'competition', label: 'Competition', kind: 'text' },
      { name: 'offers', label: 'Offers', kind: 'number' },
      { name: 'award_page', label: 'Page of the award', kind: 'text', hidden: true },
      { name: 'vendor_page', label: 'Page of the vendor', kind: 'text', hidden: true },
    ],
    rows: (site) =>
      [...(site.contracts?.byAward.values() ?? [])].map((one) => [
        one.award_label,
        one.level,
        one.vendor_name ?? one.vendor,
        one.agency_id,
        one.first_action,
        one.last_action,
        one.current_end,
        one.actions,
        one.obligation,
        one.ceiling,
        one.competition,
        one.offers,
        vehiclePage(site, one.level === 'vehicle' ? one.award : one.vehicle) ?? null,
        vendorPage(site, one.vendor) ?? null,
      ]),
  },
  {
    id: 'order-actions',
    title: 'Actions on orders under vehicles',
    says: 'One row is one action on an order under a vehicle; those of individuals are left out.',
    columns: [
      { name: 'day', label: 'Date', kind: 'date' },
      { name: 'vehicle', label: 'Vehicle', kind: 'text', link: 'vehicle_page' },
      { name: 'award', label: 'Order', kind: 'text' },
      { name: 'modification', label: 'Modification', kind: 'text' },
      { name: 'obligation', label: 'Obligated', kind: 'money' },
      { name: 'ceiling_change', label: 'Change of the ceiling', kind: 'money' },
      { name: 'competition', label: 'Competition', kind: 'text' },
      { name: 'offers', label: 'Offers', kind: 'number' },
      { name: 'vehicle_page', label: 'Page of the vehicle', kind: 'text', hidden: true },
    ],
    rows: (site) =>
      [...(site.contracts?.orders.values() ?? [])]
        .flat()
        .filter((one) => !one.person)
        .map((one) => [
          one.day,
          site.contracts?.byVehicle.get(one.vehicle)?.vehicle_name ?? one.vehicle,
          one.award_label,
          one.modification,
          one.obligation,
          one.ceiling_change,
          one.competition,
          one.offers,
          vehiclePage(site, one.vehicle) ?? null,
        ]),
  },
];
