import type { Scenario } from '../../figures/scenario.ts';

/** What the reported incentives would come to at most; arithmetic, and not a record of any payment. */
export const agreementScenarios: readonly Scenario[] = [
  {
    id: 'agreements.incentives',
    title: 'Reported incentives for agencies with an agreement, as an upper bound',
    caveats: [
      'It counts every officer of every listed agency as trained; the records do not say how many are.',
      'No record at hand shows a payment to an agency under these offers.',
      'Officer counts are the latest of the reference list, and agencies that could not be matched are left out.',
    ],
    figures: {
      officers: {
        figure: 'agreements.officers',
        says: 'sworn officers of the listed agencies that could be matched',
      },
      agencies: { figure: 'agreements.agencies', says: 'agencies with an agreement' },
    },
    assumptions: {
      per_officer: {
        value: '7500',
        unit: 'USD',
        says: 'up to 7,500 dollars for each officer trained, as reported',
        source: 'U.S. Department of Homeland Security, announcement of September 2025 on reimbursement',
      },
      per_agency: {
        value: '100000',
        unit: 'USD',
        says: '100,000 dollars for vehicles, as reported',
        source: 'U.S. Department of Homeland Security, announcement of September 2025 on reimbursement',
      },
      outside_low: {
        value: '1400000000',
        unit: 'USD',
        says: 'outside estimate for one year, lower end',
        source: 'An outside estimate quoted in the press',
      },
    },
    steps: [
      {
        name: 'for_officers',
        says: 'if every officer were trained',
        left: 'officers',
        operation: 'multiply',
        right: 'per_officer',
        places: 2,
        unit: 'USD',
      },
      {
        name: 'for_vehicles',
        says: 'if every agency took the amount for vehicles',
        left: 'agencies',
        operation: 'multiply',
        right: 'per_agency',
        places: 2,
        unit: 'USD',
      },
      {
        name: 'in_all',
        says: 'both together',
        left: 'for_officers',
        operation: 'add',
        right: 'for_vehicles',
        places: 2,
        unit: 'USD',
      },
      {
        name: 'of_estimate',
        says: 'as a share of the lower outside estimate',
        left: 'in_all',
        operation: 'divide',
        right: 'outside_low',
        places: 3,
        unit: 'share',
      },
    ],
  },
];
