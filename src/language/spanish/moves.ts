import type { Messages } from '../say.ts';

/** Spanish of what moves: dated copies, expected editions, corrections, feeds. */
export const moves: Messages = {
  'Next edition expected by {1}': 'Próxima edición prevista para el {1}',
  'late by {days} days': 'con {days} días de retraso',
  'late by one day': 'con un día de retraso',
  'The earlier verdict had been published since {1}.': 'El veredicto anterior estaba publicado desde el {1}.',
  'A correction stays on this page. Three causes are kept apart: the publisher changed its records, we revised a definition, we were wrong.':
    'Una corrección permanece en esta página. Se distinguen tres causas: la fuente cambió sus registros, revisamos una definición, nos equivocamos.',
  '“{1}”: the verdict was {2} and is {3}. {4}{5}': '«{1}»: el veredicto era {2} y es {3}. {4}{5}',
  ' ({1}, now {2})': ' ({1}, ahora {2})',
  'The records that it rests on have changed; the earlier verdict was right on those of its day.':
    'Los registros en que se apoya han cambiado; el veredicto anterior era correcto con los de su día.',
  'The records are the same; a definition or a rule of ours has been revised.':
    'Los registros son los mismos; se ha revisado una definición o una regla nuestra.',
  'The records are the same; the earlier verdict was wrong, and that was our mistake.':
    'Los registros son los mismos; el veredicto anterior estaba equivocado, y el error fue nuestro.',
  'The claim was entered otherwise than before.': 'La afirmación se introdujo de otro modo que antes.',
  'Cite this page': 'Citar esta página',
  'Pages change when records do. Each publication is kept whole, with checksums, under an address with its date: {1}.':
    'Las páginas cambian cuando cambian los registros. Cada publicación se conserva entera, con sumas de comprobación, en una dirección con su fecha: {1}.',
  'dated copies': 'copias fechadas',
  'Dated copies': 'Copias fechadas',
  'Every publication of this site, kept whole under an address with its date.':
    'Cada publicación de este sitio, conservada entera en una dirección con su fecha.',
  'Every publication of this site is kept whole under an address with its date, so that what is quoted from it can still be read when the records have moved on.':
    'Cada publicación de este sitio se conserva entera en una dirección con su fecha, para que lo citado pueda leerse aunque los registros hayan cambiado.',
  'Publishing again without a change makes no new copy.': 'Publicar de nuevo sin cambios no crea otra copia.',
  'Each copy has the checksums of all its files (SHA256SUMS, to be checked with “sha256sum -c SHA256SUMS”) and names the copy before it with its checksum.':
    'Cada copia tiene las sumas de todos sus archivos (SHA256SUMS, se comprueban con «sha256sum -c SHA256SUMS») y nombra la copia anterior con su suma.',
  'A copy stays when a file is later taken out of the project. Where a file should never have been published, the copies that hold it are withdrawn: a note and the checksum stay.':
    'Una copia permanece aunque después se retire un archivo del proyecto. Si un archivo no debió publicarse nunca, las copias que lo contienen se retiran: quedan una nota y la suma.',
  'Which copies there are is kept with the records; each is checked by its own checksums.':
    'La lista de copias se guarda con los registros; cada una se comprueba con sus propias sumas.',
  'There is no copy yet: "publish" makes one.': 'Aún no hay copias: «publish» crea una.',
  'Dated copies, the newest first': 'Copias fechadas, la más reciente primero',
  Copy: 'Copia',
  Bytes: 'Bytes',
  'Editions taken out since': 'Ediciones retiradas desde entonces',
  'SHA-256 of its checksums': 'SHA-256 de sus sumas',
  'withdrawn on {1}': 'retirada el {1}',
  'held here': 'se guarda aquí',
  'not held here': 'no se guarda aquí',
  'Copy of {1}': 'Copia de {1}',
  'A copy is never changed. What came after it is told on this page alone.':
    'Una copia no cambia nunca. Lo que vino después se dice solo en esta página.',
  'These pages are a copy of the whole site as it was published on {1}. Each page keeps its address below this one.':
    'Estas páginas son una copia de todo el sitio tal como se publicó el {1}. Cada página conserva su dirección bajo esta.',
  'Before it: {1}': 'Antes: {1}',
  'Before it: none, it is the first.': 'Antes: ninguna, es la primera.',
  'After it: {1}': 'Después: {1}',
  'After it: none, it is the latest.': 'Después: ninguna, es la última.',
  'All copies: {1}': 'Todas las copias: {1}',
  'the list': 'la lista',
  'Checksums: {1}, {2}': 'Sumas: {1}, {2}',
  'Editions that this copy was made from and that have been taken out of the project since: {1}.':
    'Ediciones con que se hizo esta copia y que se han retirado después del proyecto: {1}.',
  'Copy of {1}, withdrawn': 'Copia de {1}, retirada',
  'The name of a withdrawn copy is not given to another.': 'El nombre de una copia retirada no se da a otra.',
  Withdrawn: 'Retirada',
  'The copy of {1} held a file that should not have been published. Its pages were taken away on {2}.':
    'La copia de {1} contenía un archivo que no debió publicarse. Sus páginas se retiraron el {2}.',
  'SHA-256 of its checksums: {1}. {2} are listed.': 'SHA-256 de sus sumas: {1}. Hay una lista de {2}.',
  'The other copies': 'las demás copias',
};
