import { changesKind } from '../changes/kind.ts';
import { createRegistry, type Kind, type Registry } from '../figures/kind.ts';
import { linkModels } from '../links/models.ts';
import { shippedModels } from '../reference/models.ts';
import { agreements } from './agreements/kind.ts';
import { contracts } from './contracts/kind.ts';
import { reference } from './reference/kind.ts';
import { searches } from './searches/kind.ts';

const kinds: readonly Kind[] = [agreements, contracts, searches, reference];

/** Every kind that the program knows. The one place to add one. */
export const registry: Registry = createRegistry(
  [...kinds, changesKind(kinds)],
  [...shippedModels(), ...linkModels()],
);
