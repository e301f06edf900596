import type { Messages } from '../say-with.ts';

/** Pages of searches: released tables, and how counts are hidden. */
export const searchesPages: Messages = {
  'Searches of plate-reader networks': 'Búsquedas en redes de lectores de placas',
  'No calendar month has been released yet.': 'Aún no se ha divulgado ningún mes natural.',
  'Who searches, and for which stated reasons': 'Quién busca, y por qué motivos declarados',
  'How counts are hidden': 'Cómo se ocultan los recuentos',
  'Which counts of searches leave, which are hidden, and why.':
    'Qué recuentos de búsquedas salen, cuáles se ocultan y por qué.',
  'How counts of searches are hidden': 'Cómo se ocultan los recuentos de búsquedas',
  'A small count next to the name of an organisation can point at one search, and so at a person. So only these tables leave, with small counts hidden.':
    'Un recuento pequeño junto al nombre de una organización puede señalar una búsqueda, y con ella a una persona. Por eso solo salen estas tablas, con los recuentos pequeños ocultos.',
  'What leaves': 'Qué sale',
  'Only calendar months that are over, and that the logs cover to their end. No other grouping can be asked for: not here, and not in the data files.':
    'Solo meses naturales terminados y que los registros cubren hasta el final. No se puede pedir ninguna otra agrupación: ni aquí ni en los archivos de datos.',
  'What the marks say': 'Qué dicen las marcas',
  'The count is from 1 to 9, or it is larger and is hidden so that one from 1 to 9 cannot be worked out from the counts around it. A hidden count leaves at least ten possible values.':
    'El recuento es de 1 a 9, o es mayor y se oculta para que uno de 1 a 9 no se pueda deducir de los recuentos que lo rodean. Un recuento oculto deja al menos diez valores posibles.',
  'The log does not say: in none of these searches could the reason be read. It is not zero.':
    'El registro no lo dice: en ninguna de estas búsquedas se pudo leer el motivo. No es cero.',
  'There was none, and it could be read.': 'No hubo ninguna, y se podía leer.',
  'How hidden counts are chosen': 'Cómo se eligen los recuentos ocultos',
  'First every count from 1 to 9 is hidden. Then the program does what a curious reader would do: it adds up and subtracts what is shown, across all tables, and looks how narrowly that bounds each hidden count. While one can still be worked out, it hides one more count beside it, the smallest that will do. If no choice is safe, nothing is published.':
    'Primero se oculta todo recuento de 1 a 9. Después el programa hace lo que haría un lector curioso: suma y resta lo que se muestra, en todas las tablas, y mira con cuánta estrechez acota cada recuento oculto. Mientras alguno se pueda deducir, oculta otro a su lado, el menor que baste. Si ninguna elección es segura, no se publica nada.',
  'What earlier releases showed is remembered, since the difference of two releases tells as much as a table. A count that was shown stays as it was; one that was hidden stays hidden; what arrives late for a released month is not added to it.':
    'Se recuerda lo que mostraron las divulgaciones anteriores, ya que la diferencia de dos divulgaciones dice tanto como una tabla. Un recuento que se mostró queda como estaba; uno que se ocultó sigue oculto; lo que llega tarde para un mes divulgado no se le añade.',
  'Tables and lists here stand in the order of names, dates or fixed groups, never in the order of counts. There are no percentages, ranks, averages or sums beside the released counts.':
    'Las tablas y listas siguen aquí el orden de nombres, fechas o grupos fijos, nunca el de los recuentos. No hay porcentajes, rangos, promedios ni sumas junto a los recuentos divulgados.',
  'Releases so far': 'Divulgaciones hasta ahora',
  'What never leaves': 'Lo que no sale nunca',
  'Rows, receipts of rows, times within a month, wordings of reasons, case numbers, ids, and the number of rows of a log. A sentence about searches is judged here only where a released count answers it.':
    'Filas, comprobantes de filas, momentos dentro de un mes, textos de motivos, números de caso, ids y el número de filas de un registro. Una frase sobre búsquedas se juzga aquí solo cuando la responde un recuento divulgado.',
  '{1} of {2} released counts are hidden{3}. Counts of larger groups include them. {4}':
    'Están ocultos {1} de {2} recuentos divulgados{3}. Los recuentos de grupos mayores los incluyen. {4}',
  '; what share of the searches they hold is not told, since that would give some of them away':
    '; no se dice qué proporción de las búsquedas contienen, ya que eso delataría algunos',
  '; in the first table they hold {1} of the searches':
    '; en la primera tabla contienen {1} de las búsquedas',
  'Released on {1}: {2}': 'Divulgado el {1}: {2}',
  '{1} to {2}, {3} months with searches': 'de {1} a {2}, {3} meses con búsquedas',
  'The records of released months have changed since. These months stay as they were released: the difference of two releases would tell small counts.':
    'Los registros de los meses divulgados han cambiado desde entonces. Estos meses quedan como se divulgaron: la diferencia de dos divulgaciones delataría recuentos pequeños.',
};
