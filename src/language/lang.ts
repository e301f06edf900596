/** A language that pages can be written in: the project's `language`. */
export type Lang = 'en' | 'es';

/**
 * The locale of each language. Spanish is that of the United States: the numbers beside it (`1,234.50`) are then the
 * numbers of the records and of the sentences that quote them.
 */
export const locales: Readonly<Record<Lang, string>> = { en: 'en-US', es: 'es-US' };
