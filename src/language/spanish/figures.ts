import type { Messages } from '../say-with.ts';

/** Titles, units, definitions, caveats, dimensions and readings of figures on agreements and contracts. */
export const figures: Messages = {
  'Rows of the list of participating agencies: one agency under one support model is one agreement, so that an agency with two models has two.':
    'Filas de la lista de agencias participantes: una agencia con un modelo de apoyo es un acuerdo, de modo que una agencia con dos modelos tiene dos.',
  'Agreements are not agencies: an agency can hold up to three, one for each support model.':
    'Los acuerdos no son agencias: una agencia puede tener hasta tres, uno por cada modelo de apoyo.',
  'It counts what the list says on its date. The list does not say whether an agency acts under its agreement, how often, or at whose expense.':
    'Cuenta lo que dice la lista en su fecha. La lista no dice si una agencia actúa en virtud de su acuerdo, con qué frecuencia ni a costa de quién.',
  'ICE replaces the list without keeping earlier ones on its page, several times a month, with errors of spelling, dates and counties; corrections here are listed with the edition.':
    'ICE sustituye la lista varias veces al mes sin conservar las anteriores en su página, con errores de ortografía, fechas y condados; las correcciones hechas aquí se enumeran con la edición.',
  'a USPS code such as FL': 'un código postal de estado como FL',
  'Support model': 'Modelo de apoyo',
  'a support model': 'un modelo de apoyo',
  'Type of agency, as listed': 'Tipo de agencia, según la lista',
  'a type of agency': 'un tipo de agencia',
  'County (FIPS code)': 'Condado (código FIPS)',
  'a five-digit county code such as 12001': 'un código de condado de cinco dígitos como 12001',
  List: 'Lista',
  'participating or pending': 'participantes o pendientes',
  'distinct triples of state, agency and model, so that a row listed twice counts once':
    'ternas distintas de estado, agencia y modelo, de modo que una fila repetida cuenta una vez',
  'Some lists of 2025 repeat rows word for word.':
    'Algunas listas de 2025 repiten filas palabra por palabra.',
  'participating and pending agreements together': 'acuerdos participantes y pendientes en conjunto',
  "ICE's page links both lists side by side, and a pending agency is often spoken of as having joined.":
    'La página de ICE enlaza ambas listas una junto a otra, y a menudo se habla de una agencia pendiente como si ya se hubiera sumado.',
  'pending agreements alone': 'solo los acuerdos pendientes',
  'The two lists look alike, and one can be taken for the other.':
    'Las dos listas se parecen, y una puede tomarse por la otra.',
  'agencies instead of agreements': 'agencias en lugar de acuerdos',
  'The two words are used for one another.': 'Las dos palabras se usan una por otra.',
  'Distinct pairs of state and agency name on the list of participating agencies, after folding blanks, case and apostrophes and correcting misspelt states.':
    'Pares distintos de estado y nombre de agencia en la lista de agencias participantes, tras unificar espacios, mayúsculas y apóstrofos y corregir los estados mal escritos.',
  'An agency that holds two or three agreements counts once; the count of agreements is higher.':
    'Una agencia que tiene dos o tres acuerdos cuenta una vez; el recuento de acuerdos es mayor.',
  'Two agencies of one name in one state would count as one; names are compared, not offices.':
    'Dos agencias con el mismo nombre en un estado contarían como una; se comparan nombres, no oficinas.',
  'distinct pairs of state and agency exactly as spelled, blanks included':
    'pares distintos de estado y agencia exactamente como están escritos, con los espacios',
  'Removing duplicates in a spreadsheet compares cells as they are, so that one agency spelled two ways counts twice.':
    'Quitar duplicados en una hoja de cálculo compara las celdas tal como están, de modo que una agencia escrita de dos maneras cuenta dos veces.',
  'distinct pairs of state and agency as spelled, blanks at the ends removed':
    'pares distintos de estado y agencia como están escritos, sin los espacios de los extremos',
  'Trimming cells is the usual first cleaning, and leaves apostrophes and misspelt states apart.':
    'Recortar las celdas es la primera limpieza habitual, y deja aparte los apóstrofos y los estados mal escritos.',
  'distinct agency names, whatever the state': 'nombres de agencia distintos, sea cual sea el estado',
  'Counting the column of names alone merges agencies of one name in two states.':
    'Contar solo la columna de nombres funde agencias del mismo nombre de dos estados.',
  'agreements instead of agencies': 'acuerdos en lugar de agencias',
  'The list has one row an agreement, and its number of rows is often quoted as a number of agencies.':
    'La lista tiene una fila por acuerdo, y su número de filas se cita a menudo como número de agencias.',
  'States with an agreement': 'Estados con acuerdo',
  state: 'estado',
  states: 'estados',
  'Of the fifty states, those with at least one agency on the list of participating agencies.':
    'De los cincuenta estados, los que tienen al menos una agencia en la lista de agencias participantes.',
  'Guam, the Northern Mariana Islands and other territories are counted apart, as is the District of Columbia.':
    'Guam, las Islas Marianas del Norte y otros territorios se cuentan aparte, igual que el Distrito de Columbia.',
  'A state counts when one agency in it is listed; that says nothing about the rest of the state.':
    'Un estado cuenta cuando una de sus agencias está en la lista; eso no dice nada del resto del estado.',
  'states, the District of Columbia and territories together':
    'estados, Distrito de Columbia y territorios en conjunto',
  "The list's column is called STATE and holds territories too.":
    'La columna de la lista se llama STATE y contiene también territorios.',
  'distinct texts in the column STATE as spelled': 'textos distintos de la columna STATE como están escritos',
  'A spreadsheet counts misspelt states, and states with a blank behind them, apart.':
    'Una hoja de cálculo cuenta aparte los estados mal escritos y los que llevan un espacio detrás.',
  'Territories with an agreement': 'Territorios con acuerdo',
  territory: 'territorio',
  territories: 'territorios',
  'Territories of the United States with at least one agency on the list of participating agencies.':
    'Territorios de los Estados Unidos con al menos una agencia en la lista de agencias participantes.',
  'The District of Columbia is neither a state nor a territory here.':
    'Aquí, el Distrito de Columbia no es ni estado ni territorio.',
  'Agreements that appeared': 'Acuerdos que entraron',
  'Agreements of an organisation under one model that are on a list after being on neither of the two lists before it. Those on the first list at hand are not new.':
    'Acuerdos de una organización con un modelo que están en una lista tras no estar en ninguna de las dos anteriores. Los de la primera lista disponible no son nuevos.',
  'An agency is dated to the list on which it was first seen, not to the day it signed; between two lists at hand weeks can pass.':
    'Una agencia se fecha en la lista en que se vio por primera vez, no el día en que firmó; entre dos listas disponibles pueden pasar semanas.',
  'A misspelt name that was put right is the same agency: it neither departs nor appears. The rule for that is in the method.':
    'Un nombre mal escrito que se corrigió es la misma agencia: ni sale ni entra. La regla está en el método.',
  Month: 'Mes',
  'a month such as 2026-01': 'un mes como 2026-01',
  'organisations instead of agreements': 'organizaciones en lugar de acuerdos',
  'An agency that adds a second model is one new agreement and no new agency.':
    'Una agencia que añade un segundo modelo es un acuerdo nuevo y ninguna agencia nueva.',
  organisation: 'organización',
  organisations: 'organizaciones',
  'Agreements that departed': 'Acuerdos que salieron',
  'Agreements of an organisation under one model that were listed and are missing from two lists in a row, dated to the first of the two. Missing from one list is called unconfirmed and not counted.':
    'Acuerdos de una organización con un modelo que figuraban y faltan en dos listas seguidas, fechados en la primera de las dos. Faltar en una lista se llama «sin confirmar» y no se cuenta.',
  'A list does not say why a row is no longer there: an agreement can have ended, been suspended, or been left out by mistake.':
    'Una lista no dice por qué una fila ya no está: un acuerdo puede haber terminado, haberse suspendido o haberse omitido por error.',
  'An agency that gives up one of two models is one departed agreement and no departed agency.':
    'Una agencia que deja uno de dos modelos es un acuerdo que salió y ninguna agencia que salió.',
  'Share of the population served by a listed agency':
    'Proporción de la población atendida por una agencia de la lista',
  'Population that the reference list gives for the agencies on the list of participating agencies, as a share of the population of all agencies in the reference list.':
    'Población que la lista de referencia da a las agencias de la lista de participantes, como proporción de la población de todas las agencias de la lista de referencia.',
  'population of the listed agencies that could be matched with certainty':
    'población de las agencias de la lista que se pudieron identificar con certeza',
  'population of all agencies in the reference list':
    'población de todas las agencias de la lista de referencia',
  'Only agencies that could be matched with certainty are in the numerator, so that the share is a lower bound; those not matched are listed.':
    'En el numerador están solo las agencias identificadas con certeza, de modo que la proporción es un límite inferior; las no identificadas se enumeran.',
  'The population of a sheriff is the part of the county that the sheriff polices, not the whole county; state agencies add nothing.':
    'La población de una oficina del alguacil es la parte del condado que vigila, no todo el condado; las agencias estatales no añaden nada.',
  'Living where an agency is listed says nothing about contact with it.':
    'Vivir donde una agencia está en la lista no dice nada sobre el contacto con ella.',
  'Sworn officers of listed agencies': 'Agentes juramentados de las agencias de la lista',
  officer: 'agente',
  officers: 'agentes',
  'Officers that the reference list counts for the agencies on the list of participating agencies, each agency once.':
    'Agentes que la lista de referencia cuenta en las agencias de la lista de participantes, cada agencia una vez.',
  'It counts all officers of an agency, not those who are trained or act under its agreement: the list does not say how many are.':
    'Cuenta a todos los agentes de una agencia, no a quienes tienen formación o actúan en virtud del acuerdo: la lista no dice cuántos son.',
  'Only agencies that could be matched with certainty are in it, so that it is a lower bound of their officers.':
    'Incluye solo las agencias identificadas con certeza, de modo que es un límite inferior de sus agentes.',
  'Dollars obligated': 'Dólares comprometidos',
  'Sum of the federal action obligations of all actions, deobligations subtracted; an action that several files or rows carry counts once. Asked for a vehicle, it is the sum over its orders; asked for a family, over all actions of its vehicles, of their orders and of contracts of that solicitation that stand alone.':
    'Suma de los montos federales comprometidos por todas las acciones, restadas las liberaciones; una acción que figura en varios archivos o filas cuenta una vez. Para un vehículo, es la suma de sus órdenes; para una familia, la de todas las acciones de sus vehículos, de las órdenes de estos y de los contratos independientes de esa licitación.',
  'An obligation is a promise to pay, not a payment; negative amounts take earlier ones back.':
    'Un monto comprometido es una promesa de pago, no un pago; los montos negativos revierten otros anteriores.',
  'An obligation is not a ceiling: what a vehicle could cost in all is another figure, and the two are never added.':
    'Un monto comprometido no es un techo: lo que un vehículo podría costar en total es otra cifra, y nunca se suman.',
  'It counts the actions at hand. A download that holds only orders has no vehicles in it, and a month that a publisher has not reported yet is missing.':
    'Cuenta las acciones disponibles. Una descarga que solo contiene órdenes no tiene vehículos, y falta el mes que un editor aún no ha comunicado.',
  'Natural persons and sole proprietors are counted as one remainder; their money is in every total.':
    'Las personas físicas y los empresarios individuales se cuentan como un solo resto; su dinero está en todos los totales.',
  'a PIID such as 70CDCR20D00000009, with @ and the agency where it is not unique':
    'un PIID como 70CDCR20D00000009, con @ y la agencia cuando no es único',
  'a UEI, a DUNS number, or the name as recorded': 'un UEI, un número DUNS o el nombre según consta',
  'Family of vehicles': 'Familia de vehículos',
  'a solicitation such as 26-SOL-DCR-01': 'una licitación como 26-SOL-DCR-01',
  'a PIID such as 70CDCR26FR0000014': 'un PIID como 70CDCR26FR0000014',
  'a fiscal year such as 2026 (October 2025 to September 2026)':
    'un año fiscal como 2026 (de octubre de 2025 a septiembre de 2026)',
  'Calendar year': 'Año natural',
  'a year such as 2026': 'un año como 2026',
  'an agency code such as 7012': 'un código de agencia como 7012',
  'Contracting office': 'Oficina contratante',
  'an office code such as 70CDCR': 'un código de oficina como 70CDCR',
  'Product or service': 'Producto o servicio',
  'a product or service code such as R799, or its words where a source has no codes':
    'un código de producto o servicio como R799, o sus palabras cuando una fuente no tiene códigos',
  Industry: 'Industria',
  'an industry code such as 561611, or its words where a source has no codes':
    'un código de industria como 561611, o sus palabras cuando una fuente no tiene códigos',
  '{1}: {2}, the most, in {3} of {4}': '{1}: {2}, el máximo, en {3} de {4}',
  'Kind of action': 'Clase de acción',
  'a code such as K (close out), C (funding) or "base"':
    'un código como K (cierre), C (financiación) o «base»',
  Competition: 'Competencia',
  'competed, not-competed or not-stated': 'con competencia, sin competencia o no consta',
  Level: 'Nivel',
  'vehicle, order or contract (one that stands alone)': 'vehículo, orden o contrato (independiente)',
  'orders under vehicles alone': 'solo órdenes al amparo de vehículos',
  'Totals of a vehicle count its orders and leave out contracts that stand alone.':
    'Los totales de un vehículo cuentan sus órdenes y omiten los contratos independientes.',
  'only vehicles whose first order came within four weeks of the first of their family':
    'solo vehículos cuya primera orden llegó en las cuatro semanas siguientes a la primera de su familia',
  'A vehicle that starts after the others may not have been counted yet when a sentence was written.':
    'Un vehículo que empieza después que los demás quizá aún no se contaba cuando se escribió una frase.',
  "without the vehicles that the user's file marks as doubtful members of their family":
    'sin los vehículos que el archivo del usuario marca como miembros dudosos de su familia',
  'Where the records do not name the solicitation, membership rests on the PIID and the date alone.':
    'Cuando los registros no nombran la licitación, la pertenencia se basa solo en el PIID y la fecha.',
  'actions by the day on which they were reported': 'acciones por el día en que se comunicaron',
  'An action shows up in the public record days or weeks after it was signed.':
    'Una acción aparece en el registro público días o semanas después de firmarse.',
  "the ceilings of vehicles instead of the orders' obligations":
    'los techos de los vehículos en lugar de lo comprometido en las órdenes',
  'A ceiling is often quoted as if it were spending.': 'Un techo se cita a menudo como si fuera gasto.',
  "orders' and contracts' base and exercised options instead of obligations":
    'base y opciones ejercidas de órdenes y contratos en lugar de montos comprometidos',
  'Some tables show the current value of contracts.':
    'Algunas tablas muestran el valor actual de los contratos.',
  "orders' and contracts' own ceilings (base and all options) instead of obligations":
    'los techos propios de órdenes y contratos (base y todas las opciones) en lugar de montos comprometidos',
  'The potential value of an award is often quoted as its cost.':
    'El valor potencial de una adjudicación se cita a menudo como su costo.',
  'Ceiling of vehicles': 'Techo de los vehículos',
  'Changes of ceilings': 'Cambios de los techos',
  'Running sum of the changes that each action on a vehicle made to its potential value (base and all options), up to the date asked for; for a vehicle whose actions are not at hand, the total that a source states.':
    'Suma acumulada de los cambios que cada acción sobre un vehículo hizo en su valor potencial (base y todas las opciones), hasta la fecha pedida; si las acciones del vehículo no están disponibles, el total que declara una fuente.',
  'By fiscal year, calendar year or month it shows what the actions of that time changed ceilings by, not what ceilings came to; that is its value until the last day of that time.':
    'Por ejercicio fiscal, año civil o mes muestra en cuánto cambiaron los techos las acciones de ese tiempo, no a cuánto llegaron; eso es su valor hasta el último día de ese tiempo.',
  'A ceiling is what could be ordered, not what was: most vehicles never reach it.':
    'Un techo es lo que se podría pedir, no lo que se pidió: la mayoría de los vehículos nunca lo alcanza.',
  'Where several vehicles share one ceiling, adding them up counts it several times; the terms say so where they are known.':
    'Cuando varios vehículos comparten un techo, sumarlos lo cuenta varias veces; las condiciones lo dicen cuando se conocen.',
  'The total that a record states is restated on every earlier action, so history is rebuilt from the changes; a mismatch with the stated total is listed.':
    'El total que declara un registro se repite en todas las acciones anteriores, así que la historia se reconstruye a partir de los cambios; toda discrepancia con el total declarado se enumera.',
  'A vehicle whose own actions are not at hand shows a stated total, marked as such.':
    'Un vehículo cuyas acciones propias no están disponibles muestra un total declarado, marcado como tal.',
  'the ceiling set by the first action of each vehicle, where its actions are at hand':
    'el techo fijado por la primera acción de cada vehículo, donde sus acciones están disponibles',
  'Announcements quote the value at the award.': 'Los anuncios citan el valor de la adjudicación.',
  "the orders' obligations instead of the vehicles' ceilings":
    'lo comprometido en las órdenes en lugar de los techos de los vehículos',
  'What has been ordered is often quoted as the value of the contract.':
    'Lo que se ha pedido se cita a menudo como el valor del contrato.',
  'Contract actions': 'Acciones contractuales',
  action: 'acción',
  actions: 'acciones',
  'Awards, orders, vehicles and changes to them, one for each award and modification; an action that several files or rows carry counts once.':
    'Adjudicaciones, órdenes, vehículos y sus cambios, uno por cada adjudicación y modificación; una acción que figura en varios archivos o filas cuenta una vez.',
  'An action is a line of paperwork: one contract has from one to hundreds.':
    'Una acción es una línea de trámite: un contrato tiene desde una hasta cientos.',
  'awards instead of actions': 'adjudicaciones en lugar de acciones',
  'Rows of a download are often called contracts.':
    'A las filas de una descarga se las llama a menudo contratos.',
  award: 'adjudicación',
  awards: 'adjudicaciones',
  'Awards with an action': 'Adjudicaciones con alguna acción',
  'Distinct contracts, orders and vehicles with at least one action.':
    'Contratos, órdenes y vehículos distintos con al menos una acción.',
  'An award counts in every year, month or office in which it has an action, so that parts add up to more than the whole.':
    'Una adjudicación cuenta en cada año, mes u oficina en que tiene una acción, de modo que las partes suman más que el todo.',
  'A PIID of fewer than 13 characters names an order only together with its vehicle.':
    'Un PIID de menos de 13 caracteres solo nombra una orden junto con su vehículo.',
  'only awards whose first action (modification 0) is at hand':
    'solo adjudicaciones cuya primera acción (modificación 0) está disponible',
  'A sentence on contracts of a year may mean those that began in it.':
    'Una frase sobre los contratos de un año puede referirse a los que empezaron en él.',
  'vehicles instead of awards': 'vehículos en lugar de adjudicaciones',
  'A vehicle with its orders is often called one contract.':
    'A un vehículo con sus órdenes se le llama a menudo un contrato.',
  vehicle: 'vehículo',
  vehicles: 'vehículos',
  'Vendors with an action': 'Proveedores con alguna acción',
  vendor: 'proveedor',
  vendors: 'proveedores',
  'Distinct organisations that are the recipient of at least one action: by UEI, before April 2022 by DUNS number, by name where a source gives neither.':
    'Organizaciones distintas que son destinatarias de al menos una acción: por UEI; antes de abril de 2022, por número DUNS; por nombre cuando una fuente no da ninguno.',
  'Names are compared only without dots and commas: one firm under two names counts twice, and two sources that know it by name and by UEI too.':
    'Los nombres se comparan solo sin puntos ni comas: una empresa con dos nombres cuenta dos veces, y también si dos fuentes la conocen por el nombre y por el UEI.',
  'Subsidiaries count for themselves; a parent is what a record named on its date, and can change.':
    'Las filiales cuentan por sí mismas; una matriz es lo que un registro nombró en su fecha, y puede cambiar.',
  'Natural persons and sole proprietors are not among the vendors counted here.':
    'Las personas físicas y los empresarios individuales no están entre los proveedores contados aquí.',
  'parent companies as recorded, where a record names one':
    'empresas matrices según constan, cuando un registro nombra una',
  'Several subsidiaries may be called one company.': 'A varias filiales se las puede llamar una empresa.',
  'recipients of the vehicles, whether or not an order followed':
    'titulares de los vehículos, haya seguido o no una orden',
  'A firm can hold a vehicle without any order.':
    'Una empresa puede ser titular de un vehículo sin ninguna orden.',
  'Vehicles with a known ceiling': 'Vehículos con techo conocido',
  'Distinct vehicles (contracts under which orders are placed) of which an action or a stated total gives a ceiling.':
    'Vehículos distintos (contratos al amparo de los cuales se emiten órdenes) cuyo techo dan una acción o un total declarado.',
  'A vehicle is a frame for orders; without an order nothing beyond its minimum is bought.':
    'Un vehículo es un marco para órdenes; sin una orden no se compra nada más allá de su mínimo.',
  'Vehicles of other agencies (schedules, government-wide contracts) are absent from an extract of one agency.':
    'Los vehículos de otras agencias (catálogos, contratos de todo el gobierno) no están en un extracto de una sola agencia.',
  'Offers received, as stated': 'Ofertas recibidas, según lo declarado',
  offer: 'oferta',
  offers: 'ofertas',
  "The number of offers that the records of an award state, once an award; an order's own number and its vehicle's are kept apart by level.":
    'El número de ofertas que declaran los registros de una adjudicación, una vez por adjudicación; el de una orden y el de su vehículo se distinguen por nivel.',
  'Ask it for one award: the vehicles of one solicitation each state the offers of that solicitation, so that adding them up counts one offer many times.':
    'Pregúntese por una sola adjudicación: cada vehículo de una licitación declara las ofertas de esa licitación, de modo que sumarlos cuenta una oferta muchas veces.',
  'An order under several vehicles may state 1 while its vehicle states 51: the first counts offers for the order, the second for the vehicle.':
    'Una orden entre varios vehículos puede declarar 1 y su vehículo 51: lo primero cuenta ofertas para la orden; lo segundo, para el vehículo.',
  '999 and 0 are used for "not applicable" and are left out.':
    '999 y 0 se usan para «no aplicable» y se omiten.',
  'Share of the ceiling that was ordered': 'Proporción del techo que se pidió',
  "Obligations of the orders under vehicles with a known ceiling, as a share of those vehicles' ceilings.":
    'Montos comprometidos en las órdenes al amparo de vehículos con techo conocido, como proporción de los techos de esos vehículos.',
  'obligations of orders under vehicles with a known ceiling':
    'montos comprometidos en órdenes al amparo de vehículos con techo conocido',
  'ceilings of those vehicles': 'techos de esos vehículos',
  'Orders that are not at hand are not in it: with downloads of one year, it is the share ordered in that year.':
    'Las órdenes no disponibles no están incluidas: con descargas de un año, es la proporción pedida ese año.',
  'A share above one means that orders went beyond the ceiling, or that an increase of the ceiling is not at hand.':
    'Una proporción superior a uno significa que las órdenes superaron el techo, o que un aumento del techo no está disponible.',
  'Concentration of obligations among vendors': 'Concentración de lo comprometido entre proveedores',
  'Herfindahl-Hirschman index of net obligations among vendors as a share of one: the sum of the squares of their shares (times 10,000 for the scale in use). Vendors with a net deobligation are left out.':
    'Índice de Herfindahl-Hirschman de los montos comprometidos netos entre proveedores, como proporción de uno: la suma de los cuadrados de sus proporciones (por 10,000 en la escala habitual). Se omiten los proveedores con una liberación neta.',
  'Vendors are compared as recorded: subsidiaries of one parent count apart, which makes concentration look smaller.':
    'Los proveedores se comparan según constan: las filiales de una matriz cuentan aparte, lo que hace que la concentración parezca menor.',
  'Natural persons and sole proprietors are left out of it.':
    'Se omiten las personas físicas y los empresarios individuales.',
  'Share of the largest vendor': 'Proporción del mayor proveedor',
  'Share of net obligations that went to the largest vendor. Vendors with a net deobligation are left out.':
    'Proporción de los montos comprometidos netos que fue al mayor proveedor. Se omiten los proveedores con una liberación neta.',
  'Share of the three largest vendors': 'Proporción de los tres mayores proveedores',
  'Share of net obligations that went to the 3 largest vendors. Vendors with a net deobligation are left out.':
    'Proporción de los montos comprometidos netos que fue a los 3 mayores proveedores. Se omiten los proveedores con una liberación neta.',
  'Vendors first seen': 'Proveedores vistos por primera vez',
  'Vendors by their first action in all the data at hand, whatever filter is asked for; before the data begin, nothing is known (the first date is given as data_begins).':
    'Proveedores según su primera acción en todos los datos disponibles, sea cual sea el filtro pedido; antes de que empiecen los datos no se sabe nada (la primera fecha se da como data_begins).',
  '"First" means first in the files at hand: a firm with older contracts elsewhere is counted here too.':
    '«Primera» significa la primera en los archivos disponibles: una empresa con contratos más antiguos en otra parte también se cuenta aquí.',
  'In the first year of the data nearly every vendor is "first": compare years only well after the data begin.':
    'En el primer año de los datos casi todos los proveedores son «nuevos»: compare años solo bastante después de que empiecen los datos.',
  'A firm that is known by name in one file and by UEI in another can be counted as first twice.':
    'Una empresa conocida por el nombre en un archivo y por el UEI en otro puede contarse dos veces como nueva.',
  'First date of the data': 'Primera fecha de los datos',
  'a date': 'una fecha',
  'Guaranteed minimum per vehicle': 'Mínimo garantizado por vehículo',
  'The minimum of each vehicle that the versions of a solicitation, or a typed-in term, state up to the date asked for: the latest stated amount, as the running sum of its changes.':
    'El mínimo de cada vehículo que declaran las versiones de una licitación, o una condición transcrita, hasta la fecha pedida: el último monto declarado, como suma acumulada de sus cambios.',
  'No release has a column for it: it is typed in from the documents, each line with its document and date.':
    'Ninguna divulgación tiene una columna para ello: se transcribe de los documentos, cada línea con su documento y su fecha.',
  'Ask it for one family or vehicle: the limits of several do not add up to anything.':
    'Pregúntese por una sola familia o vehículo: los límites de varios no suman nada.',
  'A later version of the solicitation that is not at hand may have changed it.':
    'Una versión posterior de la licitación que no está disponible puede haberlo cambiado.',
  'Maximum per vehicle': 'Máximo por vehículo',
  'The maximum of each vehicle that the versions of a solicitation, or a typed-in term, state up to the date asked for: the latest stated amount, as the running sum of its changes.':
    'El máximo de cada vehículo que declaran las versiones de una licitación, o una condición transcrita, hasta la fecha pedida: el último monto declarado, como suma acumulada de sus cambios.',
  'Reported incentives for agencies with an agreement, as an upper bound':
    'Incentivos comunicados para agencias con acuerdo, como límite superior',
  'It counts every officer of every listed agency as trained; the records do not say how many are.':
    'Cuenta a todos los agentes de todas las agencias de la lista como formados; los registros no dicen cuántos lo están.',
  'No record at hand shows a payment to an agency under these offers.':
    'Ningún registro disponible muestra un pago a una agencia en virtud de estas ofertas.',
  'Officer counts are the latest of the reference list, and agencies that could not be matched are left out.':
    'Los recuentos de agentes son los más recientes de la lista de referencia, y se omiten las agencias no identificadas.',
  'Months to work through the backlog, and the amount per case if the ceilings were used in full':
    'Meses para resolver el atraso, y monto por caso si los techos se usaran por completo',
  'The rate and the backlog are what was reported, not what a record shows; no record says how many cases were worked.':
    'El ritmo y el atraso son lo que se comunicó, no lo que muestra un registro; ningún registro dice cuántos casos se trabajaron.',
  'A ceiling is what could be ordered, so that the amount per case is an upper bound of an upper bound.':
    'Un techo es lo que se podría pedir, de modo que el monto por caso es un límite superior de un límite superior.',
};
