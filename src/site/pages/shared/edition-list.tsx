import { Hash } from '../../components/hash.tsx';
import { Link } from '../../components/link.tsx';
import { formatDate } from '../../format.ts';
import type { Here } from '../../page-kind.ts';
import type { EditionLink, Site } from '../../site.ts';

/** Above this many a list of editions is folded away. */
const folded = 4;

/** Editions with date, where something dates them, and hash, each leading to its page. */
export function EditionList(props: {
  here: Here;
  site: Pick<Site, 'byEdition'>;
  editions: readonly EditionLink[];
}) {
  const { here, site, editions } = props;
  const undated = ({ edition }: EditionLink) => site.byEdition.get(edition)?.asOfFrom === 'undated';
  const list = (
    <ul class="plain-list">
      {editions.map((edition) => (
        <li>
          {undated(edition)
            ? here.say`${<Link href={here.to(edition.page)}>{edition.name}</Link>}, undated ${<Hash value={edition.sha256} />}`
            : here.say`${<Link href={here.to(edition.page)}>{edition.name}</Link>}, as of ${formatDate(edition.as_of, here.lang)} ${<Hash value={edition.sha256} />}`}
        </li>
      ))}
    </ul>
  );
  if (editions.length <= folded) return list;
  return (
    <details>
      <summary>{here.say`${editions.length} editions with their hashes`}</summary>
      {list}
    </details>
  );
}
