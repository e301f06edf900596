import { typist } from '../../../project/edition.ts';
import type { Layout } from '../../../read/layout.ts';
import { vocabularyText } from '../../../read/vocabulary.ts';
import { amount, code, dateIn, identifier } from '../door.ts';
import { contractTerms, familyLines } from '../shapes.ts';
import { base } from './base.ts';

const document = (cell: string) =>
  `case when @matches(trim(${cell}), '^(https?://[^ @]{4,400}|[A-Za-z0-9][A-Za-z0-9 ._/#()-]{0,200})$') then trim(${cell}) end`;
const page = (cell: string) =>
  `case when @matches(trim(${cell}), '^[A-Za-z0-9., -]{1,20}$') then trim(${cell}) end`;

/** Layouts of what a user types in from documents. */
export const typedLayouts: readonly Layout[] = [
  {
    ...base,
    id: 'contract-terms',
    title: 'contract terms (YAML)',
    source: 'contract-terms',
    publisher: typist,
    shape: contractTerms,
    coverage: 'window',
    requires: ['term', 'document'],
    anyOf: [['vehicle'], ['family']],
    withholdWhen: 'subject is null or term is null or document is null',
    eventDate: 'valid_from',
    problems: [
      { column: 'amount', code: 'neither-amount-nor-words', when: 'amount is null and words is null' },
    ],
    columns: {
      subject: identifier('coalesce({vehicle}, {family})'),
      subject_kind: `case when {vehicle} is not null then 'vehicle' else 'family' end`,
      term: `case when lower(trim({term})) in ('minimum-guarantee', 'ceiling-per-vehicle', 'shared-ceiling', 'ordering-period', 'price-per-case', 'cases', 'other') then lower(trim({term})) end`,
      amount: amount('{amount}'),
      words: vocabularyText('{words}'),
      valid_from: dateIn('{from}', 'iso'),
      document: document('{document}'),
      page: page('{page}'),
      document_date: dateIn('{date}', 'iso'),
    },
  },
  {
    ...base,
    id: 'contract-families',
    title: 'vehicles of a family (YAML)',
    source: 'contract-families',
    publisher: typist,
    shape: familyLines,
    coverage: 'window',
    requires: ['piid', '../family', 'document'],
    withholdWhen: 'family is null or piid is null or document is null',
    eventDate: null,
    problems: [],
    columns: {
      family: identifier('{../family}'),
      piid: identifier('{piid}'),
      agency_id: code('coalesce({agency}, {../agency})', 6),
      doubtful: `coalesce(lower({doubtful}) = 'true', false)`,
      document: document('{document}'),
      page: page('{page}'),
    },
  },
];
