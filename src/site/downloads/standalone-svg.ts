import { wrap } from '../charts/labels.ts';
import { el, text } from '../svg.ts';

/** What stands around a drawing that has left its page. */
export interface Surround {
  /** The plain message. */
  message: string;
  /** Measure, place, period. */
  measure: string;
  /** Where it comes from, at the foot. */
  source: string;
}

const edge = 16;

/**
 * A drawing as a file of its own: titles above, source beneath, on white, with the few rules of the stylesheet that
 * it needs written out in plain colours. Nothing is fetched, no variable is left, no script is in it.
 */
export function standaloneSvg(drawing: string, { message, measure, source }: Surround): string {
  const [, width = '720', height = '360'] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(drawing) ?? [];
  const inner = Number(width);
  const heads = wrap(message, inner, 17);
  const sub = wrap(measure, inner, 12);
  const foot = wrap(source, inner, 11);
  const top = edge + heads.length * 22 + sub.length * 16 + 10;
  const size = { width: inner + 2 * edge, height: top + Number(height) + 12 + foot.length * 15 + edge };
  const placed = drawing.replace('<svg ', `<svg x="${edge}" y="${top}" `);
  return `${el(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${size.width} ${size.height}`, ...size },
    el('style', {}, rules),
    el('rect', { ...size, fill: '#fff' }),
    ...heads.map((line, i) => text(edge, edge + 14 + i * 22, line, { class: 'head' })),
    ...sub.map((line, i) => text(edge, edge + heads.length * 22 + 10 + i * 16, line, { class: 'tick' })),
    placed,
    ...foot.map((line, i) => text(edge, top + Number(height) + 22 + i * 15, line, { class: 'foot' })),
  )}\n`;
}

const series = [
  ['#0a5ba3', ''],
  ['#b9480a', '7 3'],
  ['#00745a', '2 2.5'],
  ['#8a3f96', '9 3 2 3'],
  ['#6d5c00', '13 4'],
  ['#5b646d', '4 6'],
] as const;

/** The light palette of `style/tokens.css` on the shapes of `style/drawings.css`; a test holds the two together. */
const rules = [
  'text{font:12px system-ui,"Segoe UI",Roboto,"Liberation Sans",Arial,sans-serif;fill:#1a1f24}',
  'text.head{font-size:17px;font-weight:700}',
  'text.tick{fill:#505a64}text.foot{font-size:11px;fill:#505a64}',
  '.label.end,.label.strong{font-weight:600}',
  '.grid{stroke:#e4e8ec}.axis{stroke:#8b97a2}.leader{fill:none;stroke:#8b97a2;stroke-width:.75}',
  '.line{fill:none;stroke-width:2.25;stroke-linejoin:round}.heavy .line{stroke-width:3}',
  ...series.map(
    ([colour, dashes], i) =>
      `.s${i + 1} .line{stroke:${colour}${dashes === '' ? '' : `;stroke-dasharray:${dashes}`}}` +
      `.s${i + 1} .dot,.s${i + 1} .bar{fill:${colour}}.lines .s${i + 1} .label,.lines text.s${i + 1}{fill:${colour}}`,
  ),
  'svg.s1 .bar{fill:#0a5ba3}a{fill:inherit}',
].join('');
