import type { Scenario } from '../../figures/scenario.ts';

/** Small calculations over figures and what others say; every result is arithmetic and not a record. */
export const contractScenarios: readonly Scenario[] = [
  {
    id: 'contracts.backlog-months',
    title: 'Months to work through the backlog, and the amount per case if the ceilings were used in full',
    caveats: [
      'The rate and the backlog are what was reported, not what a record shows; no record says how many cases were worked.',
      'A ceiling is what could be ordered, so that the amount per case is an upper bound of an upper bound.',
    ],
    figures: {
      ceiling: {
        figure: 'contracts.ceiling',
        where: { family: ['26-SOL-DCR-01'] },
        says: 'ceilings of the vehicles of the solicitation',
      },
    },
    assumptions: {
      backlog: {
        value: '1500000',
        unit: 'cases',
        says: 'people on the docket, as reported: about 1.5 million',
        source: 'Press reports of November 2025 on the solicitation for skip tracing',
      },
      monthly: {
        value: '50000',
        unit: 'cases a month',
        says: 'cases a month, as reported',
        source: 'Press reports of November 2025 on the solicitation for skip tracing',
      },
    },
    steps: [
      {
        name: 'months',
        says: 'months at that rate',
        left: 'backlog',
        operation: 'divide',
        right: 'monthly',
        places: 1,
        unit: 'months',
      },
      {
        name: 'per_case',
        says: 'dollars a case if every ceiling were used in full',
        left: 'ceiling',
        operation: 'divide',
        right: 'backlog',
        places: 2,
        unit: 'USD',
      },
    ],
  },
];
