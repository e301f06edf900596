import { verdictHistory } from '../../../build/verdict-history.ts';
import type { Verdict } from '../../../claims/verdict.ts';
import { leavingEvidence } from '../../../publication/leaving-rows.ts';
import { pageOf } from '../cursor.ts';
import type { Holdings } from '../holdings.ts';
import { missing, refuseClosed } from '../missing.ts';
import { paging } from '../parameters.ts';
import type { Ask, Parameter, Route } from '../route.ts';
import { listOf, schema } from '../schemas/all.ts';
import { position } from './figures.ts';

const claimId: Parameter = {
  name: 'id',
  in: 'path',
  says: 'The id of the claim.',
  schema: { type: 'string', maxLength: 120, pattern: '^[A-Za-z0-9._-]+$' },
  example: 'agencies',
};
const word: Parameter = {
  name: 'verdict',
  in: 'query',
  says: 'Only claims with this verdict.',
  schema: { type: 'string', enum: ['holds', 'differs', 'not checkable'] },
};

const list: Route = {
  method: 'get',
  path: '/claims',
  id: 'listClaims',
  summary: 'Every claim with its verdict',
  says: 'A verdict is given on the reading that the words call for; no other reading ever changes it.',
  parameters: [word, ...paging],
  answer: listOf('ClaimSummary'),
  refuses: [410],
  example: '/claims',
  handle: (ask, holdings) =>
    pageOf(
      holdings.verdicts
        .filter(({ verdict }) => (ask.one('verdict') ?? verdict) === verdict)
        .map(({ id, claim, verdict, why, figure, says }) => ({
          id,
          sentence: claim.sentence,
          published: claim.published,
          figure,
          verdict,
          why,
          says,
        })),
      position(ask, holdings),
      ask.list,
      holdings.build,
    ),
};

const one: Route = {
  method: 'get',
  path: '/claims/{id}',
  id: 'claimVerdict',
  summary: 'The verdict on a claim, with the readings tried',
  says: 'The same document as one of "counterfoil verify --json".',
  parameters: [claimId],
  answer: schema('Verdict'),
  refuses: [404],
  example: '/claims/agencies',
  handle: (ask, holdings) => withoutPlace(verdictCalled(ask, holdings)),
};

const history: Route = {
  method: 'get',
  path: '/claims/{id}/history',
  id: 'claimHistory',
  summary: 'What the sentence would be worth on each list',
  says: 'The claim is tried on every edition of its main source in turn. That changes no verdict.',
  parameters: [claimId],
  answer: schema('ClaimHistory'),
  refuses: [403, 404],
  example: '/claims/agencies/history',
  handle(ask, holdings) {
    const { claim, figure } = verdictCalled(ask, holdings);
    if (figure !== null) refuseClosed(holdings, figure);
    return holdings.queue.run(() =>
      verdictHistory(
        holdings.bench,
        holdings.registry,
        claim,
        leavingEvidence(holdings.bench, holdings.registry),
      ),
    );
  },
};

/** Claims, verdicts, and how verdicts would have moved. */
export const claimRoutes: readonly Route[] = [list, one, history];

/** Where a claim stands in a file of the project is nothing for others. */
export function withoutPlace(verdict: Verdict): Verdict {
  const { place: _place, ...claim } = verdict.claim;
  return { ...verdict, claim };
}

function verdictCalled(ask: Ask, { verdicts }: Holdings): Verdict {
  const id = ask.path['id'] ?? '';
  const found = verdicts.find((verdict) => verdict.id === id);
  if (found) return found;
  throw missing(
    'claim',
    id,
    verdicts.map((verdict) => verdict.id),
  );
}
