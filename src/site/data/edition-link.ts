import type { EditionNote } from '../../figures/answer.ts';
import { file, paths } from '../paths.ts';
import type { EditionLink } from '../site.ts';

/** An edition with the address of its page, from the root. */
export function editionLink(note: EditionNote): EditionLink {
  return { ...note, page: file(paths.edition(note.edition)) };
}
