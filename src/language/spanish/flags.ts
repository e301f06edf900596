import type { Messages } from '../say-with.ts';

const fullDownloads =
  'la descarga de transacciones contractuales de USAspending (297 columnas) y el canal Atom de FPDS lo tienen; la exportación de la búsqueda de transacciones no.';

/** Red flags: what each asks, how, and what else can explain it. */
export const flags: Messages = {
  'Ceiling raised': 'Techo aumentado',
  'vehicle, order or contract': 'vehículo, orden o contrato',
  'For each award whose first action is at hand, the ceiling (base and all options) is rebuilt from the changes. It is flagged where one change raised it by more than {step_percent} percent of what it was, or where it ever stood more than {total_percent} percent above its first value.':
    'Para cada adjudicación cuya primera acción está disponible, el techo (base y todas las opciones) se reconstruye a partir de los cambios. Se señala cuando un cambio lo aumentó en más del {step_percent} por ciento de lo que era, o cuando alguna vez estuvo más del {total_percent} por ciento por encima de su primer valor.',
  'GAO reports on growth of indefinite-delivery contracts; Federal Acquisition Regulation, 6.001 and 43.103 (scope of modifications)':
    'Informes de la GAO sobre el crecimiento de los contratos de entrega indefinida; Reglamento Federal de Adquisiciones, 6.001 y 43.103 (alcance de las modificaciones)',
  'Competition was held for the first ceiling. What is added later was never competed.':
    'Se compitió por el primer techo. Lo que se añade después nunca se sometió a competencia.',
  'A vehicle of 10 million is modified twice: plus 2 million (20 percent), then plus 9 million (75 percent of 12 million). The second step flags it at the default of 50 percent.':
    'Un vehículo de 10 millones se modifica dos veces: más 2 millones (20 por ciento), luego más 9 millones (75 por ciento de 12 millones). El segundo paso lo señala con el valor por defecto del 50 por ciento.',
  'Ceilings by action: The USAspending contract transactions download (297 columns) and the FPDS Atom feed have it; the transaction search export has not.': `Techos por acción: ${fullDownloads}`,
  'An option or a surge that was priced in the competition can be recorded late.':
    'Una opción o un aumento ya valorados en la competencia pueden registrarse tarde.',
  'A first value of a few dollars, entered to open the record, makes any later value a large raise.':
    'Un primer valor de pocos dólares, introducido para abrir el registro, convierte cualquier valor posterior en un gran aumento.',
  'The price index, a protest settled, or a new site within scope raises a ceiling as foreseen.':
    'El índice de precios, la resolución de una impugnación o un nuevo sitio dentro del alcance aumentan un techo según lo previsto.',
  'Recipients that are natural persons or sole proprietors.':
    'Destinatarios que son personas físicas o empresarios individuales.',
  'Awards whose first action is not at hand, or whose first ceiling is below {least} dollars.':
    'Adjudicaciones cuya primera acción no está disponible, o cuyo primer techo es inferior a {least} dólares.',
  'percent by which one change may raise the ceiling': 'porcentaje en que un cambio puede aumentar el techo',
  'percent by which all changes together may raise it':
    'porcentaje en que todos los cambios juntos pueden aumentarlo',
  'dollars of the first ceiling below which nothing is said':
    'dólares del primer techo por debajo de los cuales no se dice nada',
  "Ceiling outside the solicitation's limits": 'Techo fuera de los límites de la licitación',
  "A vehicle's first ceiling is compared with the maximum and the minimum per vehicle that the latest version of its family's solicitation (or its own terms) states before the award.":
    'El primer techo de un vehículo se compara con el máximo y el mínimo por vehículo que declara, antes de la adjudicación, la última versión de la licitación de su familia (o sus propias condiciones).',
  'Federal Acquisition Regulation, 16.504(a): an indefinite-quantity contract states a minimum and a maximum':
    'Reglamento Federal de Adquisiciones, 16.504(a): un contrato de cantidad indefinida declara un mínimo y un máximo',
  'Offers were made against the limits that the solicitation stated.':
    'Las ofertas se hicieron conforme a los límites que declaraba la licitación.',
  'A solicitation states at most 90 million a vehicle; a vehicle under it is awarded with a ceiling of 120 million.':
    'Una licitación declara como máximo 90 millones por vehículo; se adjudica un vehículo con un techo de 120 millones.',
  'Terms: the typed-in form of versions of a solicitation, or a terms file.':
    'Condiciones: el formulario transcrito de versiones de una licitación, o un archivo de condiciones.',
  'A later version of the solicitation changed the limits and is not at hand.':
    'Una versión posterior de la licitación cambió los límites y no está disponible.',
  'The limit may be meant for one ordering period, the ceiling for all of them.':
    'El límite puede referirse a un periodo de órdenes, y el techo a todos.',
  'The stated ceiling may hold only the price offered and not the maximum.':
    'El techo declarado puede contener solo el precio ofrecido y no el máximo.',
  'Vehicles of a family without stated terms.': 'Vehículos de una familia sin condiciones declaradas.',
  "Orders' ceilings above their vehicle's": 'Techos de las órdenes por encima del de su vehículo',
  "The ceilings of a vehicle's orders (base and all options, as far as they are at hand) are added up and compared with the vehicle's own ceiling. It is flagged where they are more than {percent} percent of it.":
    'Los techos de las órdenes de un vehículo (base y todas las opciones, en la medida en que están disponibles) se suman y se comparan con el techo del propio vehículo. Se señala cuando superan el {percent} por ciento de este.',
  'Federal Acquisition Regulation, 16.504 and 16.505 (orders within the maximum of the contract)':
    'Reglamento Federal de Adquisiciones, 16.504 y 16.505 (órdenes dentro del máximo del contrato)',
  "Orders beyond the vehicle's maximum are outside of what was competed.":
    'Las órdenes que superan el máximo del vehículo quedan fuera de lo que se sometió a competencia.',
  'A vehicle with a ceiling of 10 million has three orders with ceilings of 4 million each.':
    'Un vehículo con un techo de 10 millones tiene tres órdenes con techos de 4 millones cada una.',
  'Ceilings of orders and vehicles: The USAspending contract transactions download (297 columns) and the FPDS Atom feed have it; the transaction search export has not.': `Techos de órdenes y vehículos: ${fullDownloads}`,
  "A raise of the vehicle's ceiling may not be at hand yet.":
    'Un aumento del techo del vehículo puede no estar disponible todavía.',
  'Several vehicles can share one ceiling.': 'Varios vehículos pueden compartir un techo.',
  'An order that was closed out below its value keeps its first ceiling until a modification lowers it.':
    'Una orden que se cerró por debajo de su valor conserva su primer techo hasta que una modificación lo baja.',
  'Vehicles whose ceiling is not known, and orders without a ceiling in their source.':
    'Vehículos cuyo techo no se conoce, y órdenes sin techo en su fuente.',
  'percent of the ceiling that the orders may reach': 'porcentaje del techo que pueden alcanzar las órdenes',
  'Ordered after the ordering period': 'Orden posterior al periodo de órdenes',
  order: 'orden',
  "The first action of an order is compared with the end of its vehicle's ordering period as it stood on that day (the latest action on the vehicle at or before it). Where the vehicle's records at hand end before the order, an extension may be missing: the outcome is unknown, as it is for an order whose first action is not at hand.":
    'La primera acción de una orden se compara con el fin del periodo de órdenes de su vehículo tal como estaba ese día (la última acción sobre el vehículo hasta entonces). Si los registros disponibles del vehículo terminan antes que la orden, puede faltar una prórroga: el resultado se desconoce, como el de una orden cuya primera acción no está disponible.',
  'Federal Acquisition Regulation, 16.505 and 52.216-22 (orders within the effective period)':
    'Reglamento Federal de Adquisiciones, 16.505 y 52.216-22 (órdenes dentro del periodo de vigencia)',
  'After the period no order may be placed without a new contract or an extension.':
    'Después del periodo no se puede emitir ninguna orden sin un contrato nuevo o una prórroga.',
  'A vehicle takes orders until 30 June; an order is signed on 15 July, and no extension is on record by then.':
    'Un vehículo admite órdenes hasta el 30 de junio; se firma una orden el 15 de julio, y para entonces no consta ninguna prórroga.',
  "Ordering periods: the vehicle's actions in the FPDS Atom feed or the transactions download.":
    'Periodos de órdenes: las acciones del vehículo en el canal Atom de FPDS o en la descarga de transacciones.',
  'An extension signed in time may have been reported late.':
    'Una prórroga firmada a tiempo puede haberse comunicado tarde.',
  'Work under an order goes on after the period as a rule; only new orders are looked at.':
    'El trabajo de una orden suele continuar después del periodo; solo se miran las órdenes nuevas.',
  'Ordering periods are entered by hand and are moved back and forth in the record.':
    'Los periodos de órdenes se introducen a mano y se mueven de un lado a otro en el registro.',
  "Orders whose vehicle's ordering period is not at hand.":
    'Órdenes cuyo vehículo no tiene un periodo de órdenes disponible.',
  'Changes to orders that exist.': 'Cambios en órdenes ya existentes.',
  'Not competed': 'Sin competencia',
  'An award of at least {least} dollars (the larger of its obligations and its ceiling) whose record says that it was not competed (codes B, C, G, NDO), or an order placed without a fair opportunity. The authority in the record is given as the value.':
    'Una adjudicación de al menos {least} dólares (lo mayor entre lo comprometido y su techo) cuyo registro dice que no se sometió a competencia (códigos B, C, G, NDO), o una orden emitida sin oportunidad equitativa. Como valor se da la base legal que consta en el registro.',
  'Federal Acquisition Regulation, 6.302 and 16.505(b)(2) (exceptions)':
    'Reglamento Federal de Adquisiciones, 6.302 y 16.505(b)(2) (excepciones)',
  'Without competition nothing but negotiation holds the price.':
    'Sin competencia, solo la negociación contiene el precio.',
  'A contract of 3 million with extent competed C (not competed) and authority URG (urgency).':
    'Un contrato de 3 millones con grado de competencia C (sin competencia) y base legal URG (urgencia).',
  'Extent competed: The USAspending contract transactions download (297 columns) and the FPDS Atom feed have it; the transaction search export has not.': `Grado de competencia: ${fullDownloads}`,
  'The law has exceptions, among them urgency, one responsible source, and set-asides; the record names which.':
    'La ley prevé excepciones, entre ellas la urgencia, la fuente única responsable y las reservas; el registro dice cuál.',
  'A follow-on can be the cheapest way to finish work.':
    'Una continuación puede ser la manera más barata de terminar un trabajo.',
  'An order under a minimum guarantee (code MG) is owed to the holder of the vehicle.':
    'Una orden por garantía mínima (código MG) se le debe al titular del vehículo.',
  'Awards below the threshold.': 'Adjudicaciones por debajo del umbral.',
  'Orders with a minimum guarantee (MG).': 'Órdenes por garantía mínima (MG).',
  'dollars below which nothing is said (the simplified acquisition threshold of 2020 to 2025)':
    'dólares por debajo de los cuales no se dice nada (el umbral de adquisición simplificada de 2020 a 2025)',
  'One offer in a competitive procedure': 'Una sola oferta en un procedimiento competitivo',
  'A competed award (codes A, D, E, F, CDO) of at least {least} dollars that received one offer. For an order, its own record and its vehicle are read together: one offer for an order under a vehicle of one holder, or of one offer, is flagged; an order with one offer under a vehicle that several hold is flagged only where a fair opportunity was given (FAIR) and the record states the number for this order.':
    'Una adjudicación con competencia (códigos A, D, E, F, CDO) de al menos {least} dólares que recibió una sola oferta. Para una orden se leen juntos su propio registro y su vehículo: se señala una oferta para una orden de un vehículo con un solo titular o una sola oferta; una orden con una oferta de un vehículo con varios titulares se señala solo cuando se dio oportunidad equitativa (FAIR) y el registro declara el número para esa orden.',
  'Open Contracting Partnership, Cardinal, R018 (one tenderer and a competitive method: open or selective); there the unit is a contracting process and there is no least amount.':
    'Open Contracting Partnership, Cardinal, R018 (un solo licitador y un método competitivo: abierto o selectivo); allí la unidad es un proceso de contratación y no hay monto mínimo.',
  'One offer in a competition can mean that others were kept from offering, or did not think it worth while.':
    'Una sola oferta en una competencia puede significar que se impidió ofertar a otros, o que no les pareció que valiera la pena.',
  'A contract after full and open competition, 2 million, with number of offers received 1.':
    'Un contrato tras competencia plena y abierta, 2 millones, con 1 oferta recibida.',
  'Number of offers: The USAspending contract transactions download (297 columns) and the FPDS Atom feed have it; the transaction search export has not.': `Número de ofertas: ${fullDownloads}`,
  'The market may have one firm that can do the work.':
    'El mercado puede tener una sola empresa capaz de hacer el trabajo.',
  'On an order the number is often entered as 1 by habit, whatever happened.':
    'En una orden, el número se introduce a menudo como 1 por costumbre, pasara lo que pasara.',
  'A short deadline or a narrow requirement keeps others away without intent.':
    'Un plazo corto o un requisito estrecho alejan a otros sin intención.',
  'Awards that were not competed: another flag.': 'Adjudicaciones sin competencia: otra alerta.',
  'Numbers 0 and 999, which stand for none stated.': 'Los números 0 y 999, que significan que no consta.',
  'Orders under a minimum guarantee (MG).': 'Órdenes por garantía mínima (MG).',
  'dollars below which nothing is said': 'dólares por debajo de los cuales no se dice nada',
  'Everyone who offered won': 'Ganaron todos los que ofertaron',
  'family of vehicles': 'familia de vehículos',
  'The vehicles of one solicitation are counted and compared with the offers that their records state. It is flagged where there are at least {least} vehicles and just as many offers; more vehicles than offers means that the number was stated for a part, and the outcome is unknown.':
    'Los vehículos de una licitación se cuentan y se comparan con las ofertas que declaran sus registros. Se señala cuando hay al menos {least} vehículos y el mismo número de ofertas; más vehículos que ofertas significa que el número se declaró para una parte, y el resultado se desconoce.',
  'Federal Acquisition Regulation, 16.504(c) (multiple awards); U.S. Government Accountability Office, reports on competition and on indefinite-delivery contracts':
    'Reglamento Federal de Adquisiciones, 16.504(c) (adjudicaciones múltiples); Oficina de Rendición de Cuentas del Gobierno de EE. UU. (GAO), informes sobre competencia y sobre contratos de entrega indefinida',
  'Where nobody was turned away, the selection chose nothing.':
    'Donde no se rechazó a nadie, la selección no eligió nada.',
  'Six vehicles under one solicitation, each with number of offers received 6.':
    'Seis vehículos de una licitación, cada uno con 6 ofertas recibidas.',
  'Vehicles with solicitation and offers: the FPDS Atom feed, the transactions download, or the typed-in form of vehicles.':
    'Vehículos con licitación y ofertas: el canal Atom de FPDS, la descarga de transacciones o el formulario transcrito de vehículos.',
  'A solicitation can be meant to admit every qualified firm, with competition left to the orders.':
    'Una licitación puede pretender admitir a toda empresa calificada y dejar la competencia para las órdenes.',
  'Offers that were withdrawn or not responsive may not be counted.':
    'Las ofertas retiradas o que no cumplían pueden no contarse.',
  'The number may be that of one group of the solicitation.':
    'El número puede ser el de un grupo de la licitación.',
  'Families with fewer vehicles than the least number.': 'Familias con menos vehículos que el número mínimo.',
  'Families for which no record states the offers.':
    'Familias para las que ningún registro declara las ofertas.',
  'vehicles below which nothing is said': 'vehículos por debajo de los cuales no se dice nada',
  "A vendor's first action in the data is large": 'La primera acción de un proveedor en los datos es grande',
  "A vendor's first action in all the data at hand is flagged where its obligation or its ceiling is more than {least} dollars, and the data begin at least {days} days before it.":
    'La primera acción de un proveedor en todos los datos disponibles se señala cuando lo comprometido o su techo superan {least} dólares y los datos empiezan al menos {days} días antes.',
  'Open Contracting Partnership, red flags of company experience; Federal Acquisition Regulation, 9.104-1 (responsibility)':
    'Open Contracting Partnership, alertas sobre experiencia de la empresa; Reglamento Federal de Adquisiciones, 9.104-1 (responsabilidad)',
  'A firm without a record that wins a large contract at once raises the question how it was found able.':
    'Una empresa sin antecedentes que gana de entrada un contrato grande plantea la pregunta de cómo se la consideró capaz.',
  'The data begin in October 2022. A firm that is never seen before has its first action in May 2025: 40 million.':
    'Los datos empiezan en octubre de 2022. Una empresa nunca vista antes tiene su primera acción en mayo de 2025: 40 millones.',
  'Several years of downloads; identifiers (UEI) make it surer than names.':
    'Varios años de descargas; los identificadores (UEI) lo hacen más seguro que los nombres.',
  'The firm may have years of contracts with other agencies, or under an older name or number, that are not at hand.':
    'La empresa puede tener años de contratos con otras agencias, o con un nombre o número anterior, que no están disponibles.',
  'A merger or a new registration gives an old firm a new number.':
    'Una fusión o un nuevo registro da a una empresa antigua un número nuevo.',
  'A joint venture is new by its nature.': 'Una empresa conjunta es nueva por naturaleza.',
  'Vendors whose first action lies within the first days of the data, where everyone is new.':
    'Proveedores cuya primera acción está en los primeros días de los datos, cuando todos son nuevos.',
  'dollars of the first action': 'dólares de la primera acción',
  'days after the first date of the data': 'días después de la primera fecha de los datos',
  'New scope by modification': 'Nuevo alcance por modificación',
  'Among the actions of an award, the product or industry code of a modification differs in its group (the first letter or digit of a service, the first two of an industry) from that of the first action at hand, or a modification says in the words of its description that a new site, service or requirement is added.':
    'Entre las acciones de una adjudicación, el código de producto o industria de una modificación difiere en su grupo (la primera letra o dígito de un servicio, los dos primeros de una industria) del de la primera acción disponible, o una modificación dice en las palabras de su descripción que se añade un sitio, servicio o requisito nuevo.',
  'Federal Acquisition Regulation, 6.001(c) and 43.201 (changes within scope)':
    'Reglamento Federal de Adquisiciones, 6.001(c) y 43.201 (cambios dentro del alcance)',
  'Work outside the scope that was competed needs its own competition.':
    'El trabajo fuera del alcance que se sometió a competencia necesita su propia competencia.',
  'A contract for guards (S206) is modified with product code R799, other support services.':
    'Un contrato de vigilancia (S206) se modifica con el código de producto R799, otros servicios de apoyo.',
  'Product and industry codes by action: The USAspending contract transactions download (297 columns) and the FPDS Atom feed have it; the transaction search export has not.': `Códigos de producto e industria por acción: ${fullDownloads}`,
  'Codes are corrected, and code lists change: a new code can mean the same work.':
    'Los códigos se corrigen y las listas de códigos cambian: un código nuevo puede significar el mismo trabajo.',
  '"Add" and "new" are also said of funds, of contract lines and of addresses.':
    '«Añadir» y «nuevo» se dicen también de fondos, de líneas de contrato y de direcciones.',
  'A change within the general scope is allowed by the contract.':
    'El contrato permite un cambio dentro del alcance general.',
  'Awards with one action.': 'Adjudicaciones con una sola acción.',
  'Descriptions are reduced to words of a vocabulary: wording that is not in it is not seen.':
    'Las descripciones se reducen a palabras de un vocabulario: lo que no está en él no se ve.',
  'Undefinitised or letter contract': 'Contrato sin definir o carta contrato',
  'An award with an action that is a letter contract (code A) or another undefinitised action (code B).':
    'Una adjudicación con una acción que es una carta contrato (código A) u otra acción sin definir (código B).',
  'Federal Acquisition Regulation, 16.603 (letter contracts): to be definitised within 180 days':
    'Reglamento Federal de Adquisiciones, 16.603 (cartas contrato): deben definirse en 180 días',
  'Work begins before the price is agreed, which leaves the government with little to bargain with.':
    'El trabajo empieza antes de acordar el precio, lo que deja al gobierno con poco margen de negociación.',
  'A contract whose first action has the code A, letter contract.':
    'Un contrato cuya primera acción tiene el código A, carta contrato.',
  'The undefinitised code: The USAspending contract transactions download (297 columns) and the FPDS Atom feed have it; the transaction search export has not.': `El código de contrato sin definir: ${fullDownloads}`,
  'Emergencies are what letter contracts are for.': 'Las cartas contrato existen para las emergencias.',
  'The action may have been definitised on time; the record keeps the code of the first action.':
    'La acción puede haberse definido a tiempo; el registro conserva el código de la primera acción.',
  'Bridge extended again and again': 'Contrato puente prorrogado una y otra vez',
  'order or contract': 'orden o contrato',
  'Modifications that move the current end date back, or whose words say extend, extension or bridge, are counted. It is flagged from {least} on; exercising an option (kind G) does not count.':
    'Se cuentan las modificaciones que retrasan la fecha de fin vigente, o cuyas palabras dicen «extend», «extension» o «bridge». Se señala a partir de {least}; ejercer una opción (clase G) no cuenta.',
  'GAO-16-15, on bridge contracts': 'GAO-16-15, sobre contratos puente',
  'A bridge from one contract to the next is meant to be short; one that goes on keeps competition off.':
    'Un puente de un contrato al siguiente debe ser corto; uno que se prolonga impide la competencia.',
  'A contract for three months is extended for three months at a time, four times in a row.':
    'Un contrato de tres meses se prorroga de tres en tres meses, cuatro veces seguidas.',
  'End dates by action: The USAspending contract transactions download (297 columns) and the FPDS Atom feed have it; the transaction search export has not.': `Fechas de fin por acción: ${fullDownloads}`,
  'A protest can force an agency to bridge.':
    'Una impugnación puede obligar a una agencia a recurrir a un puente.',
  'An extension without cost can let work finish.':
    'Una prórroga sin costo puede permitir terminar el trabajo.',
  'Dates are moved for closing out, with no work done.':
    'Las fechas se mueven para el cierre, sin trabajo alguno.',
  'Options that were part of the award (kind G).':
    'Opciones que formaban parte de la adjudicación (clase G).',
  'extensions from which it is flagged': 'prórrogas a partir de las cuales se señala',
  'One vendor has most of an office': 'Un proveedor concentra la mayor parte de una oficina',
  'office (or agency) and fiscal year': 'oficina (o agencia) y año fiscal',
  'Of the positive net obligations of an office in a fiscal year, the share of the largest vendor. It is flagged where it is more than {percent} percent, the office has at least {awards} awards and {least} dollars in the year. Where a source has no offices, agencies are compared.':
    'De los montos comprometidos netos positivos de una oficina en un año fiscal, la proporción del mayor proveedor. Se señala cuando supera el {percent} por ciento y la oficina tiene al menos {awards} adjudicaciones y {least} dólares en el año. Si una fuente no tiene oficinas, se comparan agencias.',
  'Open Contracting Partnership, red flags of market concentration; U.S. Department of Justice, Merger Guidelines, on shares':
    'Open Contracting Partnership, alertas de concentración del mercado; Departamento de Justicia de EE. UU., Directrices sobre fusiones, sobre proporciones',
  'An office that depends on one vendor has little choice when prices rise or work is poor.':
    'Una oficina que depende de un proveedor tiene poca elección cuando suben los precios o el trabajo es deficiente.',
  'An office obligates 100 million on 40 awards in a year, 80 million of it to one vendor.':
    'Una oficina compromete 100 millones en 40 adjudicaciones en un año, 80 millones con un solo proveedor.',
  'Offices: The USAspending contract transactions download (297 columns) and the FPDS Atom feed have it; the transaction search export has not.': `Oficinas: ${fullDownloads}`,
  'An office can exist for one programme with one contract.':
    'Una oficina puede existir para un solo programa con un solo contrato.',
  'One large contract that is paid in one year weighs on that year alone.':
    'Un contrato grande que se paga en un año pesa solo en ese año.',
  'Subsidiaries are counted apart, so that the true share may be larger or the vendor a group.':
    'Las filiales se cuentan aparte, de modo que la proporción real puede ser mayor o el proveedor ser un grupo.',
  'Offices below the least number of awards or dollars.':
    'Oficinas por debajo del número mínimo de adjudicaciones o dólares.',
  'percent of the obligations': 'porcentaje de lo comprometido',
  'awards in the year': 'adjudicaciones en el año',
  'dollars in the year': 'dólares en el año',
  'Year-end spike': 'Pico de fin de año',
  'agency and fiscal year': 'agencia y año fiscal',
  'The share of the positive obligations of an agency in a fiscal year that falls in September. It is flagged where it is more than {percent} percent, in years with actions in at least {months} months.':
    'La proporción de los montos comprometidos positivos de una agencia en un año fiscal que cae en septiembre. Se señala cuando supera el {percent} por ciento, en años con acciones en al menos {months} meses.',
  'Liebman and Mahoney, "Do Expiring Budgets Lead to Wasteful Year-End Spending?", American Economic Review 2017':
    'Liebman y Mahoney, «Do Expiring Budgets Lead to Wasteful Year-End Spending?», American Economic Review 2017',
  'Money that expires on 30 September is spent in a hurry; studies found such buys of lower quality.':
    'El dinero que vence el 30 de septiembre se gasta con prisa; los estudios hallaron que esas compras son de menor calidad.',
  'An agency obligates 400 million in a year, 160 million of it in September: 40 percent.':
    'Una agencia compromete 400 millones en un año, 160 millones en septiembre: el 40 por ciento.',
  'All months of a fiscal year.': 'Todos los meses de un año fiscal.',
  'Appropriations often come late in the year.':
    'Las asignaciones presupuestarias suelen llegar tarde en el año.',
  'Contracts that run by fiscal year are renewed in September every year.':
    'Los contratos por año fiscal se renuevan cada año en septiembre.',
  'A single large award can fall in September by chance.':
    'Una sola adjudicación grande puede caer en septiembre por azar.',
  'Years with too few months at hand, the running year among them.':
    'Años con muy pocos meses disponibles, entre ellos el año en curso.',
  'percent of the year in September; an even year has 8.3':
    'porcentaje del año en septiembre; un año uniforme tiene 8.3',
  'months with actions': 'meses con acciones',
  'More taken back than given': 'Más revertido que comprometido',
  'An award whose obligations at hand add up to less than minus {least} dollars. Where its first action is not at hand, earlier obligations may be missing: the outcome is unknown.':
    'Una adjudicación cuyos montos comprometidos disponibles suman menos de menos {least} dólares. Si su primera acción no está disponible, pueden faltar montos anteriores: el resultado se desconoce.',
  'Counterfoil; Federal Acquisition Regulation, 4.804-5 (closing out)':
    'Counterfoil; Reglamento Federal de Adquisiciones, 4.804-5 (cierre)',
  'A negative sum means that earlier obligations are not at hand, or that more was taken back than was given.':
    'Una suma negativa significa que no están disponibles montos comprometidos anteriores, o que se revirtió más de lo comprometido.',
  'An order is signed with 200,000 dollars; a year later 300,000 dollars are taken back, and nothing else is on record.':
    'Una orden se firma con 200,000 dólares; un año después se retiran 300,000 dólares, y no consta nada más.',
  'Earlier years of downloads.': 'Años anteriores de descargas.',
  'The award began before the data at hand: the first obligations are in an earlier year.':
    'La adjudicación empezó antes de los datos disponibles: los primeros montos comprometidos están en un año anterior.',
  'Money left at the end of an award is taken back as a rule.':
    'El dinero que queda al final de una adjudicación se revierte por norma.',
  'dollars below zero that are let pass': 'dólares bajo cero que se dejan pasar',
  'Reported late': 'Comunicado tarde',
  'The days from the signature to the day on which the record was made. It is flagged from more than {days} days on.':
    'Los días desde la firma hasta el día en que se hizo el registro. Se señala a partir de más de {days} días.',
  'Federal Acquisition Regulation, 4.604(b)(2): within three business days of the award':
    'Reglamento Federal de Adquisiciones, 4.604(b)(2): en los tres días hábiles siguientes a la adjudicación',
  'While an action is not in the record, nobody outside can see it.':
    'Mientras una acción no está en el registro, nadie de fuera puede verla.',
  'An order signed on 16 December is entered on 22 January, 37 days later.':
    'Una orden firmada el 16 de diciembre se introduce el 22 de enero, 37 días después.',
  'The day of the report: the FPDS Atom feed (created) and the transactions download (initial report date).':
    'El día de la comunicación: el canal Atom de FPDS (created) y la descarga de transacciones (initial report date).',
  'Actions in an emergency may be reported within 30 days.':
    'Las acciones en una emergencia pueden comunicarse en 30 días.',
  'A record can be made anew after a correction, with a new date.':
    'Un registro puede volver a hacerse tras una corrección, con fecha nueva.',
  'Defence actions are held back 90 days by rule.': 'Las acciones de defensa se retienen 90 días por norma.',
  'Actions of defence agencies (codes beginning with 97, 21, 17, 57 or DoD offices) are not applicable.':
    'Las acciones de agencias de defensa (códigos que empiezan por 97, 21, 17, 57 u oficinas del DoD) no son aplicables.',
  'days from signature to record': 'días de la firma al registro',
  'Parked ceiling': 'Techo en reserva',
  'A vehicle with a ceiling of at least {least} dollars, awarded at least {days} days before the latest action at hand, under which no order is at hand.':
    'Un vehículo con un techo de al menos {least} dólares, adjudicado al menos {days} días antes de la última acción disponible, sin ninguna orden disponible.',
  'Federal Acquisition Regulation, 16.504(a)(1): a minimum quantity that is more than nominal':
    'Reglamento Federal de Adquisiciones, 16.504(a)(1): una cantidad mínima más que nominal',
  'A high ceiling without orders stands ready to be used without a new competition.':
    'Un techo alto sin órdenes queda listo para usarse sin una nueva competencia.',
  'A vehicle with a ceiling of 600 million, awarded 14 months ago, without an order on record.':
    'Un vehículo con un techo de 600 millones, adjudicado hace 14 meses, sin ninguna orden que conste.',
  'Orders of the same agency and time: a transactions download or search export of the years since the award.':
    'Órdenes de la misma agencia y época: una descarga de transacciones o exportación de búsqueda de los años desde la adjudicación.',
  'Orders may be placed by other agencies whose records are not at hand.':
    'Otras agencias cuyos registros no están disponibles pueden emitir órdenes.',
  'The minimum may have been ordered under another number.':
    'El mínimo puede haberse pedido con otro número.',
  'A vehicle can be a reserve that is never needed.':
    'Un vehículo puede ser una reserva que nunca se necesita.',
  'Vehicles of which only orders are at hand.': 'Vehículos de los que solo hay órdenes disponibles.',
  'dollars of the ceiling': 'dólares del techo',
  'days since the award': 'días desde la adjudicación',
  'Short time to offer': 'Plazo corto para ofertar',
  'version of a solicitation': 'versión de una licitación',
  'The days from the day on which a version of a solicitation was posted to the day on which offers are due. It is flagged below {days} days.':
    'Los días desde la publicación de una versión de una licitación hasta el día límite de ofertas. Se señala por debajo de {days} días.',
  'Open Contracting Partnership, Cardinal, R003 (tender period below 15 days, open procedures); there the period is that of the tender, here it is counted for the first version and for each that moves the day.':
    'Open Contracting Partnership, Cardinal, R003 (plazo de licitación inferior a 15 días, procedimientos abiertos); allí el plazo es el de la licitación, aquí se cuenta para la primera versión y para cada una que mueve el día.',
  'A short time favours those who knew before.': 'Un plazo corto favorece a quienes lo sabían de antes.',
  'Posted on 10 November, offers due on 13 November: three days.':
    'Publicada el 10 de noviembre, ofertas hasta el 13 de noviembre: tres días.',
  'Posted and due dates: SAM.gov opportunities, or the typed-in form of versions.':
    'Fechas de publicación y límite: oportunidades de SAM.gov, o el formulario transcrito de versiones.',
  'The rules allow short times for commercial items and simplified buys.':
    'Las normas permiten plazos cortos para artículos comerciales y compras simplificadas.',
  'A version that answers questions leaves less time than the first one gave.':
    'Una versión que responde preguntas deja menos tiempo del que dio la primera.',
  'The requirement may have been announced long before in another notice.':
    'El requisito puede haberse anunciado mucho antes en otro aviso.',
  'Notices without a day on which offers are due, award notices among them.':
    'Avisos sin día límite de ofertas, entre ellos los de adjudicación.',
  'days below which it is flagged, as in Cardinal':
    'días por debajo de los cuales se señala, como en Cardinal',
  'Vendor of very different things': 'Proveedor de cosas muy distintas',
  'The number of first-level classes of product or service (the letter of a service, the first two digits of a product) over all actions of a vendor. It is flagged from the upper fence on: the third quartile plus 1.5 times the interquartile range over all vendors, and at least {least}.':
    'El número de clases de primer nivel de producto o servicio (la letra de un servicio, los dos primeros dígitos de un producto) en todas las acciones de un proveedor. Se señala a partir del límite superior: el tercer cuartil más 1.5 veces el rango intercuartílico de todos los proveedores, y al menos {least}.',
  'Open Contracting Partnership, Cardinal, R048 (upper fence of the variety of first-level classes); there over awarded items, with two digits.':
    'Open Contracting Partnership, Cardinal, R048 (límite superior de la variedad de clases de primer nivel); allí sobre artículos adjudicados, con dos dígitos.',
  'A vendor that sells everything may stand for others, or lack the skill for some of it.':
    'Un proveedor que vende de todo puede estar en nombre de otros, o carecer de capacidad para una parte.',
  'Three quarters of vendors have one or two classes; a vendor with twelve is far beyond the fence.':
    'Tres cuartas partes de los proveedores tienen una o dos clases; un proveedor con doce está muy por encima del límite.',
  'Product and service codes: The USAspending contract transactions download (297 columns) and the FPDS Atom feed have it; the transaction search export has not.': `Códigos de producto y servicio: ${fullDownloads}`,
  'Resellers, distributors and large integrators sell many things as their trade.':
    'Revendedores, distribuidores y grandes integradores venden muchas cosas como negocio.',
  'Codes are chosen by the buyer, and one kind of work gets several.':
    'El comprador elige los códigos, y una misma clase de trabajo recibe varios.',
  'Vendors without a coded action.': 'Proveedores sin ninguna acción codificada.',
  'Where fewer than {vendors} vendors are coded, the fence says nothing.':
    'Cuando hay menos de {vendors} proveedores codificados, el límite no dice nada.',
  'classes below which nothing is flagged': 'clases por debajo de las cuales no se señala nada',
  'vendors with codes for the fence to mean something':
    'proveedores con códigos para que el límite signifique algo',
};
