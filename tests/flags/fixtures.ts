import { csvText, type InventedAction } from '../../examples/contract-files.ts';

/** What a flag is held to: units (by label) that it must flag, and units that it must examine and pass. */
export interface FlagFixture {
  actions?: InventedAction[];
  fires: string[];
  passes: string[];
  /** Units that it must not be able to look at. */
  notApplicable?: string[];
  unknown?: string[];
}

let number = 0;
const vendorNamed = (name: string) => `INVENTED ${name} COMPANY LLC`;
const contract = (piid: string, more: Partial<InventedAction> = {}): InventedAction => ({
  piid,
  date: '2025-03-04',
  obligation: '1000.00',
  ceiling: '1000.00',
  vendor: vendorNamed(`NO${++number}X`),
  ...more,
});
const vehicleOf = (piid: string, more: Partial<InventedAction> = {}): InventedAction =>
  contract(piid, { kind: 'idv', obligation: '0.00', ...more });
const mod = (action: InventedAction, name: string, more: Partial<InventedAction>): InventedAction => ({
  ...action,
  obligation: '0.00',
  ceiling: '0.00',
  mod: name,
  ...more,
});

const raised = vehicleOf('70FLAG26D00000101', { ceiling: '1000000.00' });
const slowly = vehicleOf('70FLAG26D00000102', { ceiling: '1000000.00' });
const early = { date: '2022-01-03' };
const byOffice = (office: string, shares: readonly number[]) =>
  shares.map((share, index) =>
    contract(`70FLAG26C${office.slice(-1)}00010${String(index).padStart(2, '0')}`, {
      office,
      date: '2025-06-02',
      obligation: `${share}.00`,
      vendor: vendorNamed(`${office} ${index}`),
    }),
  );
const byMonth = (agency: string, september: number) =>
  Array.from({ length: 12 }, (_, index) => {
    const month = index + 1;
    const year = month >= 10 ? 2023 : 2024;
    return contract(`${agency}FLAG24C000${String(month).padStart(4, '0')}`, {
      agency,
      date: `${year}-${String(month).padStart(2, '0')}-15`,
      obligation: month === 9 ? `${september}.00` : '100.00',
    });
  });
const ordersUnder = (vehicle: string, piids: readonly string[], ceiling: string) =>
  piids.map((piid) => contract(piid, { parent: vehicle, ceiling, date: '2025-04-01' }));
const various = (name: string, codes: readonly string[]) =>
  codes.map((product, index) =>
    contract(`70FLAG26C${name}${String(index).padStart(4, '0')}`, { vendor: vendorNamed(name), product }),
  );

/** By flag; labels and codes do not meet, so that one project holds them all. */
export const flagFixtures: Record<string, FlagFixture> = {
  'ceiling-raised': {
    actions: [
      raised,
      mod(raised, 'P00001', { ceiling: '600000.00', date: '2025-05-01' }),
      slowly,
      mod(slowly, 'P00001', { ceiling: '400000.00', date: '2025-05-01' }),
    ],
    fires: ['70FLAG26D00000101'],
    passes: ['70FLAG26D00000102'],
  },
  'ceiling-outside-terms': {
    actions: [
      vehicleOf('70FLAG26D00000201', { solicitation: '25-SOL-FLAG-02', ceiling: '91000.00' }),
      vehicleOf('70FLAG26D00000202', { solicitation: '25-SOL-FLAG-02', ceiling: '89000.00' }),
      // Its solicitation states one ceiling for all vehicles together, and nothing of one.
      vehicleOf('70FLAG26D00000203', { solicitation: '25-SOL-FLAG-03', ceiling: '89000.00' }),
    ],
    fires: ['70FLAG26D00000201'],
    passes: ['70FLAG26D00000202'],
    notApplicable: ['70FLAG26D00000203'],
  },
  'orders-above-vehicle': {
    actions: [
      vehicleOf('70FLAG26D00000301', { ceiling: '1000.00' }),
      ...ordersUnder('70FLAG26D00000301', ['70FLAG26F00000301', '70FLAG26F00000302'], '600.00'),
      vehicleOf('70FLAG26D00000302', { ceiling: '1200.00' }),
      ...ordersUnder('70FLAG26D00000302', ['70FLAG26F00000303', '70FLAG26F00000304'], '600.00'),
    ],
    fires: ['70FLAG26D00000301'],
    passes: ['70FLAG26D00000302'],
  },
  'after-ordering-period': {
    actions: [
      vehicleOf('70FLAG26D00000401', { orderingEnd: '2025-03-31' }),
      contract('70FLAG26F00000401', { parent: '70FLAG26D00000401', date: '2025-04-01' }),
      contract('70FLAG26F00000402', { parent: '70FLAG26D00000401', date: '2025-03-31' }),
      // When they were placed is not at hand: of the first there is a period to compare it with, of the second none.
      mod(contract('70FLAG26F00000403', { parent: '70FLAG26D00000401' }), 'P00002', { date: '2025-05-05' }),
      mod(contract('70FLAG26F00000404', { parent: '70FLAG26D00000499' }), 'P00002', { date: '2025-05-05' }),
    ],
    fires: ['70FLAG26F00000401'],
    passes: ['70FLAG26F00000402'],
    notApplicable: ['70FLAG26F00000404'],
    unknown: ['70FLAG26F00000403'],
  },
  'not-competed': {
    actions: [
      contract('70FLAG26C00000501', { obligation: '300000.00', extent: 'C', noCompetition: 'URG' }),
      contract('70FLAG26C00000502', { obligation: '300000.00', extent: 'A' }),
      contract('70FLAG26C00000503', { obligation: '300000.00' }),
      // Left out: below the threshold, and owed to the holder of a vehicle.
      contract('70FLAG26C00000504', { obligation: '200000.00', extent: 'C' }),
      contract('70FLAG26F00000505', {
        parent: '70FLAG26D00000599',
        obligation: '300000.00',
        extent: 'C',
        fairOpportunity: 'MG',
      }),
    ],
    fires: ['70FLAG26C00000501'],
    passes: ['70FLAG26C00000502'],
    notApplicable: ['70FLAG26C00000503', '70FLAG26C00000504', '70FLAG26F00000505'],
  },
  'single-offer': {
    actions: [
      contract('70FLAG26C00000601', { extent: 'A', offers: '1' }),
      contract('70FLAG26C00000602', { extent: 'A', offers: '2' }),
      contract('70FLAG26C00000603', { extent: 'C', offers: '1' }),
      contract('70FLAG26C00000604', { extent: 'A', offers: '999' }),
      vehicleOf('70FLAG26D00000601', { extent: 'A', offers: '51' }),
      // One is entered by habit; the vehicle was sought by 51.
      contract('70FLAG26F00000601', {
        parent: '70FLAG26D00000601',
        extent: 'A',
        offers: '1',
        fairOpportunity: 'ONE',
      }),
      contract('70FLAG26F00000602', {
        parent: '70FLAG26D00000601',
        extent: 'A',
        offers: '1',
        fairOpportunity: 'MG',
      }),
    ],
    fires: ['70FLAG26C00000601'],
    passes: ['70FLAG26C00000602', '70FLAG26F00000601'],
    notApplicable: ['70FLAG26C00000603', '70FLAG26F00000602'],
    unknown: ['70FLAG26C00000604'],
  },
  'everyone-won': {
    actions: [
      ...['1', '2', '3'].map((last) =>
        vehicleOf(`70FLAG26D0000070${last}`, { solicitation: '25-SOL-FLAG-07', offers: '3' }),
      ),
      ...['4', '5', '6'].map((last) =>
        vehicleOf(`70FLAG26D0000070${last}`, { solicitation: '25-SOL-FLAG-08', offers: '9' }),
      ),
    ],
    fires: ['25-SOL-FLAG-07'],
    passes: ['25-SOL-FLAG-08'],
  },
  'large-first-action': {
    actions: [
      contract('70FLAG26C00000801', { vendor: vendorNamed('LARGE'), obligation: '10000001.00' }),
      contract('70FLAG26C00000802', { vendor: vendorNamed('SMALL'), obligation: '9999999.00' }),
      contract('70FLAG26C00000803', { vendor: vendorNamed('EARLY'), obligation: '99999999.00', ...early }),
    ],
    fires: [vendorNamed('LARGE')],
    passes: [vendorNamed('SMALL')],
    notApplicable: [vendorNamed('EARLY')],
  },
  'new-scope': {
    actions: ['70FLAG26C00000901', '70FLAG26C00000902', '70FLAG26C00000903'].flatMap((piid, index) => {
      const first = contract(piid, { product: 'S206', industry: '561612', description: 'GUARD SERVICES' });
      const later =
        [{ product: 'R799' }, { product: 'S208' }, { description: 'THIS MODIFICATION ADDS A NEW FACILITY' }][
          index
        ] ?? {};
      return [first, mod(first, 'P00001', { date: '2025-05-01', ...later })];
    }),
    fires: ['70FLAG26C00000901', '70FLAG26C00000903'],
    passes: ['70FLAG26C00000902'],
  },
  undefinitised: {
    actions: [
      contract('70FLAG26C00001001', { undefinitised: 'A' }),
      contract('70FLAG26C00001002', { undefinitised: 'X' }),
    ],
    fires: ['70FLAG26C00001001'],
    passes: ['70FLAG26C00001002'],
  },
  'extended-again': {
    actions: [3, 2].flatMap((times, index) => {
      const first = contract(`70FLAG26C0000110${index + 1}`, { currentEnd: '2025-06-30' });
      return [
        first,
        ...Array.from({ length: times }, (_, at) =>
          mod(first, `P0000${at + 1}`, {
            date: `2025-0${5 + at}-20`,
            currentEnd: `2025-0${7 + at}-30`,
            actionKind: 'B',
          }),
        ),
        mod(first, 'P00009', { date: '2025-09-20', currentEnd: '2026-06-30', actionKind: 'G' }),
      ];
    }),
    fires: ['70FLAG26C00001101'],
    passes: ['70FLAG26C00001102'],
  },
  'vendor-concentration': {
    actions: [
      ...byOffice('70FLG1', [9_000_000, ...Array.from({ length: 9 }, () => 100_000)]),
      ...byOffice(
        '70FLG2',
        Array.from({ length: 10 }, () => 1_000_000),
      ),
      // Nine awards, one of which went on under another vendor: ten parts of vendors, and still nine awards.
      ...byOffice('70FLG3', [9_000_000, ...Array.from({ length: 8 }, () => 100_000)]).flatMap(
        (action, index) =>
          index === 1 ? [action, mod(action, 'P00001', { vendor: vendorNamed('70FLG3 NEW') })] : [action],
      ),
    ],
    fires: ['70FLG1 FY2025'],
    passes: ['70FLG2 FY2025'],
    notApplicable: ['70FLG3 FY2025'],
  },
  'year-end-spike': {
    actions: [...byMonth('7091', 900), ...byMonth('7092', 100)],
    fires: ['7091 FY2024'],
    passes: ['7092 FY2024'],
  },
  'net-deobligation': {
    actions: [
      contract('70FLAG26C00001401', { obligation: '-5.00' }),
      contract('70FLAG26C00001402', { obligation: '5.00' }),
      mod(contract('70FLAG26C00001403'), 'P00004', { obligation: '-5.00' }),
    ],
    fires: ['70FLAG26C00001401'],
    passes: ['70FLAG26C00001402'],
    unknown: ['70FLAG26C00001403'],
  },
  'reported-late': {
    actions: [
      contract('70FLAG26C00001501', { reported: '2025-04-04' }),
      contract('70FLAG26C00001502', { reported: '2025-04-03' }),
      contract('70FLAG26C00001503'),
    ],
    fires: ['70FLAG26C00001501'],
    passes: ['70FLAG26C00001502'],
    notApplicable: ['70FLAG26C00001503'],
  },
  'parked-ceiling': {
    actions: [
      vehicleOf('70FLAG26D00001601', { ceiling: '60000000.00', ...early }),
      vehicleOf('70FLAG26D00001602', { ceiling: '60000000.00', ...early }),
      contract('70FLAG26F00001601', { parent: '70FLAG26D00001602' }),
    ],
    fires: ['70FLAG26D00001601'],
    passes: ['70FLAG26D00001602'],
  },
  'short-notice': { fires: ['25-SOL-FLAG-17 original'], passes: ['25-SOL-FLAG-17 amendment 1'] },
  'heterogeneous-vendor': {
    actions: [
      ...various('VARIED', ['R799', 'S206', '7030', 'J061', 'D302', 'V211']),
      ...various('SINGLE', ['R799', 'R608']),
      ...Array.from({ length: 10 }, (_, index) => various(`USUAL${index}`, ['R799'])).flat(),
    ],
    fires: [vendorNamed('VARIED')],
    passes: [vendorNamed('SINGLE')],
  },
};

/** Versions of solicitations, for the flags that look at terms and days. */
export const fixtureNotices = csvText([
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
  ['25-SOL-FLAG-02', 'original', '2025-01-02', '100.00', '90000.00', '', '561611', '2025-02-03', ''],
  ['25-SOL-FLAG-03', 'original', '2025-01-02', '', '', '90000.00', '561611', '2025-02-03', ''],
  ['25-SOL-FLAG-17', 'original', '2025-01-02', '', '', '', '561611', '2025-01-16', ''],
  ['25-SOL-FLAG-17', 'amendment 1', '2025-01-02', '', '', '', '561611', '2025-01-17', ''],
]);
