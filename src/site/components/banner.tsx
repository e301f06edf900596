import type { Child } from 'hono/jsx';
import { type Lang, words } from '../words.ts';

/** One line above everything, for what holds for the whole page: "Invented example data". */
export function Banner(props: { lang: Lang; children?: Child }) {
  return (
    <aside class="banner" aria-label={words(props.lang).notice}>
      <p>{props.children}</p>
    </aside>
  );
}
