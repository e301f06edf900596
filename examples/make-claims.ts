import { writeFile } from 'node:fs/promises';
import type { ExampleFacts, ListFacts } from './facts.ts';

/** The day that the invented sentences speak of, and the day that growth is counted from. */
const day = '2026-02-05';
const base = '2025-01-06';

function listOn(facts: ExampleFacts, asOf: string): ListFacts {
  const lists = facts.lists.filter((list) => list.status === 'participating' && list.asOf === asOf);
  const last = lists.at(-1);
  if (!last) throw new Error(`the examples have no list of ${asOf}`);
  return last;
}

/**
 * Writes six invented sentences about the example lists to `file`: two that hold, one that counts agreements for
 * agencies, growth between two lists, one of several numbers, and one that no record can settle.
 */
export async function makeClaims(file: string, facts: ExampleFacts): Promise<void> {
  const now = listOn(facts, day);
  const then = listOn(facts, base);
  const [florida, texas] = [now.byState['FL']?.agencies ?? 0, now.byState['TX']?.agencies ?? 0];
  const growth = Math.round((100 * (now.agencies - then.agencies)) / then.agencies / 10) * 10;
  const by = 'The Example Courier (invented)';
  await writeFile(
    file,
    `# Invented sentences about invented lists.
claims:
  - id: states
    sentence: Agencies in ${now.states} states were on the list of 5 February 2026.
    published: { by: ${by} }
    figure: agreements.states
    as_of: ${day}
    states: "${now.states}"

  - id: most-in-florida
    sentence: Florida alone had more than 50 agencies on the list of 5 February 2026.
    published: { by: ${by} }
    figure: agreements.agencies
    as_of: ${day}
    where: { state: FL }
    states: more than 50

  - id: agencies
    sentence: On 5 February 2026 the list had ${now.agreements} agencies.
    published: { by: ${by} }
    figure: agreements.agencies
    as_of: ${day}
    states: "${now.agreements}"

  - id: growth
    sentence: The number of agencies grew by ${growth + 40}% between 6 January 2025 and 5 February 2026.
    published: { by: ${by} }
    figure: agreements.agencies
    change: { from: ${base}, to: ${day}, in: percent }
    states: "${growth + 40}%"

  - id: two-states
    sentence: Florida has ${florida} agencies and Texas ${texas + 3}.
    published: { by: ${by} }
    figure: agreements.agencies
    as_of: ${day}
    parts:
      - { where: { state: FL }, states: "${florida}" }
      - { where: { state: TX }, states: "${texas + 3}" }

  - id: officers-trained
    sentence: More than 900 officers have been trained.
    published: { by: ${by} }
    states: more than 900
    settled_by: the training records of the publisher, which it does not release
`,
  );
}
