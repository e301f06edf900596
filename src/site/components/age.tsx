import { sayIn } from '../../language/say.ts';
import { formatDate, plural } from '../format.ts';
import { fill, type Lang, words } from '../words.ts';
import { Link } from './link.tsx';

/** The list that a value rests on: its date, where it is described, and days between it and the date asked for. */
export interface RestsOn {
  date: string;
  href?: string;
  /** 0 when the list is of the very date that was asked for. */
  daysOlder: number;
}

/** By when the next edition is to be expected; a script adds by how many days it is late now. */
export function Expected(props: { lang: Lang; next: string }) {
  const { lang, next } = props;
  const say = sayIn(lang);
  return (
    <time
      datetime={next}
      data-late={say`late by {days} days`}
      data-late-one={say`late by one day`}
    >{say`Next edition expected by ${formatDate(next, lang)}`}</time>
  );
}

/**
 * As-of date and the age of the list beneath it. Age is told against the as-of date, not against today: a page
 * has the same bytes on every day. A script adds how long ago that is now.
 */
export function Age(props: { lang: Lang; asOf: string; list?: RestsOn; next?: string | undefined }) {
  const { lang, asOf, list, next } = props;
  const w = words(lang);
  return (
    <p class="age">
      <time datetime={asOf} data-ago={lang}>
        {fill(w.asOf, { date: formatDate(asOf, lang) })}
      </time>
      {list === undefined ? null : (
        <>
          {'. '}
          <Link href={list.href}>{fill(w.restsOn, { date: formatDate(list.date, lang) })}</Link>
          {`, ${list.daysOlder === 0 ? w.sameDay : plural(list.daysOlder, w.daysOlder, lang)}.`}
        </>
      )}
      {next === undefined ? null : (
        <>
          {list === undefined ? '. ' : ' '}
          <Expected lang={lang} next={next} />
        </>
      )}
    </p>
  );
}
