import { typist } from '../../../project/edition.ts';
import type { Layout } from '../../../read/layout.ts';
import { vocabularyText } from '../../../read/vocabulary.ts';
import { amount, code, dateIn, identifier } from '../door.ts';
import { contractNotices } from '../shapes.ts';
import { base } from './base.ts';

const notices = {
  ...base,
  shape: contractNotices,
  coverage: 'window' as const,
  withholdWhen: 'solicitation is null and notice is null',
  eventDate: 'posted_on',
  problems: [],
};
const noText = 'cast(null as varchar)';
const noMoney = 'cast(null as decimal(18, 2))';
const noticeWords = `'^(AWARD NOTICE|COMBINED SYNOPSIS/SOLICITATION|SOLICITATION|PRESOLICITATION|SOURCES SOUGHT|SPECIAL NOTICE|JUSTIFICATION|INTENT TO BUNDLE REQUIREMENTS.*|SALE OF SURPLUS PROPERTY)$'`;

/** Layouts of notices of solicitations. */
export const noticeLayouts: readonly Layout[] = [
  {
    ...notices,
    id: 'sam-opportunities',
    title: 'SAM.gov opportunities',
    source: 'sam-opportunities',
    publisher: 'U.S. General Services Administration, SAM.gov',
    requires: ['noticeid', 'solicitationnumber', 'posteddate', 'type'],
    columns: {
      notice: `case when @matches(lower(trim({noticeid})), '^[0-9a-f]{32}$') then lower(trim({noticeid})) end`,
      solicitation: identifier('{solicitationnumber}'),
      version: noText,
      notice_type: `case when @matches(upper(@squash({type})), ${noticeWords}) then lower(@squash({type})) end`,
      posted_on: dateIn('{posteddate}', 'iso'),
      due_on: dateIn('{responsedeadline}', 'iso'),
      product_code: code('{classificationcode}', 4),
      industry_code: code('{naicscode}', 6),
      set_aside: code('{typeofsetaside}', 10),
      award_number: identifier('{award/number}'),
      awarded_on: dateIn('{award/date}', 'iso'),
      award_amount: amount('{award/amount}'),
      minimum_per_vehicle: noMoney,
      maximum_per_vehicle: noMoney,
      shared_ceiling: noMoney,
      title: vocabularyText('{title}'),
      secondary: 'false',
    },
  },
  {
    ...notices,
    id: 'typed-notices',
    title: 'typed-in form: versions of a solicitation',
    source: 'typed-notices',
    publisher: typist,
    requires: ['solicitation_identifier', 'version', 'posted_date', 'minimum_per_idiq', 'maximum_per_idiq'],
    columns: {
      notice: noText,
      solicitation: identifier('{solicitation_identifier}'),
      version: `case when @matches(lower(trim({version})), '^(original|(amendment|version) [0-9]{1,4})$') then lower(trim({version})) end`,
      notice_type: `'solicitation'`,
      posted_on: dateIn('{posted_date}', 'iso'),
      due_on: dateIn('{proposals_due}', 'iso'),
      product_code: noText,
      industry_code: code('{naics_code}', 6),
      set_aside: noText,
      award_number: noText,
      awarded_on: 'cast(null as date)',
      award_amount: noMoney,
      minimum_per_vehicle: amount('{minimum_per_idiq}'),
      maximum_per_vehicle: amount('{maximum_per_idiq}'),
      shared_ceiling: amount('{combined_shared_ceiling}'),
      title: vocabularyText('{note}'),
      secondary: 'true',
    },
  },
];
