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
  'Only calendar months that are over, and that the logs, taken together, cover to their end. A log that begins or ends within a month lists a part of it. No other grouping can be asked for: not here, and not in the data files.':
    'Solo meses naturales terminados y que los registros, en conjunto, cubren hasta el final. Un registro que empieza o termina dentro de un mes contiene una parte de él. No se puede pedir ninguna otra agrupación: ni aquí ni en los archivos de datos.',
  'What the marks say': 'Qué dicen las marcas',
  'The count is from 1 to 9, or it is larger and is hidden so that one from 1 to 9 cannot be worked out from the counts around it. A hidden count leaves at least ten possible values.':
    'El recuento es de 1 a 9, o es mayor y se oculta para que uno de 1 a 9 no se pueda deducir de los recuentos que lo rodean. Un recuento oculto deja al menos diez valores posibles.',
  'Not available, which is not zero: in none of these searches could the reason be read, or no log at hand covers the organisation, or the network, in that time.':
    'No disponible, que no es cero: en ninguna de estas búsquedas se pudo leer el motivo, o ningún registro disponible cubre la organización, o la red, en ese tiempo.',
  'The logs at hand list none. It does not say that nobody searched.':
    'Los registros disponibles no contienen ninguna. No dice que nadie haya buscado.',
  'How hidden counts are chosen': 'Cómo se eligen los recuentos ocultos',
  'First every count from 1 to 9 is hidden. Then the program does what a curious reader would do: it adds up and subtracts what is shown, across all tables, and looks how narrowly that bounds each hidden count. While one can still be worked out, it hides one more count beside it, the smallest that will do. If no choice is safe, nothing is published.':
    'Primero se oculta todo recuento de 1 a 9. Después el programa hace lo que haría un lector curioso: suma y resta lo que se muestra, en todas las tablas, y mira con cuánta estrechez acota cada recuento oculto. Mientras alguno se pueda deducir, oculta otro a su lado, el menor que baste. Si ninguna elección es segura, no se publica nada.',
  'What earlier releases showed is remembered, since the difference of two releases tells as much as a table. A count that was shown stays as it was; one that was hidden stays hidden; what arrives late for a released month is not added to it.':
    'Se recuerda lo que mostraron las divulgaciones anteriores, ya que la diferencia de dos divulgaciones dice tanto como una tabla. Un recuento que se mostró queda como estaba; uno que se ocultó sigue oculto; lo que llega tarde para un mes divulgado no se le añade.',
  'Tables and lists here stand in the order of names, dates or fixed groups, never in the order of counts. There are no percentages, ranks or averages beside the released counts. Flows between states and levels, and what a rule asks about, are sums of shown counts that anyone can add up from these tables; how many hidden counts are left out stands beside each.':
    'Las tablas y listas siguen aquí el orden de nombres, fechas o grupos fijos, nunca el de los recuentos. No hay porcentajes, rangos ni promedios junto a los recuentos divulgados. Los flujos entre estados y niveles, y aquello por lo que pregunta una regla, son sumas de recuentos mostrados que cualquiera puede hacer con estas tablas; al lado consta cuántos recuentos ocultos quedan fuera.',
  'At the end every hidden count needs witnesses: two other tables of whole numbers that agree with everything shown, in this and all earlier releases, and differ there by nine or more. They are added up again by plain code. Who knows only what is published cannot tell them from the true one, so no calculation finds the count. One without witnesses counts as given away, and a further count is hidden.':
    'Al final, cada recuento oculto necesita testigos: otras dos tablas de números enteros que concuerdan con todo lo mostrado, en esta divulgación y en todas las anteriores, y que difieren ahí en nueve o más. Un código sencillo vuelve a sumarlas. Quien solo conoce lo publicado no puede distinguirlas de la verdadera, así que ningún cálculo encuentra el recuento. Uno sin testigos se da por revelado, y se oculta otro más.',
  'A search that reached several networks stands in the log of each, and counts once in each of them. So the counts of networks overlap: they may add up to more than there are, no single one may be more than there are, and where one network alone lists an organisation the two counts are the same. What follows from this is taken into account when counts are hidden.':
    'Una búsqueda que llegó a varias redes está en el registro de cada una, y cuenta una vez en cada una. Por eso los recuentos de las redes se solapan: pueden sumar más de las que hay, ninguno por sí solo puede ser mayor que las que hay, y donde una sola red registra una organización los dos recuentos son iguales. Lo que se sigue de esto se tiene en cuenta al ocultar recuentos.',
  'Flows between states and between levels': 'Flujos entre estados y entre niveles',
  'From which states and levels of government networks are searched, as far as released counts tell.':
    'Desde qué estados y niveles de gobierno se busca en las redes, hasta donde lo dicen los recuentos divulgados.',
  'Each number adds up the shown counts of the table of networks, organisations and years. Hidden counts are not in it: each of them is at least 1, and nothing more can be said of them. A search that reached several networks counts once in each.':
    'Cada número suma los recuentos mostrados de la tabla de redes, organizaciones y años. Los recuentos ocultos no están en él: cada uno es al menos 1, y no se puede decir más de ellos. Una búsqueda que llegó a varias redes cuenta una vez en cada una.',
  'searches from state to state and from level to level, as far as released counts tell':
    'búsquedas de estado a estado y de nivel a nivel, hasta donde lo dicen los recuentos divulgados',
  'From state to state': 'De estado a estado',
  'From level to level': 'De nivel a nivel',
  'Searches from state to state, by year': 'Búsquedas de estado a estado, por año',
  'Searches from level to level, by year': 'Búsquedas de nivel a nivel, por año',
  'Organisations of': 'Organizaciones de',
  'Networks of': 'Redes de',
  'searches in shown counts; how many hidden counts each leaves out stands in the table':
    'búsquedas en recuentos mostrados; en la tabla consta cuántos recuentos ocultos deja fuera cada uno',
  'In shown counts': 'En recuentos mostrados',
  'Hidden counts beside these': 'Recuentos ocultos al lado',
  'Needs an explanation, in shown counts': 'Necesita una explicación, en recuentos mostrados',
  'holder alone': 'solo el titular',
  Flows: 'Flujos',

  'Releases so far': 'Divulgaciones hasta ahora',
  'What never leaves': 'Lo que no sale nunca',
  'Rows, receipts of rows, times within a month, wordings of reasons, case numbers, ids, and the number of rows of a log. A sentence about searches is judged here only where a released count answers it.':
    'Filas, comprobantes de filas, momentos dentro de un mes, textos de motivos, números de caso, ids y el número de filas de un registro. Una frase sobre búsquedas se juzga aquí solo cuando la responde un recuento divulgado.',
  '{1} of {2} released counts are hidden{3}. Counts of larger groups include them. 0 says that the logs at hand list none, not that nobody searched. {4}':
    'Están ocultos {1} de {2} recuentos divulgados{3}. Los recuentos de grupos mayores los incluyen. 0 dice que los registros disponibles no contienen ninguna, no que nadie haya buscado. {4}',
  '; as far as shown counts of larger groups tell, those of the first table hold at least {1} of the searches':
    '; por lo que dicen los recuentos mostrados de grupos mayores, los de la primera tabla contienen al menos el {1} de las búsquedas',
  '; as far as shown counts of larger groups tell, those of the first table hold {1} to {2} of the searches':
    '; por lo que dicen los recuentos mostrados de grupos mayores, los de la primera tabla contienen del {1} al {2} de las búsquedas',
  'Released on {1}: {2}': 'Divulgado el {1}: {2}',
  '{1} to {2}, {3} months with searches': 'de {1} a {2}, {3} meses con búsquedas',
  'The records of released months have changed since. These months stay as they were released: the difference of two releases would tell small counts.':
    'Los registros de los meses divulgados han cambiado desde entonces. Estos meses quedan como se divulgaron: la diferencia de dos divulgaciones delataría recuentos pequeños.',
  'Searches: {1}.': 'Búsquedas: {1}.',
  '“Department only”: the reason names a part of the department or an ambiguous word, its purpose not certain. A number that is hidden leaves a gap in a line. Lines of stated reasons are not joined from October to November 2025: late in that year free text became a list of offences, and reasons before and after are not comparable.':
    '«Solo departamento»: el motivo nombra una parte del departamento o una palabra ambigua, y su propósito no es seguro. Un número oculto deja un hueco en la línea. Las líneas de motivos declarados no se unen de octubre a noviembre de 2025: a finales de ese año el texto libre pasó a ser una lista de delitos, y los motivos de antes y de después no son comparables.',
  'This agency holds a 287(g) agreement: first listed on ':
    'Esta agencia tiene un acuerdo 287(g): figuró por primera vez el ',
  'This agency held a 287(g) agreement: it was first listed on ':
    'Esta agencia tuvo un acuerdo 287(g): figuró por primera vez el ',
  ' and last on {1}': ' y por última vez el {1}',
  'Held to be “{1}”: {2}.': 'Se considera «{1}»: {2}.',
  'place, kind of agency and state agree with one agency':
    'el lugar, la clase de agencia y el estado coinciden con una agencia',
  'What can be read in its logs': 'Qué se puede leer en sus registros',
  'A masked cell is never counted as empty, and never as within a rule. Months and years here are those of the time zone {1}.':
    'Una celda tachada nunca se cuenta como vacía ni como conforme a una regla. Los meses y años son aquí los de la zona horaria {1}.',
  'Columns of the logs of {1}': 'Columnas de los registros de {1}',
  Cells: 'Celdas',
  'Rules that apply': 'Reglas que se aplican',
  'A rule says of a search that it needs an explanation, is within the rule, or is not checkable. How many it asks about is told where released counts tell it; a hidden count is at least 1, and is not in the sum. What else a rule asks about is seen by the holder of the log alone.':
    'Una regla dice de una búsqueda que necesita explicación, que es conforme o que no es verificable. Por cuántas pregunta se dice donde lo dicen los recuentos divulgados; un recuento oculto es al menos 1 y no está en la suma. Por lo demás que pregunte una regla solo lo ve el titular del registro.',
  'draft, to be confirmed': 'borrador, por confirmar',
  'confirmed on {1}': 'confirmada el {1}',
  'What is asked': 'Qué se pregunta',
  'With these logs': 'Con estos registros',
  'searches a month; a gap where a count is hidden or not available':
    'búsquedas al mes; un hueco donde un recuento está oculto o no está disponible',
  'How plate-reader networks are queried: by which organisations, for which stated reasons.':
    'Cómo se consultan las redes de lectores de placas: qué organizaciones, por qué motivos declarados.',
  'How a network is queried, by which organisations, and for which stated reasons. Counted from audit logs; nobody who searches and nobody who is searched for is in them.':
    'Cómo se consulta una red, por qué organizaciones y por qué motivos declarados. Contado a partir de registros de auditoría; en ellos no hay nadie que busque ni nadie a quien se busque.',
  'Searches of {1}, by organisation and year': 'Búsquedas en {1}, por organización y año',
  'Searches by network, organisation and year': 'Búsquedas por red, organización y año',
  'From logs of: {1}.': 'De registros de: {1}.',
  Organisations: 'Organizaciones',
  'In the order of names. Each leads to its months and stated reasons.':
    'Por orden de nombres. Cada una lleva a sus meses y motivos declarados.',
  'Where searches come from, and what they state': 'De dónde vienen las búsquedas y qué declaran',
  'A stated reason names immigration enforcement; or only a part of the department (or an ambiguous word), its purpose not certain; or neither; or it cannot be read.':
    'Un motivo declarado nombra el control migratorio; o solo una parte del departamento (o una palabra ambigua), sin propósito seguro; o ninguna de las dos cosas; o no se puede leer.',
  'Some organisations may be agencies with a 287(g) agreement; that is not certain, nothing is said of it here, and it waits for a person to confirm.':
    'Algunas organizaciones pueden ser agencias con un acuerdo 287(g); no es seguro, aquí no se dice nada de ello, y espera a que una persona lo confirme.',
  'All released tables': 'Todas las tablas divulgadas',
  'These are all the numbers about searches that leave. Each is there whole, as JSON and CSV.':
    'Estos son todos los números sobre búsquedas que salen. Cada tabla está entera, en JSON y CSV.',
  'Rules that a log can be held against ({1} packs)':
    'Reglas con que se puede contrastar un registro ({1} paquetes)',
  'searches in the latest released month; each name leads to all months':
    'búsquedas en el último mes divulgado; cada nombre lleva a todos los meses',
  'Federal (no state)': 'Federal (sin estado)',
  '{1}, through {2}': '{1}, hasta {2}',
  'Rules that an audit log can be held against, with their sources.':
    'Reglas con que se puede contrastar un registro de auditoría, con sus fuentes.',
  'Rules that a log can be held against': 'Reglas con que se puede contrastar un registro',
  'A rule asks whether a search needs an explanation, is within the rule, or cannot be checked from the log. It is a question to the holder of the log, not a judgement.':
    'Una regla pregunta si una búsqueda necesita explicación, es conforme o no se puede verificar con el registro. Es una pregunta al titular del registro, no un juicio.',
  'A pack marked as a draft was written from secondary sources: nobody has held it against the official text yet. How many searches a rule asks about stands on the pages of networks, as far as released counts tell it; the holder of a log sees all of it in the answer of {1}.':
    'Un paquete marcado como borrador se escribió a partir de fuentes secundarias: nadie lo ha cotejado aún con el texto oficial. Por cuántas búsquedas pregunta una regla figura en las páginas de las redes, hasta donde lo dicen los recuentos publicados; el titular de un registro lo ve todo en la respuesta de {1}.',
  'counterfoil figure searches.findings --by pack --by rule --by result':
    'counterfoil figure searches.findings --by pack --by rule --by result',
  'Draft, to be confirmed': 'Borrador, por confirmar',
  'Confirmed on {1}': 'Confirmado el {1}',
  '; for the network {1}': '; para la red {1}',
  '; for networks of any state': '; para redes de cualquier estado',
  '; for networks of {1}': '; para redes de {1}',
  'Source: {1}; read on {2}. In force: {3}.': 'Fuente: {1}; leída el {2}. En vigor: {3}.',
  'Pairs of a search in a log and a rule in whose scope it falls, where the log shows what the rule asks to be explained. A search in the logs of two networks is held against the rules of each.':
    'Pares de una búsqueda en un registro y una regla en cuyo ámbito entra, cuando el registro muestra lo que la regla pide explicar. Una búsqueda en los registros de dos redes se contrasta con las reglas de cada una.',
  'Searches by organisation and month': 'Búsquedas por organización y mes',
  'Searches by organisation, stated reason and year': 'Búsquedas por organización, motivo declarado y año',
  'Searches by state, stated reason and month': 'Búsquedas por estado, motivo declarado y mes',
  'Searches by level, stated reason and month': 'Búsquedas por nivel, motivo declarado y mes',
  'By year': 'Por año',
  'Stated reasons by month': 'Motivos declarados por mes',
  'Stated reasons by year': 'Motivos declarados por año',
  'Who searches it': 'Quién busca en ella',
  'Which networks it searches': 'En qué redes busca',
  'Searches by this organisation in the logs at hand, and what they state as their reason.':
    'Búsquedas de esta organización en los registros disponibles, y qué declaran como motivo.',
  'Searches in the logs of this network. A search that reached several networks stands in each.':
    'Búsquedas en los registros de esta red. Una búsqueda que llegó a varias redes está en cada una.',
  'Searches by organisations of this state in the logs at hand.':
    'Búsquedas de organizaciones de este estado en los registros disponibles.',
  'Searches by organisations of this level of government, by the form of their account.':
    'Búsquedas de organizaciones de este nivel de gobierno, según la forma de su cuenta.',
  'Names immigration': 'Nombra la inmigración',
  'Department only': 'Solo departamento',
  'Names neither': 'No nombra ninguna',
  Municipal: 'Municipal',
  Federal: 'Federal',
  School: 'Escuela',
  University: 'Universidad',
  Organisation: 'Organización',
  Network: 'Red',
  Year: 'Año',
  'Every number about searches on this page is from a released table. Its rows are with the holder of the logs and never leave, so these numbers have no receipts.':
    'Todos los números sobre búsquedas de esta página proceden de una tabla divulgada. Sus filas están con el titular de los registros y no salen nunca, así que estos números no tienen comprobantes.',
};
