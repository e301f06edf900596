import { type Lang, words } from '../words.ts';
import { Link } from './link.tsx';

/** A step of the way to a page; the last has no address. */
export interface Crumb {
  label: string;
  href?: string;
}

/** The way from the home page to this one. */
export function Breadcrumbs(props: { lang: Lang; items: Crumb[] }) {
  return (
    <nav class="crumbs" aria-label={words(props.lang).breadcrumbs}>
      <ol>
        {props.items.map((item) => (
          <li>
            {item.href === undefined ? (
              <span aria-current="page">{item.label}</span>
            ) : (
              <Link href={item.href}>{item.label}</Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
