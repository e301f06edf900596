import { spawnSync } from 'node:child_process';

/** What the summary shows of each list, and which question gives it. */
const questions: readonly { title: string; ask: readonly string[] }[] = [
  { title: 'agreements', ask: ['agreements.agreements'] },
  { title: 'agencies', ask: ['agreements.agencies'] },
  { title: 'states', ask: ['agreements.states'] },
  { title: 'territories', ask: ['agreements.territories'] },
  { title: 'jail enforcement', ask: ['agreements.agreements', '--where', 'model=jail-enforcement'] },
  { title: 'warrant service', ask: ['agreements.agreements', '--where', 'model=warrant-service'] },
  { title: 'task force', ask: ['agreements.agreements', '--where', 'model=task-force'] },
  { title: 'pending', ask: ['agreements.agreements', '--where', 'status=pending'] },
];

interface Shown {
  rows: { as_of: string; value: number | null }[];
}

/** The main figures on the date of each list, as a table for a person. Every number is an answer of the program. */
export function summaryByList(program: string, project: string): string {
  const dates = new Set<string>();
  const columns = questions.map(({ title, ask }) => {
    const args = [program, 'figure', ...ask, '--each-list', '--json', '--project', project];
    const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
    const values = new Map((JSON.parse(stdout) as Shown).rows.map((row) => [row.as_of, row.value]));
    for (const date of values.keys()) dates.add(date);
    return { title, values };
  });
  const widths = columns.map(({ title }) => Math.max(title.length, 6));
  const head = ['as of     ', ...columns.map(({ title }, index) => title.padStart(widths[index] as number))];
  const lines = [...dates]
    .sort()
    .map((date) =>
      [
        date,
        ...columns.map(({ values }, index) => shown(values.get(date)).padStart(widths[index] as number)),
      ].join('  '),
    );
  return [
    'Participating agencies, list by list ([x]: there was no such list yet)',
    head.join('  '),
    ...lines,
  ].join('\n');
}

function shown(value: number | null | undefined): string {
  return value === null || value === undefined ? '[x]' : value.toLocaleString('en-US');
}
