import { sayIn } from '../../language/say.ts';
import { formatBytes, plural } from '../format.ts';
import { type Lang, words } from '../words.ts';
import { Link } from './link.tsx';

/** A file with its form, what it is good for, its rows where it has some, and its size. */
export interface DataFile {
  label: string;
  says: string;
  href: string;
  rows?: number;
  bytes: number;
  /** Name under which a browser keeps it. */
  save?: string;
}

/** Files to take along, each with rows and size. `png` is the drawing that a script can paint. */
export function DataFiles(props: {
  lang: Lang;
  files: readonly DataFile[];
  png?: { href: string; name: string };
}) {
  const { lang } = props;
  const w = words(lang);
  const say = sayIn(lang);
  return (
    <ul class="data-files">
      {props.files.map((file) => (
        <li>
          <Link href={file.href} download={file.save}>
            {file.label}
          </Link>
          <span class="unit">
            {' '}
            {file.rows === undefined ? '' : `${plural(file.rows, w.rowsShown, lang)}, `}
            {formatBytes(file.bytes, lang)}
          </span>
          <span class="says">{file.says}</span>
        </li>
      ))}
      {props.png === undefined ? null : (
        <li data-png={props.png.href} data-png-name={props.png.name} data-png-label="PNG" hidden>
          <span class="says">{say`painted by this browser from the SVG, at twice its size`}</span>
        </li>
      )}
    </ul>
  );
}
