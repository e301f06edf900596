import { fill, type Lang, words } from '../words.ts';
import { Link } from './link.tsx';

/** The way to the page before and the page after. Nothing where there is one page. */
export function Pager(props: { lang: Lang; page: number; pages: number; previous?: string; next?: string }) {
  const { lang, page, pages, previous, next } = props;
  const w = words(lang);
  if (pages <= 1) return null;
  return (
    <nav class="pager" aria-label={w.pages}>
      {previous === undefined ? null : (
        <Link href={previous} rel="prev">
          {w.previous}
        </Link>
      )}
      <span>{fill(w.pageOf, { page, pages })}</span>
      {next === undefined ? null : (
        <Link href={next} rel="next">
          {w.next}
        </Link>
      )}
    </nav>
  );
}
