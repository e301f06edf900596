import { Hash } from '../../components/hash.tsx';
import { Link } from '../../components/link.tsx';
import { formatDate } from '../../format.ts';
import type { Here } from '../../page-kind.ts';
import type { EditionLink } from '../../site.ts';

/** Above this many a list of editions is folded away. */
const folded = 4;

/** Editions with date and hash, each leading to its page. */
export function EditionList(props: { here: Here; editions: readonly EditionLink[] }) {
  const { here, editions } = props;
  const list = (
    <ul class="plain-list">
      {editions.map((edition) => (
        <li>{here.say`${<Link href={here.to(edition.page)}>{edition.name}</Link>}, as of ${formatDate(edition.as_of, here.lang)} ${<Hash value={edition.sha256} />}`}</li>
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
