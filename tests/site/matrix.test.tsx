import { expect, test } from 'vitest';
import { Matrix } from '../../src/site/components/matrix.tsx';

const sides = ['a', 'b'].map((key) => ({ key, label: key.toUpperCase() }));

function html(cell: (row: string, column: string) => number | null | undefined): string {
  return String(
    <Matrix
      lang="en"
      id="m"
      message="Message"
      measure="Measure"
      sides={{ rows: 'From', columns: 'To' }}
      rows={sides}
      columns={sides}
      cell={(row, column) => {
        const value = cell(row, column);
        return value === null ? { value: 4321, status: 'c' } : value;
      }}
      classes={{ breaks: [1, 10] }}
      unit="things"
    />,
  );
}

test('a hidden pair says so and gives nothing away; a pair that cannot be is not applicable, a zero stays a zero', () => {
  const page = html((row, column) => (row === column ? undefined : row === 'a' ? null : 0));
  expect(page).toContain('<td class="number cell kx">[c]</td>');
  expect(page).not.toMatch(/4,?321/);
  expect(page.match(/class="number cell kz">\[z\]/g)).toHaveLength(2);
  expect(page).toContain('<td class="number cell k0">0</td>');
  expect(page).toContain('<b>[c]</b> hidden');
  expect(page).toContain('<b>[z]</b> not applicable');
});

test('a shade follows the class of the value', () => {
  expect(html((row, column) => (row === 'a' ? (column === 'a' ? 9 : 10) : 0))).toMatch(
    /cell k1">9<.*cell k2">10</,
  );
});
