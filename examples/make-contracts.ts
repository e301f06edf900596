import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { atomPage, csvText, downloadCsv, type InventedAction, searchCsv } from './contract-files.ts';

/** What the generator knows of its contracts, so that tests can compare. */
export interface ContractFacts {
  vehicle: string;
  ceilingFirst: string;
  ceilingLast: string;
  /** Between the two downloads of the year. */
  changes: { appeared: number; late: number; vanished: number; altered: number };
}

const north = { vendor: 'NORTHERLY LANTERN SERVICES LLC (INVENTED)', uei: 'NRTHLNTRN001' };
const pebble = { vendor: 'PEBBLE AND QUARRY GROUP INC. (INVENTED)', uei: 'PBBLQRRY0002' };
const third = { vendor: 'THIRD HARBOR SYSTEMS CORP (INVENTED)', uei: 'THRDHRBR0003' };

const vehicle = '70INVR26D00000001';
const sister = '70INVR26D00000002';
const solicitation = '26-SOL-INV-01';

/** The vehicle's own actions: awarded with 40 million, raised twice, cut once. */
const vehicleActions: InventedAction[] = [
  {
    kind: 'idv',
    piid: vehicle,
    ...north,
    date: '2025-11-03',
    ceiling: '40000000.00',
    product: 'R799',
    industry: '561611',
    offers: '6',
    extent: 'A',
    procedure: 'NP',
    solicitation,
    orderingEnd: '2027-11-02',
    description: 'LOCATION SERVICES',
    reported: '2025-11-05',
  },
  {
    kind: 'idv',
    piid: vehicle,
    ...north,
    mod: 'P00001',
    date: '2026-01-20',
    ceiling: '25000000.00',
    product: 'R799',
    industry: '561611',
    solicitation,
    orderingEnd: '2027-11-02',
    actionKind: 'B',
    description: 'THIS MODIFICATION INCREASES THE CEILING',
    reported: '2026-01-22',
  },
  {
    kind: 'idv',
    piid: vehicle,
    ...north,
    mod: 'P00002',
    date: '2026-03-16',
    ceiling: '-5000000.00',
    product: 'R799',
    industry: '561611',
    solicitation,
    orderingEnd: '2027-11-02',
    actionKind: 'B',
    description: 'THIS MODIFICATION DECREASES THE CEILING',
    reported: '2026-03-17',
  },
  {
    kind: 'idv',
    piid: vehicle,
    ...north,
    mod: 'P00003',
    date: '2026-05-11',
    ceiling: '30000000.00',
    product: 'R799',
    industry: '561611',
    solicitation,
    orderingEnd: '2028-11-02',
    actionKind: 'B',
    description: 'THIS MODIFICATION ADDS A NEW SITE AND EXTENDS THE ORDERING PERIOD',
    reported: '2026-05-12',
  },
];
const sisterActions: InventedAction[] = [
  {
    kind: 'idv',
    piid: sister,
    ...pebble,
    date: '2025-11-03',
    ceiling: '55000000.00',
    product: 'R799',
    industry: '561611',
    offers: '6',
    extent: 'A',
    procedure: 'NP',
    solicitation,
    orderingEnd: '2027-11-02',
    description: 'LOCATION SERVICES',
    reported: '2025-11-05',
  },
];

const order = (
  number: number,
  parent: string,
  by: typeof north,
  date: string,
  obligation: string,
  more: Partial<InventedAction> = {},
): InventedAction => ({
  piid: `70INVR26FR${String(number).padStart(7, '0')}`,
  parent,
  ...by,
  date,
  obligation,
  ceiling: obligation,
  product: 'R799',
  industry: '561611',
  extent: 'A',
  fairOpportunity: 'FAIR',
  offers: '2',
  description: 'TASK ORDER FOR LOCATION SERVICES',
  reported: date,
  ...more,
});

const early: InventedAction[] = [
  order(1, vehicle, north, '2025-11-10', '1250000.00'),
  order(2, sister, pebble, '2025-11-12', '2400000.50'),
  order(3, vehicle, north, '2025-12-15', '800000.00'),
  {
    ...order(1, vehicle, north, '2026-02-02', '300000.00'),
    mod: 'P00001',
    actionKind: 'C',
    description: 'THIS MODIFICATION OBLIGATES INCREMENTAL FUNDING',
  },
  order(4, vehicle, north, '2026-02-18', '99999.99'),
  order(5, sister, pebble, '2026-03-02', '120000.00'),
  {
    piid: '70INVR26C00000007',
    ...third,
    date: '2025-12-01',
    obligation: '3100000.00',
    ceiling: '9300000.00',
    product: 'S206',
    industry: '561612',
    extent: 'C',
    noCompetition: 'URG',
    description: 'GUARD SERVICES LETTER CONTRACT',
    undefinitised: 'A',
    reported: '2026-01-28',
  },
  {
    piid: '70INVR26P00000011',
    vendor: 'Quillon Ashgarth',
    soleProprietor: true,
    date: '2026-01-14',
    obligation: '18000.00',
    ceiling: '18000.00',
    product: 'R608',
    industry: '541930',
    extent: 'G',
    description: 'INTERPRETATION',
    reported: '2026-01-14',
  },
];

/** The later download: one row gone, one amount altered, one new one, and one new one that is dated before. */
const late: InventedAction[] = [
  ...early
    .filter((action) => action.piid !== '70INVR26FR0000004')
    .map((action) => (action.piid === '70INVR26FR0000005' ? { ...action, obligation: '125000.00' } : action)),
  order(6, vehicle, north, '2026-04-20', '640000.00'),
  order(8, sister, pebble, '2026-02-25', '77000.25', { reported: '2026-04-29' }),
  {
    ...order(3, vehicle, north, '2026-04-06', '-150000.00'),
    mod: 'P00001',
    actionKind: 'K',
    description: 'THIS MODIFICATION DEOBLIGATES FUNDS',
  },
];

const terms = `# Facts that no column has; invented.
counterfoil: contract-terms
terms:
  - family: ${solicitation}
    term: minimum-guarantee
    amount: "50000.00"
    from: 2025-10-06
    document: invented-solicitation.pdf
    page: "12"
    date: 2025-10-06
  - vehicle: ${vehicle}
    term: price-per-case
    amount: "125.00"
    from: 2025-11-03
    document: invented-price-list.pdf
    page: "3"
    date: 2025-11-03
`;

const families = `# Which vehicles belong together, each with where that is written; invented.
counterfoil: contract-families
families:
  - family: ${solicitation}
    agency: "7099"
    vehicles:
      - { piid: ${vehicle}, document: invented-award-notice.html, page: "1" }
      - { piid: ${sister}, document: invented-award-notice.html, page: "1" }
`;

/** Writes the invented contract files into `folder`: a feed of two pages, two downloads of one year, a search export, typed-in facts. */
export async function makeContracts(folder: string): Promise<ContractFacts> {
  await mkdir(folder, { recursive: true });
  const write = (name: string, text: string) => writeFile(join(folder, name), text);
  await write('invented-feed-page-0.xml', atomPage(vehicleActions.slice(0, 2), 0, 10));
  await write('invented-feed-page-1.xml', atomPage(vehicleActions.slice(2), 10, 10));
  await write('invented-feed-sister.xml', atomPage(sisterActions, 0, 0));
  await write('FY2026_invented_transactions_2026-03-31.csv', downloadCsv(early));
  await write('FY2026_invented_transactions_2026-05-31.csv', downloadCsv(late));
  await write(
    'invented_search_asof-2026-05-31.csv',
    searchCsv([...late, { ...(late[0] as InventedAction) }]),
  );
  await write('invented-terms.yaml', terms);
  await write('invented-families.yaml', families);
  await write(
    'invented-solicitation-versions.csv',
    csvText([
      [
        'solicitation_identifier',
        'version',
        'posted_date',
        'minimum_per_idiq',
        'maximum_per_idiq',
        'combined_shared_ceiling',
        'naics_code',
        'proposals_due',
        'note',
      ],
      [
        solicitation,
        'original',
        '2025-10-06',
        '1000.00',
        '30000000.00',
        '60000000.00',
        '561611',
        '2025-10-16',
        '',
      ],
      [solicitation, 'amendment 1', '2025-10-14', '50000.00', '50000000.00', '', '561611', '2025-10-20', ''],
    ]),
  );
  return {
    vehicle,
    ceilingFirst: '40000000.00',
    ceilingLast: '90000000.00',
    changes: { appeared: 3, late: 1, vanished: 1, altered: 1 },
  };
}
