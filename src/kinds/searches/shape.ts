import type { Shape } from '../../read/layout.ts';
import {
  cellStates,
  deviceStates,
  familyWords,
  logForms,
  moderations,
  offences,
  organisationStates,
  reasonClasses,
  reasonForms,
  searchTypes,
} from './words.ts';

/**
 * One row of an audit log, less everything that the door takes out. Of personal cells only the state is kept. The
 * three keys are digests for counting an event once; they and the hour never leave (see `src/publication/`).
 */
export const searchRecords: Shape = {
  name: 'searches',
  columns: {
    /** The organisation whose log it is: as the user said, or as the file's name says. */
    holder: 'varchar',
    /** `portal`, `network` or `organisation`, as far as layout and name say. */
    log: 'varchar',
    /** The account label, where it is known, confirmed, or has the form of an agency's account. */
    org_text: 'varchar',
    org_state: 'varchar',
    /** The hour of the search in UTC. */
    hour: 'timestamp',
    key_id: 'bigint',
    key_frame: 'bigint',
    key_second: 'bigint',
    networks: 'integer',
    devices: 'integer',
    devices_state: 'varchar',
    /** Hours begun from the start of the window of camera reads to the search: 21 days and a second are 505. */
    lookback_hours: 'integer',
    search_type: 'varchar',
    moderation: 'varchar',
    reason_state: 'varchar',
    reason_class: 'varchar',
    offence: 'varchar',
    reason_words: 'varchar',
    reason_form: 'varchar',
    name_state: 'varchar',
    user_state: 'varchar',
    plate_state: 'varchar',
    case_state: 'varchar',
    filters_state: 'varchar',
    prompt_state: 'varchar',
  },
  // Of all texts only `holder` and `org_text` are not from a list; they have the form of an account, or a person said so.
  words: {
    log: logForms,
    org_state: organisationStates,
    devices_state: deviceStates,
    search_type: searchTypes,
    moderation: moderations,
    reason_state: cellStates,
    reason_class: reasonClasses,
    offence: offences,
    reason_words: familyWords,
    reason_form: reasonForms,
    name_state: cellStates,
    user_state: cellStates,
    plate_state: cellStates,
    case_state: cellStates,
    filters_state: cellStates,
    prompt_state: cellStates,
  },
};
