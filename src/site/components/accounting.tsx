import { formatNumber } from '../format.ts';
import { fill, type Lang, words } from '../words.ts';
import { Table } from './table.tsx';

/** What became of every record of one edition. */
export interface AccountingProps {
  lang: Lang;
  id: string;
  caption: string;
  /** By a count of its own, not the sum of the others. */
  inFile: number;
  kept: number;
  withheld: number;
  rejected: number;
  /** Blank lines, and lines that repeat the header. */
  blank: number;
  /** Where the rejected rows are listed. */
  rejects?: string;
}

/** Records in the file = kept + withheld + rejected + blank or header; says plainly when they do not add up. */
export function Accounting(props: AccountingProps) {
  const { lang, id, caption, inFile, kept, withheld, rejected, blank } = props;
  const w = words(lang);
  const difference = inFile - kept - withheld - rejected - blank;
  const say = { difference: formatNumber(difference, lang), inFile: formatNumber(inFile, lang) };
  const rows = [
    [w.kept, kept],
    [w.withheld, withheld],
    [w.rejected, { value: rejected, href: rejected > 0 ? props.rejects : undefined }],
    [w.blank, blank],
    [w.inFile, inFile],
  ];
  return (
    <div class="accounting">
      <Table
        lang={lang}
        id={id}
        caption={caption}
        rows={rows}
        columns={[{ label: w.disposition, kind: 'text' }, { label: w.records }]}
      />
      <p class={difference === 0 ? 'note' : 'note alert'}>
        {difference === 0 ? w.closes : fill(w.opens, say)}
      </p>
    </div>
  );
}
