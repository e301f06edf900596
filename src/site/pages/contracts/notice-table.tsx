import { Table } from '../../components/table.tsx';
import { formatDate, formatMoney } from '../../format.ts';
import type { Here } from '../../page-kind.ts';
import { placeCell } from './source-cell.ts';
import type { VehicleData } from './vehicle-data.ts';

/** Versions of a solicitation, with what each changed from the one before. */
export function NoticeTable(props: { here: Here; notices: VehicleData['notices'] }) {
  const { here, notices } = props;
  if (notices.length === 0) return null;
  return (
    <section aria-labelledby="notices">
      <h2 id="notices">{here.say`Notices and versions of the solicitation`}</h2>
      <Table
        lang={here.lang}
        id="notices-table"
        caption={here.say`Versions, and what each changed`}
        columns={[
          { label: here.say`Posted`, kind: 'date' },
          { label: here.say`Version`, kind: 'text' },
          { label: here.say`Minimum a vehicle`, kind: 'money' },
          { label: here.say`Maximum a vehicle`, kind: 'money' },
          { label: here.say`Changed from the version before`, kind: 'text', long: true },
          { label: here.say`Row`, kind: 'text', long: true },
        ]}
        rows={notices.map((notice) => [
          notice.day,
          notice.version ?? notice.notice_type ?? '',
          notice.minimum ?? { value: null, status: 'x' },
          notice.maximum ?? { value: null, status: 'x' },
          changed(notice, here),
          placeCell(here, notice.file_place),
        ])}
        note={
          notices.some((notice) => notice.secondary)
            ? here.say`Typed in from a secondary source; each line names its document in the file.`
            : undefined
        }
      />
    </section>
  );
}

/** What a version says differently, where both say it. */
export function changed(notice: VehicleData['notices'][number], here: Here): string {
  const money = (amount: string) => formatMoney(amount, here.lang);
  const parts: string[] = [];
  const differ = (before: string | null, now: string | null) =>
    before !== null && now !== null && before !== now;
  if (differ(notice.minimum_before, notice.minimum))
    parts.push(
      here.say`minimum from ${money(notice.minimum_before as string)} to ${money(notice.minimum as string)}`,
    );
  if (differ(notice.maximum_before, notice.maximum))
    parts.push(
      here.say`maximum from ${money(notice.maximum_before as string)} to ${money(notice.maximum as string)}`,
    );
  if (differ(notice.industry_before, notice.industry))
    parts.push(here.say`industry code from ${notice.industry_before ?? ''} to ${notice.industry ?? ''}`);
  if (differ(notice.due_before, notice.due))
    parts.push(
      here.say`offers due ${formatDate(notice.due as string, here.lang)} instead of ${formatDate(notice.due_before as string, here.lang)}`,
    );
  if (parts.length > 0) return parts.join('; ');
  return notice.place === 1 ? here.say`the first version at hand` : here.say`nothing that these columns show`;
}

/** Facts that no column of the releases has, each with its document. */
export function TermTable(props: { here: Here; terms: VehicleData['terms'] }) {
  const { here, terms } = props;
  if (terms.length === 0) return null;
  return (
    <section aria-labelledby="terms">
      <h2 id="terms">{here.say`Terms`}</h2>
      <Table
        lang={here.lang}
        id="terms-table"
        caption={here.say`Terms that no column has, with their documents`}
        columns={[
          { label: here.say`Term`, kind: 'text' },
          { label: here.say`Amount`, kind: 'money' },
          { label: here.say`From`, kind: 'date' },
          { label: here.say`Document`, kind: 'text', long: true },
          { label: here.say`Row`, kind: 'text', long: true },
        ]}
        rows={terms.map((term) => [
          here.say(term.term.replaceAll('-', ' ')),
          term.amount,
          term.day,
          `${term.document ?? here.say`not stated`}${term.page === null ? '' : here.say`, page ${term.page}`}`,
          placeCell(here, term.file_place),
        ])}
      />
    </section>
  );
}
