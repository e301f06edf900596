/**
 * The columns of released audit logs, by the name under which the layouts speak of them, with the other spellings
 * seen. Leading blanks and case are folded away before (`foldHeader`); underscores come from re-typed files.
 */
export const headerSpellings: Readonly<Record<string, readonly string[]>> = {
  id: ['search id', 'search_id', 'uuid'],
  name: ['user name', 'username', 'user_name', 'user', 'officer', 'officer name', 'full name', 'full_name'],
  userid: ['user id', 'user_id'],
  'org name': [
    'org_name',
    'orgname',
    'organization name',
    'organization_name',
    'organisation name',
    'agency name',
    'agency_name',
  ],
  'total networks searched': [
    'total_networks_searched',
    'networkcount',
    'network count',
    'network_count',
    'networks searched',
  ],
  'total devices searched': [
    'total_devices_searched',
    'cameracount',
    'camera count',
    'camera_count',
    'devices searched',
  ],
  'time frame': ['time_frame', 'timeframe'],
  'time frame start': ['time_frame_start', 'timeframe_start', 'start time', 'start_time'],
  'time frame end': ['time_frame_end', 'timeframe_end', 'end time', 'end_time'],
  'license plate': ['license_plate', 'licenseplate', 'plate'],
  reason: ['search reason', 'search_reason'],
  offensetype: ['offense type', 'offense_type', 'offence type'],
  'case #': ['casenumber', 'case number', 'case_number', 'case_#', 'case no', 'case no.', 'case'],
  filters: ['filter'],
  'search time': ['search_time', 'searchdate', 'searchtime', 'search timestamp', 'search_timestamp'],
  'search date': ['search_date'],
  'search type': ['search_type', 'searchtype'],
  'text prompt': ['text_prompt', 'textprompt', 'prompt'],
  moderation: [],
};

/** Every folded spelling of every column: what a row that repeats the header holds. */
export const headerTexts: readonly string[] = Object.entries(headerSpellings).flatMap(
  ([header, spellings]) => [header, ...spellings],
);
