import { el } from '../svg.ts';

/** The icon in the browser's tab: a slip with its stub, torn along a dotted line. */
export function icon(): string {
  const slip = el('rect', { x: 1, y: 3, width: 14, height: 10, fill: '#0a5ba3' });
  const tear = el('path', {
    d: 'M6 3v10',
    stroke: '#fff',
    'stroke-width': '1.5',
    'stroke-dasharray': '1.5 1',
  });
  return el('svg', { xmlns: 'http://www.w3.org/2000/svg', viewBox: '0 0 16 16' }, slip, tear);
}
