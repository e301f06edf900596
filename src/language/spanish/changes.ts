import type { Messages } from '../say-with.ts';

/** What two downloads differ in. */
export const changes: Messages = {
  'Between the editions of {1} and {2}{3}:': 'Entre las ediciones del {1} y del {2}{3}:',
  '{1} appeared{2}.': 'Nuevas: {1}{2}.',
  '{1} of those is dated on or before {2}{3}: the earlier edition did not show it.':
    'De ellas, {1} está fechada el {2} o antes{3}: la edición anterior no la mostraba.',
  '{1} of those are dated on or before {2}{3}: the earlier edition did not show them.':
    'De ellas, {1} están fechadas el {2} o antes{3}: la edición anterior no las mostraba.',
  '{1} vanished{2}.': 'Desaparecidas: {1}{2}.',
  ' (from {1} to {2})': ' (de {1} a {2})',
  '{1} was altered{2}.': 'Modificadas: {1}{2}.',
  '{1} were altered{2}.': 'Modificadas: {1}{2}.',
  '{1} was re-labelled: the same under another spelling.': 'Renombradas: {1}, la misma con otra grafía.',
  '{1} were re-labelled: the same under another spelling.': 'Renombradas: {1}, las mismas con otra grafía.',
  '{1} is the same in both.': 'Iguales en ambas: {1}.',
  '{1} are the same in both.': 'Iguales en ambas: {1}.',
  'Together that moves the total by {1}.': 'En conjunto, eso mueve el total en {1}.',
  'A publisher may correct, re-date or withdraw an entry for many reasons; the record does not give one.':
    'Un editor puede corregir, volver a fechar o retirar una entrada por muchas razones; el registro no da ninguna.',
  'Changes between audit logs of one network': 'Cambios entre registros de auditoría de una misma red',
  'What differs between a log and the one before it of the same network and kind (a portal, an own log, a network’s log), of each log as a whole: its rows, the months it covers, and columns that came, went, or were masked or unmasked.':
    'Lo que difiere entre un registro y el anterior de la misma red y clase (un portal, un registro propio, el registro de una red), de cada registro en conjunto: sus filas, los meses que abarca y las columnas que llegaron, se fueron o se enmascararon o desenmascararon.',
  'What of the log': 'Qué del registro',
  'rows, months, or a column such as reason': 'rows, months o una columna como reason',
  'Logs add to one another: a log with fewer rows may cover another stretch of time.':
    'Los registros se suman unos a otros: uno con menos filas puede abarcar otro periodo.',
  'It compares logs as wholes, never rows; what a masked column held is not known.':
    'Compara registros en conjunto, nunca filas; no se sabe qué contenía una columna enmascarada.',
  'Only logs whose holder is known are compared; it is shown to who holds the records, and does not leave.':
    'Solo se comparan registros cuyo titular se conoce; se muestra a quien guarda los registros y no sale.',
  Appeared: 'Nueva',
  Vanished: 'Desaparecida',
  'Missing from the latest edition alone': 'Falta solo en la edición más reciente',
  Altered: 'Modificada',
  'Re-labelled': 'Renombrada',
  'Came again': 'Reaparecida',
  'First edition': 'Primera edición',
  'New edition': 'Edición nueva',
  'Given again, byte for byte': 'Entregada de nuevo, byte por byte',
  'One may be missing before it': 'Puede faltar una antes',
  'the file as a whole': 'el archivo completo',
  'Changed entries': 'Entradas cambiadas',
  'Entries that differ between an edition and the one before it of the same source and period, over all editions: an entry counts once a kind of change, however many of its columns were altered.':
    'Entradas que difieren entre una edición y la anterior de la misma fuente y periodo, en todas las ediciones: una entrada cuenta una vez por tipo de cambio, sean cuantas sean las columnas modificadas.',
  change: 'cambio',
  changes: 'cambios',
  'It counts what the publisher changed between the editions at hand. What happened between two of them and was undone again is not seen.':
    'Cuenta lo que el editor cambió entre las ediciones disponibles. Lo que ocurrió entre dos de ellas y se deshizo no se ve.',
  'An entry that is missing from the latest edition alone is unconfirmed; it is vanished when a later edition does not have it either.':
    'Una entrada que falta solo en la edición más reciente está sin confirmar; ha desaparecido cuando una edición posterior tampoco la tiene.',
  'Editions that add to one another, and the logs of networks, are not compared row by row.':
    'Las ediciones que se suman unas a otras y los registros de las redes no se comparan fila por fila.',
  'Kind of change': 'Tipo de cambio',
  'a kind of change': 'un tipo de cambio',
  'a source, as status shows it': 'una fuente, tal como la muestra status',
  'Kind of record': 'Tipo de registro',
  'a kind of record': 'un tipo de registro',
  'Date of the edition that shows it': 'Fecha de la edición que lo muestra',
  'a date such as 2026-01-26': 'una fecha como 2026-01-26',
  'the id of an organisation': 'el identificador de una organización',
  'What was altered': 'Qué se modificó',
  'the title of a column that is compared': 'el título de una columna que se compara',
  'Editions that came, came again or may be missing':
    'Ediciones que llegaron, llegaron de nuevo o pueden faltar',
  'What happened to editions as a whole: the first of a source and period, each new one, each that was given again byte for byte, and each before which more than twice the usual time passed.':
    'Lo que ocurrió con las ediciones completas: la primera de una fuente y periodo, cada una nueva, cada una entregada de nuevo byte por byte y cada una antes de la cual pasó más del doble del tiempo habitual.',
  'event of an edition': 'suceso de una edición',
  'events of editions': 'sucesos de ediciones',
  'A gap says that an edition may be missing here, or that none was published; the record does not say which.':
    'Un hueco dice que aquí puede faltar una edición o que no se publicó ninguna; el registro no dice cuál de las dos cosas.',
  'The usual time is the median of the last ten gaps between editions of the source.':
    'El tiempo habitual es la mediana de los últimos diez intervalos entre ediciones de la fuente.',
  'An edition given again several times counts once.':
    'Una edición entregada de nuevo varias veces cuenta una vez.',
  'What happened': 'Qué ocurrió',
  'what happened to an edition': 'qué ocurrió con una edición',
  'action date': 'fecha de la acción',
  amount: 'monto',
};
