import { formatBytes, plural } from '../format.ts';
import { type Lang, words } from '../words.ts';
import { Link } from './link.tsx';

/** A file with what is on screen: its kind ("CSV"), and rows and size where they are known. */
export interface Download {
  label: string;
  href: string;
  rows?: number;
  bytes?: number;
}

/** Links to the same numbers as data. */
export function Downloads(props: { lang: Lang; files: Download[] }) {
  const { lang, files } = props;
  const w = words(lang);
  if (files.length === 0) return null;
  return (
    <p class="downloads">
      <span>{w.download}: </span>
      {files.map((file, i) => {
        const rows = file.rows === undefined ? [] : [plural(file.rows, w.rowsShown, lang)];
        const size = file.bytes === undefined ? [] : [formatBytes(file.bytes, lang)];
        const facts = [...rows, ...size].join(', ');
        return (
          <>
            {i > 0 ? ' · ' : ''}
            <Link href={file.href}>{file.label}</Link>
            {facts === '' ? '' : ` (${facts})`}
          </>
        );
      })}
    </p>
  );
}
