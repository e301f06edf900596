/** The arrangement of columns of a list: H of the HTML era, P participating, Q pending, with the number of columns. */
export type ListLayout = 'H5' | 'P6' | 'P7' | 'P8' | 'Q4' | 'Q5' | 'Q6';

/** One file of the examples. */
export interface ExampleList {
  file: string;
  /** The same bytes under further names. */
  copies: readonly string[];
  layout: ListLayout;
  /** The true date of the list. */
  asOf: string;
  /** When the workbook was last saved. */
  modified: string;
  /** Width of the used range; more than the layout's columns means blank header cells. */
  width: number;
  /** Wholly blank rows at the end. */
  blankRows: number;
  /** Participating lists: agencies that have arrived by then. Pending lists: agencies waiting. */
  agencies: number;
}

const list = (
  file: string,
  layout: ListLayout,
  asOf: string,
  modified: string,
  width: number,
  blankRows: number,
  agencies: number,
  copies: readonly string[] = [],
): ExampleList => ({ file, copies, layout, asOf, modified, width, blankRows, agencies });

/** The lists of participating agencies, in order of date (`am` before `pm`). */
export const participatingLists: readonly ExampleList[] = [
  list('ParticipatingEntities-20250106083012.xlsx', 'H5', '2025-01-06', '2025-04-21T13:20:00Z', 5, 0, 20),
  list('ParticipatingEntities-20250205101112.xlsx', 'H5', '2025-02-05', '2025-04-21T13:22:00Z', 5, 0, 26),
  list('participatingAgencies-20250224190102.xlsx', 'P6', '2025-02-24', '2025-02-24T14:51:12Z', 6, 0, 44),
  list('participatingAgencies03052025am.xlsx', 'P6', '2025-03-05', '2025-03-05T13:15:08Z', 6, 0, 62),
  list('participatingAgencies-20250320180405.xlsx', 'P7', '2025-03-20', '2025-03-20T12:27:05Z', 7, 0, 84),
  list('participatingAgencies05082025pm.xlsx', 'P7', '2025-05-08', '2025-05-08T18:26:20Z', 13, 14, 124),
  list('participatingAgencies06202025am.xlsx', 'P7', '2025-06-20', '2025-06-19T23:36:39Z', 13, 9, 152),
  list('participatingAgencies08142025am.xlsx', 'P8', '2025-08-14', '2025-08-14T12:16:02Z', 9, 74, 192),
  list('participatingAgencies09182025am.xlsx', 'P8', '2025-09-18', '2025-09-17T20:05:26Z', 13, 75, 220),
  list('participatingAgencies11062025am.xlsx', 'P8', '2025-11-06', '2025-11-06T17:38:03Z', 13, 10, 250),
  // The name has the wrong year; the workbook says when it was saved.
  list('participatingAgencies01072025pm.xlsx', 'P8', '2026-01-07', '2026-01-07T20:22:43Z', 13, 10, 290, [
    'participatingAgencies01072026pm.xlsx',
  ]),
  list('participatingAgencies02052026am.xlsx', 'P8', '2026-02-05', '2026-02-05T13:02:39Z', 13, 10, 318),
  list('participatingAgencies02052026pm.xlsx', 'P8', '2026-02-05', '2026-02-05T19:53:20Z', 13, 10, 322),
  list('participatingAgencies03192026am.xlsx', 'P8', '2026-03-19', '2026-03-19T13:55:19Z', 13, 10, 348),
  list('participatingAgencies04232026am.xlsx', 'P8', '2026-04-23', '2026-04-23T11:29:17Z', 13, 10, 376),
  list('participatingAgencies06042026am.xlsx', 'P8', '2026-06-04', '2026-06-04T11:41:00Z', 13, 10, 406),
];

/** The lists of pending agencies, in order of date. The last one was uploaded under the participating name. */
export const pendingLists: readonly ExampleList[] = [
  list('pendingAgencies-20250224190102.xlsx', 'Q4', '2025-02-24', '2025-02-24T16:27:52Z', 4, 0, 14),
  list('pendingAgencies05082025am.xlsx', 'Q5', '2025-05-08', '2025-05-07T23:43:33Z', 6, 2, 18),
  list('pendingAgencies11062025am.xlsx', 'Q5', '2025-11-06', '2025-11-06T15:32:11Z', 5, 11, 0),
  list('pendingAgencies01072026pm.xlsx', 'Q6', '2026-01-07', '2026-01-07T20:17:31Z', 6, 46, 5),
  list('participatingAgencies03192026pm.xlsx', 'Q6', '2026-03-19', '2026-03-19T18:23:50Z', 6, 43, 4),
];
