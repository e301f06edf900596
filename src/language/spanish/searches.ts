import type { Messages } from '../say-with.ts';

/** Figures and pages of searches. */
export const searches: Messages = {
  search: 'búsqueda',
  searches: 'búsquedas',
  'Distinct searches in all logs together: by the id of the search; without it by organisation, second, number of networks and window. A search that several logs list counts once.':
    'Búsquedas distintas en todos los registros de auditoría juntos: por el id de la búsqueda; sin él, por organización, segundo, número de redes e intervalo. Una búsqueda que figura en varios registros cuenta una vez.',
  'Rows that fit more than one search are not forced into one: they are counted apart and are no search here.':
    'Las filas que encajan con más de una búsqueda no se fuerzan a ninguna: se cuentan aparte y aquí no son una búsqueda.',
  'A stated reason is what was typed or chosen. It does not show what was done, and the absence of a word is not the absence of the purpose.':
    'Un motivo declarado es lo que se escribió o eligió. No muestra qué se hizo, y la ausencia de una palabra no es la ausencia del propósito.',
  'Late in 2025 the free text became a list of offences with optional text: reasons before and after are not comparable.':
    'A finales de 2025 el texto libre pasó a ser una lista de delitos con texto opcional: los motivos de antes y de después no son comparables.',
  "Months and hours are those of the log holder's time zone; of a state with two zones, the one in which most of its people live, unless the project says another.":
    'Los meses y las horas son los de la zona horaria del titular del registro; en un estado con dos zonas, la de la mayoría de sus habitantes, salvo que el proyecto indique otra.',
  'Organisation that searched': 'Organización que buscó',
  'an organisation such as exampleton-ca-pd': 'una organización como exampleton-ca-pd',
  'Level of the organisation, by the form of its account':
    'Nivel de la organización, según la forma de su cuenta',
  'a level of government': 'un nivel de gobierno',
  'State of the organisation that searched': 'Estado de la organización que buscó',
  "Inside or outside the log holder's state": 'Dentro o fuera del estado del titular del registro',
  'inside, outside or federal': 'dentro, fuera o federal',
  "The log holder's own search, or another's": 'Búsqueda propia del titular del registro o ajena',
  'own or other': 'propia o ajena',
  'Stated reason': 'Motivo declarado',
  'immigration (the reason names it), department (a part of the department or an ambiguous word), other, or unreadable':
    'inmigración (el motivo la nombra), departamento (una parte del departamento o una palabra ambigua), otro o ilegible',
  'State of the cell with the reason': 'Estado de la celda del motivo',
  'a state of a cell': 'un estado de celda',
  'Form of the reason: free text, or chosen from a list (since late 2025)':
    'Forma del motivo: texto libre o elegido de una lista (desde finales de 2025)',
  'free or list': 'libre o lista',
  'Offence family of the stated reason': 'Familia de delitos del motivo declarado',
  'an offence family': 'una familia de delitos',
  "Month, in the log holder's time zone": 'Mes, en la zona horaria del titular del registro',
  "Year, in the log holder's time zone": 'Año, en la zona horaria del titular del registro',
  "Hour of the day, in the log holder's time zone":
    'Hora del día, en la zona horaria del titular del registro',
  'an hour from 0 to 23': 'una hora de 0 a 23',
  'Time zone in which months and hours are told': 'Zona horaria en que se expresan los meses y las horas',
  'a time zone such as America/Los_Angeles': 'una zona horaria como America/Los_Angeles',
  'Type of search': 'Tipo de búsqueda',
  'a type such as lookup': 'un tipo como lookup',
  'State of the cell with the case number': 'Estado de la celda del número de caso',
  'rows as logged, a search as often as logs list it':
    'filas según el registro, una búsqueda tantas veces como figure en los registros',
  'A spreadsheet of several logs counts rows, and months overlap.':
    'Una hoja de cálculo de varios registros cuenta filas, y los meses se solapan.',
  row: 'fila',
  rows: 'filas',
  "searches by other organisations, the log holder's own left out":
    'búsquedas de otras organizaciones, sin las del propio titular del registro',
  'A network audit lists the holder’s own searches too.':
    'Una auditoría de red enumera también las búsquedas del propio titular.',
  'Searches whose reason names immigration enforcement': 'Búsquedas cuyo motivo nombra el control migratorio',
  'Distinct searches whose stated reason itself names immigration enforcement. Reasons that name a part of the department without saying what for are a class of their own and are not counted.':
    'Búsquedas distintas cuyo motivo declarado nombra por sí mismo el control migratorio. Los motivos que nombran una parte del departamento sin decir para qué son una clase propia y no se cuentan.',
  'searches whose reason names immigration enforcement or any part of the department':
    'búsquedas cuyo motivo nombra el control migratorio o cualquier parte del departamento',
  'Published counts differ mostly in whether Homeland Security Investigations is inside the number.':
    'Los recuentos publicados difieren sobre todo en si Investigaciones de Seguridad Nacional está dentro del número.',
  'Share of searches with a readable reason whose reason names immigration enforcement':
    'Proporción de búsquedas con motivo legible cuyo motivo nombra el control migratorio',
  'Of the searches with a readable stated reason, those whose reason itself names immigration enforcement.':
    'De las búsquedas con motivo declarado legible, aquellas cuyo motivo nombra por sí mismo el control migratorio.',
  'searches whose reason names immigration enforcement': 'búsquedas cuyo motivo nombra el control migratorio',
  'searches with a readable reason': 'búsquedas con motivo legible',
  'Rows of audit logs': 'Filas de los registros de auditoría',
  'Rows of all logs as released, repeats and overlapping months included.':
    'Filas de todos los registros tal como se divulgaron, con repeticiones y meses solapados.',
  'One search stands in the log of every network that it reached, so rows are not searches.':
    'Una búsqueda está en el registro de cada red a la que llegó, así que las filas no son búsquedas.',
  'Exports overlap and repeat rows; this figure counts them as they are, searches.repeated_rows those that repeat.':
    'Las exportaciones se solapan y repiten filas; esta cifra las cuenta tal como están, searches.repeated_rows las que repiten.',
  'Network whose log it is': 'Red a la que pertenece el registro',
  'Rows that fit more than one search': 'Filas que encajan con más de una búsqueda',
  'Rows without an id whose organisation, second and number of networks fit more than one search. They are in no count of searches.':
    'Filas sin id cuya organización, segundo y número de redes encajan con más de una búsqueda. No están en ningún recuento de búsquedas.',
  'Organisations that searched': 'Organizaciones que buscaron',
  'Distinct organisations with at least one search, the spellings of one account taken together.':
    'Organizaciones distintas con al menos una búsqueda, reunidas las grafías de una misma cuenta.',
  'An account is not always an agency: one agency may have several accounts, and a task force one for many.':
    'Una cuenta no siempre es una agencia: una agencia puede tener varias cuentas, y un grupo de trabajo una para muchas.',
  'Labels that have not the form of an account are counted and not kept.':
    'Las etiquetas que no tienen forma de cuenta se cuentan y no se conservan.',
  'Searches of a network': 'Búsquedas en una red',
  'Distinct searches in the logs of a network. A search that reached several networks counts once in each, so that the parts do not add up to the whole.':
    'Búsquedas distintas en los registros de una red. Una búsqueda que llegó a varias redes cuenta una vez en cada una, de modo que las partes no suman el todo.',
  'Networks that a search reached, on average': 'Redes a las que llegó una búsqueda, en promedio',
  network: 'red',
  networks: 'redes',
  'The sum of the numbers of networks that searches name, divided by the number of searches that name one.':
    'La suma de los números de redes que nombran las búsquedas, dividida entre el número de búsquedas que nombran uno.',
  'networks named by searches': 'redes nombradas por las búsquedas',
  'searches that name a number of networks': 'búsquedas que nombran un número de redes',
  'A mean hides that most searches reach few networks or nearly all.':
    'Un promedio oculta que la mayoría de las búsquedas llega a pocas redes o a casi todas.',
  'Zero can mean that the number was not recorded, and is left out.':
    'Cero puede significar que el número no se registró, y se omite.',
  'Searches without a case number': 'Búsquedas sin número de caso',
  'Of the searches whose cell for the case number can be read, those where it is empty or a placeholder.':
    'De las búsquedas cuya celda del número de caso se puede leer, aquellas en que está vacía o tiene un texto de relleno.',
  'searches whose case number is empty or a placeholder':
    'búsquedas cuyo número de caso está vacío o es un texto de relleno',
  'searches whose cell for the case number can be read':
    'búsquedas cuya celda del número de caso se puede leer',
  'An empty cell is blank as released: that is no proof that it was blank in the system.':
    'Una celda vacía está en blanco tal como se divulgó: eso no prueba que lo estuviera en el sistema.',
  'Case numbers are often typed into the reason instead.':
    'Los números de caso se escriben a menudo en el motivo.',
  'Masked cells and logs without the column say nothing and are left out.':
    'Las celdas tachadas y los registros sin la columna no dicen nada y se omiten.',
  'Searches that a rule asks about': 'Búsquedas por las que pregunta una regla',
  finding: 'observación',
  findings: 'observaciones',
  'A finding is a question to the log holder. A log does not show whether data left the state, or what was really done.':
    'Una observación es una pregunta al titular del registro. Un registro no muestra si los datos salieron del estado ni qué se hizo en realidad.',
  'The shipped rules are drafts from secondary sources until a person has confirmed them against the official text.':
    'Las reglas incluidas son borradores de fuentes secundarias hasta que una persona las confirme con el texto oficial.',
  'What is masked or not exported is not checkable; it is never counted as within the rule.':
    'Lo tachado o no exportado no es verificable; nunca se cuenta como conforme a la regla.',
  'Pack of rules': 'Paquete de reglas',
  'a pack such as california': 'un paquete como california',
  Rule: 'Regla',
  'a rule such as look-back': 'una regla como look-back',
  'Organisations that searched for immigration enforcement':
    'Organizaciones que buscaron para control migratorio',
  'Distinct organisations with at least one search whose stated reason itself names immigration enforcement.':
    'Organizaciones distintas con al menos una búsqueda cuyo motivo declarado nombra en sí el control migratorio.',
  'Rows that repeat a search': 'Filas que repiten una búsqueda',
  'Rows of logs whose search stands before them in the same file, or in an earlier one of the same network: exact repeats, and months that two exports have in common. They are in no count of searches.':
    'Filas de registros cuya búsqueda figura antes en el mismo archivo o en uno anterior de la misma red: repeticiones exactas y meses que dos exportaciones tienen en común. No están en ningún número de búsquedas.',
  'Where the search stands before': 'Dónde figura antes la búsqueda',
  'same-file or other-file': 'same-file u other-file',
  'File, by its edition': 'Archivo, por su edición',
  'an edition as status lists it': 'una edición como la da status',
  'A row that repeats a search may differ from the one before it in what is masked.':
    'Una fila que repite una búsqueda puede diferir de la anterior en lo que está oculto.',
  'Rows that fit more than one search are not among them: see searches.ambiguous_rows.':
    'Las filas que corresponden a más de una búsqueda no están entre ellas: véase searches.ambiguous_rows.',
  'Searches that are counted more than once': 'Búsquedas que se cuentan más de una vez',
  'Distinct searches that logs date on different days, so far apart that they were counted in more than one stretch of days. Each is in the count of searches as often.':
    'Búsquedas distintas que los registros fechan en días diferentes, tan separados que se contaron en más de un tramo de días. Cada una está en el número de búsquedas otras tantas veces.',
  'There are none unless a log states its times in another time zone, or one id stands for two searches.':
    'No hay ninguna, salvo que un registro indique sus horas en otra zona horaria o que un identificador valga para dos búsquedas.',
  'Logs of up to some 1.6 million rows are one stretch: in it a search counts once, whatever days it has.':
    'Los registros de hasta unos 1,6 millones de filas son un solo tramo: en él una búsqueda cuenta una vez, tenga los días que tenga.',
  'Status of the rules (a draft is to be confirmed against the official text)':
    'Estado de las reglas (un borrador está por confirmar con el texto oficial)',
  'draft or confirmed': 'borrador o confirmada',
  'What came of it': 'Qué resultó',
  'a result': 'un resultado',
};
