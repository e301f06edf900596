import type { SqlValue } from './engine.ts';

/**
 * One value as the protocol gives it, as the Engine interface says it: counts as numbers, decimals as their text, dates
 * and times as ISO text without zeros that say nothing.
 */
export function trinoValue(value: unknown, type: string): SqlValue {
  if (value === null || value === undefined) return null;
  const inner = /^array\((.*)\)$/.exec(type)?.[1];
  if (inner !== undefined && Array.isArray(value)) return value.map((item) => trinoValue(item, inner));
  if (type.startsWith('timestamp') && typeof value === 'string')
    return value.replace(/\.(\d*?)0+$/, (_all, digits) => (digits === '' ? '' : `.${digits}`));
  return value as SqlValue;
}

/**
 * Reads a page of the protocol. A whole number that a JavaScript number cannot hold stays text, as its digits stand in
 * the page; JSON.parse alone would round it.
 */
export function parsePage(text: unknown): unknown {
  if (typeof text !== 'string' || text === '') return text;
  try {
    return JSON.parse(text, ((_key: string, value: unknown, context: { source?: string }) =>
      typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(context?.source ?? '')
        ? context.source
        : value) as never);
  } catch {
    return text;
  }
}
