import { readAsWords } from '../../figures/look-ups.ts';
import type { Model } from '../../figures/model.ts';
import { event, keyed, labelled } from './counted.ts';
import { organisation, scope, whose } from './counted-words.ts';

/** Cells of a row that stand in the records as words. */
const cells = [
  ...['networks', 'devices', 'lookback_hours', 'search_type', 'moderation'],
  ...['reason_state', 'reason_class', 'offence', 'reason_words', 'reason_form', 'org_state'],
  ...['name_state', 'user_state', 'plate_state', 'case_state', 'filters_state', 'prompt_state'],
];

/** Rows of audit logs as logged, read as words. */
export const searchRows: Model = readAsWords({
  name: 'search_rows',
  says: 'one row per row of an audit log in force, as logged, with the organisation that searched and the event it stands for',
  orderBy: 'edition, "row"',
  rows: [
    {
      columns: {
        edition: 'r.edition',
        row: 'r."row"',
        line: 'r.line',
        log_no: 'g.log_no',
        event,
        matched:
          "case when r.key_id is not null then 'id' when r.key_second is null then 'alone' else k.how end",
        ...organisation,
        network: 'g.network',
        network_name: 'g.network_name',
        network_state: 'g.network_state',
        log: 'g.log',
        zone: 'g.zone',
        whose: whose('l.organisation is null or g.network is null'),
        scope,
        month: 'h.month',
        year: 'h.year',
        day: 'h.day',
        hour_of_day: 'h.hour_of_day',
        ...Object.fromEntries(cells.map((cell) => [cell, `r.${cell}`])),
      },
      from: 'records_searches as r\njoin search_logs as g on g.edition = r.edition',
      as: 'r',
      where: "r.disposition = 'kept'",
      lookUps: [
        { as: 'l', join: labelled },
        { as: 'k', join: keyed },
        { as: 'h', join: 'left join search_hours as h on h.hour = r.hour and h.zone = g.zone' },
      ],
      few: [],
    },
  ],
});
