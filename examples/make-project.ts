import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExampleFacts } from './facts.ts';
import { makeAgreements } from './make-agreements.ts';
import { makeClaims } from './make-claims.ts';
import { makeContractClaims } from './make-contract-claims.ts';
import { type ContractFacts, makeContracts } from './make-contracts.ts';
import { makeReference, type ReferenceFacts } from './make-reference.ts';
import { examplePolicy, makeSearches } from './make-searches.ts';

/** The sentence that every page of the example project carries. */
export const exampleNotice =
  'Invented example: no agency, agreement or figure on these pages is real. Only the names of states and counties are.';

const demoTitle = 'Agreements, contracts and searches of agencies that do not exist';

const config = `title: Agreements of agencies that do not exist
notice: "${exampleNotice}"
references:
  - invented-agencies.csv
`;

/**
 * Writes a project that is not built yet: `counterfoil.yaml`, the reference file, claims, and the example lists in
 * `released/`, ready for \`add\`.
 */
export async function makeExampleProject(
  folder: string,
): Promise<{ facts: ExampleFacts; reference: ReferenceFacts }> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'counterfoil.yaml'), config);
  const reference = await makeReference(join(folder, 'invented-agencies.csv'));
  const facts = await makeAgreements(join(folder, 'released'));
  await mkdir(join(folder, 'claims'), { recursive: true });
  await makeClaims(join(folder, 'claims', 'invented.yaml'), facts);
  return { facts, reference };
}

/**
 * The example project of the demo: the lists; in `released/contracts/` invented contracts with their claims; in
 * `released/searches/` the audit logs of two invented networks, and the policy of one of them.
 */
export async function makeDemoProject(
  folder: string,
): Promise<{ facts: ExampleFacts; reference: ReferenceFacts; contracts: ContractFacts }> {
  const made = await makeExampleProject(folder);
  await writeFile(
    join(folder, 'counterfoil.yaml'),
    `${config.replace(/^title: .*$/m, `title: ${demoTitle}`)}searches:\n  packs: [policy.yaml]\n`,
  );
  const contracts = await makeContracts(join(folder, 'released', 'contracts'));
  await makeContractClaims(join(folder, 'claims', 'invented-contracts.yaml'), contracts);
  makeSearches(join(folder, 'released', 'searches'));
  await writeFile(join(folder, 'policy.yaml'), examplePolicy);
  return { ...made, contracts };
}
