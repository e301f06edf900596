import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckDb } from '../../src/engine/duckdb.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { sqlText } from '../../src/engine/sql-text.ts';
import {
  classSql,
  familySql,
  familyWordSql,
  flaggedSql,
  reasonRules,
} from '../../src/kinds/searches/reasons.ts';
import { familyWords } from '../../src/kinds/searches/words.ts';
import { readYaml } from '../../src/project/yaml-file.ts';
import { root } from '../support/root.ts';
import { describeWithShared } from '../support/shared-data.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckDb();
});
afterAll(() => engine.close());

async function read(
  reasons: readonly string[],
): Promise<{ class: string; family: string | null; words: string | null }[]> {
  const rows = await engine.query(
    `select ${classSql('t', 'f')} as class, ${familySql('w')} as family, cast(w as varchar) as words
from (select *, try_cast(${familyWordSql('t')} as ${familyWords.type}) as w, ${flaggedSql('t')} as f from (select n, lower(reason) as t from (values ${reasons.map((reason, index) => `(${index}, ${sqlText(reason)})`).join(', ')}) as given (n, reason))) order by n`,
  );
  return rows as unknown as { class: string; family: string | null; words: string | null }[];
}

describeWithShared('the labelled set', ['alpr', 'reasons-labelled.csv'], (path) => {
  it('misses no "yes", hits no "no", and keeps "unclear" apart', async () => {
    const rows = await engine.query(
      `select ${classSql('t', 'f')} as class, immigration as label, reason from (select *, ${flaggedSql('t')} as f from (select *, lower(reason) as t from read_csv(${sqlText(path)}, header = true, all_varchar = true)))`,
    );
    expect(rows).toHaveLength(202);
    const wrong = rows.filter(
      ({ class: found, label }) =>
        found !== { yes: 'immigration', unclear: 'department', no: 'other' }[label as string],
    );
    expect(wrong.map(({ class: found, label, reason }) => `${reason}: ${label}, read as ${found}`)).toEqual(
      [],
    );
  });
});

describe('stated reasons', () => {
  it('are read by rules that fit their schema', async () => {
    const rules = await readYaml<typeof reasonRules>(
      join(root, 'src', 'kinds', 'searches', 'data', 'reasons.yaml'),
      'reasons',
    );
    expect(rules).toEqual(reasonRules);
  });

  it('does not take goods, weather and parts of words for the agency', async () => {
    const traps = [
      'police hold',
      'service warrant',
      'ICE CREAM TRUCK THEFT',
      'black ice',
      'heroin',
      'zero',
      'aerosol',
      'accomplice',
      'vehice',
      'justice',
      'licence',
      'snow removal',
      'customs house burglary',
      'alien',
      'case 287',
      'border of county',
      'vice detail',
      'office detail',
      'stolen ice machine',
      'police assist',
      'real estate fraud',
    ];
    expect((await read(traps)).map((one) => one.class)).toEqual(traps.map(() => 'other'));
  });

  it('reads the agency in the ways in which it is typed', async () => {
    const stated = [
      'I.C.E. warrant',
      'ICE+ERO',
      'ice hold',
      'imigration',
      'immgration',
      'Immigration (criminal) - ',
      'Immigration (civil/administrative) - assist',
      '287(g)',
      '287g',
      'removal order',
      'ICE/ERO',
      'assist ICE',
      'immigration+',
    ];
    expect((await read(stated)).map((one) => one.class)).toEqual(stated.map(() => 'immigration'));
  });

  it('takes the number of a section as a whole number, and none out of a case number', async () => {
    const stated = [
      '484 pc',
      'PC 487',
      '10851',
      'pc 459',
      '20002a vc',
      '487a pc',
      '25-484123',
      '4876',
      '108512',
      'pc 4591',
    ];
    expect((await read(stated)).map((one) => one.family)).toEqual([
      'theft',
      'theft',
      'vehicle-theft',
      'burglary',
      'crash',
      'theft',
      null,
      null,
      null,
      null,
    ]);
  });

  it('keeps of a text only the beginning of a word that the rules know', async () => {
    const [found] = await read(['stolen vehicle 8ABC123 Jane Doe 555-0100 jane@example.org']);
    expect(found).toEqual({ class: 'other', family: 'vehicle-theft', words: 'stolen veh' });
  });
});
