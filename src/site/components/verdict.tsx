import { raw } from 'hono/html';
import { el } from '../svg.ts';
import { type Lang, words } from '../words.ts';

/** What a check of a published sentence came to. */
export type VerdictWord = 'holds' | 'differs' | 'not-checkable';

const shapes: Record<VerdictWord, string> = {
  holds:
    el('circle', { cx: 8, cy: 8, r: 7, class: 'ground' }) +
    el('path', { d: 'M4.5 8.3l2.4 2.4 4.6-5', class: 'ink' }),
  differs:
    el('path', { d: 'M8 .5l7.5 7.5-7.5 7.5-7.5-7.5z', class: 'ground' }) +
    el('path', { d: 'M5 6.4h6M5 9.6h6M9.6 4.4l-3.2 7.2', class: 'ink' }),
  'not-checkable':
    el('rect', { x: 1, y: 1, width: 14, height: 14, class: 'ground open' }) +
    el('path', { d: 'M4.5 8h7', class: 'ink open' }),
};

/** A verdict as a word with a shape of its own: disc, diamond, open square. `why` follows where it says more. */
export function Verdict(props: { lang: Lang; verdict: VerdictWord; why?: string }) {
  const { lang, verdict, why } = props;
  const sign = el(
    'svg',
    { viewBox: '0 0 16 16', width: 16, height: 16, 'aria-hidden': 'true' },
    shapes[verdict],
  );
  return (
    <span class={`verdict ${verdict}`}>
      {raw(sign)} <b>{words(lang)[verdict]}</b>
      {why === undefined ? '' : <span class="why"> {why}</span>}
    </span>
  );
}
