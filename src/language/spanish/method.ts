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
