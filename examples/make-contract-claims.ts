import { writeFile } from 'node:fs/promises';
import type { ContractFacts } from './make-contracts.ts';

/**
 * Writes four invented sentences about the example contracts to `file`: a ceiling that holds, one that was true before
 * it was raised, one that quotes a ceiling as spending, and one that no record can settle.
 */
export async function makeContractClaims(file: string, facts: ContractFacts): Promise<void> {
  const by = 'The Example Courier (invented)';
  const millions = (amount: string) => Number(amount.replace(/\.\d+$/, '')) / 1_000_000;
  await writeFile(
    file,
    `# Invented sentences about invented contracts.
claims:
  - id: vehicle-ceiling
    sentence: The contract can cost up to ${millions(facts.ceilingLast)} million dollars.
    published: { by: ${by} }
    figure: contracts.ceiling
    where: { vehicle: ${facts.vehicle} }
    states: up to $${millions(facts.ceilingLast)} million

  - id: vehicle-ceiling-first
    sentence: The contract is capped at ${millions(facts.ceilingFirst)} million dollars.
    published: { by: ${by} }
    figure: contracts.ceiling
    where: { vehicle: ${facts.vehicle} }
    states: "$${millions(facts.ceilingFirst)} million"

  - id: vehicle-spending
    sentence: ${millions(facts.ceilingLast)} million dollars were spent under the contract.
    published: { by: ${by} }
    figure: contracts.obligations
    where: { vehicle: ${facts.vehicle} }
    states: "$${millions(facts.ceilingLast)} million"

  - id: cases-worked
    sentence: The companies worked 4,000 cases a month.
    published: { by: ${by} }
    states: "4,000"
    settled_by: the deliverables under the orders; contract actions do not count cases
`,
  );
}
