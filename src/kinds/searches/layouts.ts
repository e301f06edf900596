import type { Layout } from '../../read/layout.ts';
import { type SearchColumns, type SearchHeaders, searchColumns, sharedRules } from './columns.ts';
import { headerSpellings } from './headers.ts';

const vendor = 'Flock Safety, as released by the agency';

const portalHeaders: SearchHeaders = {
  id: 'id',
  user: 'userid',
  time: 'searchdate',
  networks: 'networkcount',
  devices: 'cameracount',
  reason: 'reason',
  offence: 'offensetype',
  caseNumber: 'casenumber',
};

/** The columns of an export, by the headers of `headers.ts`. */
export const auditHeaders: SearchHeaders = {
  id: 'id',
  name: 'name',
  user: 'userid',
  organisation: 'org name',
  networks: 'total networks searched',
  devices: 'total devices searched',
  frame: 'time frame',
  frameStart: 'time frame start',
  frameEnd: 'time frame end',
  plate: 'license plate',
  reason: 'reason',
  offence: 'offensetype',
  caseNumber: 'case #',
  filters: 'filters',
  date: 'search date',
  time: 'search time',
  type: 'search type',
  prompt: 'text prompt',
  moderation: 'moderation',
};

/** The word in the cell of the time, where it is no time: tells a repeated header and a shifted row. */
export const withTimeWord = (time: string, parts: SearchColumns): SearchColumns => ({
  ...parts,
  prepare: [
    ...parts.prepare,
    { time_word: `case when second is null then coalesce(lower(trim({${time}})), '') end` },
  ],
});

const portalParts = {
  ...sharedRules('searchDate'),
  ...withTimeWord('searchdate', searchColumns(portalHeaders, 'iso', 'portal')),
};
const auditParts = {
  ...sharedRules('Search Time'),
  aliases: headerSpellings,
  ...withTimeWord('search time', searchColumns(auditHeaders, 'us', 'audit')),
};

/** Layouts of the "Public Search Audit" on a transparency portal: id, columns after `id, userId, searchDate`. */
const portals: readonly [string, readonly string[]][] = [
  ['portal-1', ['cameracount', 'reason']],
  ['portal-2', ['networkcount', 'reason']],
  ['portal-3', ['networkcount', 'offensetype']],
  ['portal-4', ['networkcount', 'casenumber', 'offensetype']],
  ['portal-5', ['networkcount']],
  ['portal-6', ['networkcount', 'reason', 'casenumber', 'offensetype']],
  ['portal-7', ['networkcount', 'casenumber']],
  ['portal-8', ['networkcount', 'reason', 'casenumber']],
];

const ten = [
  'name',
  'org name',
  'total networks searched',
  'time frame',
  'license plate',
  'reason',
  'case #',
  'filters',
  'search time',
  'search type',
];
const withDevices = [...ten, 'total devices searched'];

/** Layouts of the exports made for records requests. The last fits whatever columns an agency left in. */
const audits: readonly {
  id: string;
  title: string;
  requires: readonly string[];
  forbids?: readonly string[];
}[] = [
  {
    id: 'audit-14',
    title: '14 columns with ID',
    requires: [...withDevices, 'id', 'text prompt', 'moderation'],
  },
  {
    id: 'audit-13',
    title: '13 columns with ID, without devices',
    requires: [...ten, 'id', 'text prompt', 'moderation'],
  },
  {
    id: 'audit-13-no-id',
    title: '13 columns without ID',
    requires: [...withDevices, 'text prompt', 'moderation'],
  },
  { id: 'audit-11', title: '11 columns without ID', requires: withDevices },
  { id: 'audit-10', title: '10 columns without ID and devices', requires: ten },
  {
    id: 'audit-9',
    title: '9 columns, without names, plates, case numbers and filters',
    requires: [
      'id',
      'org name',
      'total networks searched',
      'total devices searched',
      'time frame',
      'reason',
      'search time',
      'search type',
      'moderation',
    ],
  },
  {
    id: 'audit-retyped',
    title: 're-typed by a requester, window in two columns',
    requires: [
      'id',
      'org name',
      'total networks searched',
      'time frame start',
      'time frame end',
      'reason',
      'search time',
    ],
  },
  {
    id: 'audit-5',
    title: '5 columns',
    requires: ['org name', 'total networks searched', 'time frame', 'search time', 'search type'],
  },
  {
    id: 'audit-split',
    title: 'date and time in two columns',
    requires: [
      'org name',
      'total networks searched',
      'time frame',
      'search date',
      'search time',
      'search type',
    ],
  },
  {
    id: 'audit-own',
    title: 'own log without organisation',
    requires: ['total networks searched', 'time frame', 'search time'],
    forbids: ['org name'],
  },
  {
    id: 'audit-printed',
    title: 'printed list',
    requires: ['id', 'userid', 'total networks searched', 'search time'],
    forbids: ['org name', 'searchdate'],
  },
  { id: 'audit-other', title: 'other columns', requires: ['total networks searched', 'search time'] },
];

/** Every layout of released audit logs; see `README.md` for where each was seen. */
export const searchLayouts: readonly Layout[] = [
  ...portals.map(([id, columns]) => ({
    ...portalParts,
    id,
    title: `public search audit of a portal (${columns.join(', ')})`,
    publisher: vendor,
    requires: ['id', 'userid', 'searchdate', ...columns],
    forbids: [],
  })),
  ...audits.map(({ id, title, requires, forbids }) => ({
    ...auditParts,
    id,
    title: `audit log, ${title}`,
    publisher: vendor,
    requires,
    forbids: forbids ?? [],
  })),
];
