import { Link } from './link.tsx';

/** A feed in its two forms. `href` is its address without the ending. */
export function FeedLinks(props: { of: string; href: string }) {
  const { of, href } = props;
  return (
    <>
      {of} (<Link href={`${href}.atom`}>Atom</Link>, <Link href={`${href}.json`}>JSON Feed</Link>)
    </>
  );
}
