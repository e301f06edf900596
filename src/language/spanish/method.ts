import type { Messages } from '../say-with.ts';

/** What the data of each kind of page hold, and refusals. */
export const method: Messages = {
  'every agency that was ever listed, with models, dates and standing':
    'todas las agencias que alguna vez figuraron, con modelos, fechas y situación',
  'times on the lists by model with the rows that show their ends, spellings, agreements linked by the publisher':
    'periodos en las listas por modelo con las filas que muestran sus extremos, grafías, acuerdos enlazados por el editor',
  'agreements that appeared, departed or are unconfirmed, by list, each with the row that shows it':
    'acuerdos que entraron, salieron o están sin confirmar, por lista, cada uno con la fila que lo muestra',
  'agencies and agreements of a state now and on every list, its agencies, its counties, rows without a county':
    'agencias y acuerdos de un estado ahora y en cada lista, sus agencias, sus condados, filas sin condado',
  'agencies and agreements by state and territory on the latest list':
    'agencias y acuerdos por estado y territorio en la lista más reciente',
  'the sentence, its verdict, values with receipts, interval of rounding, readings tried, range, editions':
    'la frase, su veredicto, valores con comprobantes, intervalo de redondeo, lecturas probadas, rango, ediciones',
  'published sentences with their verdicts': 'frases publicadas con sus veredictos',
  'a contracting agency: dollars by year, its vendors, offices and vehicles':
    'una agencia contratante: dólares por año, sus proveedores, oficinas y vehículos',
  'a contracting office: dollars by year and its vendors':
    'una oficina contratante: dólares por año y sus proveedores',
  'what each download of contract actions changed against the one before, in words and with money':
    'lo que cada descarga de acciones contractuales cambió respecto de la anterior, con palabras y dinero',
  'two downloads of one period compared: every action that vanished, was altered, or appeared, with both rows':
    'dos descargas de un periodo comparadas: cada acción desaparecida, modificada o nueva, con ambas filas',
  'the vehicles of one solicitation with ceilings and orders, the versions of the solicitation, terms':
    'los vehículos de una licitación con techos y órdenes, las versiones de la licitación, condiciones',
  'every red flag with its coverage: examined, flagged, passed, not applicable, unknown':
    'todas las alertas con su cobertura: examinadas, señaladas, sin señalar, no aplicables, desconocidas',
  'a flag’s method, source, reasons, innocent explanations, coverage, and the units found with their rows':
    'el método, la fuente, las razones, las explicaciones inocentes y la cobertura de una alerta, y las unidades halladas con sus filas',
  'vehicles with ceilings, the largest moves of ceilings, vendors, families, agencies':
    'vehículos con techos, los mayores movimientos de techos, proveedores, familias, agencias',
  'declared arithmetic over figures and stated assumptions, each line with where its number comes from':
    'aritmética declarada sobre cifras y supuestos, cada línea con el origen de su número',
  'a vehicle’s ceiling change by change, its orders and their actions, notices and terms, flags, each with its row':
    'el techo de un vehículo cambio a cambio, sus órdenes y acciones, avisos y condiciones, alertas, cada cosa con su fila',
  'a vendor’s parents as recorded, vehicles, awards with their rows, dollars by fiscal year, flags':
    'las matrices de un proveedor según constan, vehículos, adjudicaciones con sus filas, dólares por año fiscal, alertas',
  'names, date and its origin, hash, layout, accounting, rejected rows and unread values by place, figures of its date':
    'nombres, fecha y su origen, hash, formato, cuadre, filas rechazadas y valores no leídos por lugar, cifras de su fecha',
  'headline figures with their series, verdicts, values by state for every list, values by model':
    'cifras principales con sus series, veredictos, valores por estado en cada lista, valores por modelo',
  'the kinds of pages and what the data of each hold':
    'las clases de páginas y qué contienen los datos de cada una',
  'every source with its editions: date and its origin, hash, layout, accounting':
    'todas las fuentes con sus ediciones: fecha y su origen, hash, formato, cuadre',
  'every figure with its definition, latest value and series':
    'todas las cifras con su definición, valor más reciente y serie',
  'definition, caveats, latest value, series over the lists, value by each dimension, declared readings':
    'definición, advertencias, valor más reciente, serie sobre las listas, valor por cada dimensión, lecturas declaradas',
  'every receipt by figure and date': 'todos los comprobantes por cifra y fecha',
  'the rows of a receipt by a dimension with many values: value and row numbers of each part':
    'las filas de un comprobante por una dimensión con muchos valores: valor y números de fila de cada parte',
  'value, second count, definition, SQL, editions with hashes, every counted row with its place':
    'valor, segundo recuento, definición, SQL, ediciones con sus hashes, cada fila contada con su lugar',
  'the columns of a long table and its first rows; CSV and Parquet have them all':
    'las columnas de una tabla larga y sus primeras filas; CSV y Parquet las tienen todas',
  'the long tables of the site, with what one row is and how many there are':
    'las tablas largas del sitio, con qué es una fila y cuántas hay',
  'dated copies of the whole site, the oldest first: name, date, checksum, whether the copy is held here':
    'copias fechadas de todo el sitio, la más antigua primero: nombre, fecha, suma, si la copia está aquí',
  'the tables of searches that leave, and when each month was released':
    'las tablas de búsquedas que salen, y cuándo se divulgó cada mes',
  'packs of rules that a log can be held against, with sources; all are drafts unless they say otherwise':
    'paquetes de reglas con que se puede contrastar un registro, con fuentes; todos son borradores salvo que digan otra cosa',
  'a released table of searches: one row a count, with status c (hidden) or x (not readable)':
    'una tabla divulgada de búsquedas: una fila por recuento, con estado c (oculto) o x (no legible)',
  'released counts of one organisation: by month, by stated reason and year':
    'recuentos divulgados de una organización: por mes, por motivo declarado y año',
  'released counts of one network: who searches it, by year':
    'recuentos divulgados de una red: quién busca en ella, por año',
  'released counts of the organisations of one state, by stated reason and month':
    'recuentos divulgados de las organizaciones de un estado, por motivo declarado y mes',
  'released counts of one level of government, by stated reason and month':
    'recuentos divulgados de un nivel de gobierno, por motivo declarado y mes',
  'searches by organisation and year, months released, and the list of released tables':
    'búsquedas por organización y año, meses divulgados y la lista de tablas divulgadas',
  'Not found': 'No encontrada',
  'The question is not understood': 'No se entiende la pregunta',
  'Not allowed': 'No permitido',
  'A fault of the program': 'Un fallo del programa',
  'The address has a parameter that nothing here knows.':
    'La dirección tiene un parámetro que nada aquí conoce.',
  'The address is not well formed.': 'La dirección no está bien formada.',
  'Pages can be read, not changed.': 'Las páginas se pueden leer, no modificar.',
  'The program met something that it does not expect.': 'El programa encontró algo que no espera.',
};
