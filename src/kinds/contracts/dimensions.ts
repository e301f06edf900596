import type { Dimension } from '../../figures/figure.ts';

/** What the figures of this kind can be filtered and grouped by. */

const code = (pattern: RegExp, title: string, says: string, sql: string): Dimension => ({
  sql,
  title,
  pattern,
  says,
});

export const vehicle: Dimension = {
  sql: 'vehicle_name',
  also: `case when vehicle_name <> 'individuals and sole proprietors' then vehicle end`,
  tells: 'both',
  title: 'Vehicle',
  pattern: /^([A-Z0-9][A-Z0-9./#& -]*(@[A-Z0-9?]{1,6})?|individuals and sole proprietors)$/,
  says: 'a PIID such as 70CDCR20D00000009, with @ and the agency where it is not unique',
};

export const award: Dimension = {
  sql: 'award_label',
  also: `case when award_label <> 'individuals and sole proprietors' then award end`,
  tells: 'both',
  title: 'Award',
  pattern: /^([A-Z0-9][A-Z0-9./#&@?: -]*|individuals and sole proprietors)$/,
  says: 'a PIID such as 70CDCR26FR0000014',
};

export const vendor: Dimension = {
  sql: 'vendor',
  also: 'vendor_name',
  tells: 'whose',
  title: 'Vendor',
  says: 'a UEI, a DUNS number, or the name as recorded',
};

export const family: Dimension = {
  sql: 'family',
  tells: 'both',
  title: 'Family of vehicles',
  pattern: /^[A-Z0-9][A-Z0-9./#& -]*$/,
  says: 'a solicitation such as 26-SOL-DCR-01',
};

export const fiscalYear = code(
  /^(19|20)\d{2}$/,
  'Fiscal year',
  'a fiscal year such as 2026 (October 2025 to September 2026)',
  'cast(fiscal_year as varchar)',
);
export const calendarYear = code(
  /^(19|20)\d{2}$/,
  'Calendar year',
  'a year such as 2026',
  'cast(calendar_year as varchar)',
);
export const month = code(/^\d{4}-\d{2}$/, 'Month', 'a month such as 2026-01', 'month');
export const agency: Dimension = {
  ...code(/^[A-Z0-9]{1,6}$/, 'Agency', 'an agency code such as 7012', 'agency_id'),
  tells: 'whose',
};
export const office: Dimension = {
  ...code(/^[A-Z0-9-]{1,10}$/, 'Contracting office', 'an office code such as 70CDCR', 'office_id'),
  tells: 'whose',
};

/** By code; where a source has only the words, by those. */
export const product: Dimension = {
  sql: 'coalesce(product_code, product_text)',
  tells: 'what for',
  title: 'Product or service',
  says: 'a product or service code such as R799, or its words where a source has no codes',
};
export const industry: Dimension = {
  sql: 'coalesce(industry_code, industry_text)',
  tells: 'what for',
  title: 'Industry',
  says: 'an industry code such as 561611, or its words where a source has no codes',
};

export const actionKind = code(
  /^([A-Z]{1,2}|base)$/,
  'Kind of action',
  'a code such as K (close out), C (funding) or "base"',
  `case when modification = '0' then 'base' else action_kind end`,
);

export const competition: Dimension = {
  sql: 'competition',
  title: 'Competition',
  values: ['competed', 'not-competed', 'not-stated'],
  says: 'competed, not-competed or not-stated',
};

export const level: Dimension = {
  sql: 'level',
  title: 'Level',
  values: ['vehicle', 'order', 'contract'],
  says: 'vehicle, order or contract (one that stands alone)',
};
