import type { Messages } from '../say-with.ts';

/** Pages of figures and receipts, long tables, and the glossary. */
export const numbers: Messages = {
  '{shown} of {total} rows': '{shown} de {total} filas',
  'Filter {column}': 'Filtrar {column}',
  'Text: part of it. Numbers and dates: 10, >10, <10, 10..20.':
    'Texto: una parte. Números y fechas: 10, >10, <10, 10..20.',
  Columns: 'Columnas',
  'Copy rows': 'Copiar filas',
  'Copied {count} rows': 'Copiadas {count} filas',
  'Show all': 'Mostrar todo',
  'Reading …': 'Leyendo…',
  'The file could not be read; the first rows stand below.':
    'No se pudo leer el archivo; abajo están las primeras filas.',
  'Arrow keys move from cell to cell, Page Up and Page Down by screens, Enter follows a link or sorts.':
    'Las flechas pasan de celda en celda, Re Pág y Av Pág por pantallas, Intro sigue un enlace u ordena.',
  'painted by this browser from the SVG, at twice its size':
    'dibujado por este navegador a partir del SVG, al doble de su tamaño',
  'Words used on this page': 'Palabras usadas en esta página',
  'Every figure with its definition and latest value.':
    'Todas las cifras con su definición y su valor más reciente.',
  'Each figure is declared once, with what it counts and what else a fair person might mean by its name.':
    'Cada cifra se declara una sola vez, con lo que cuenta y lo que alguien podría entender razonablemente por su nombre.',
  'Changes of the records': 'Cambios de los registros',
  'Other figures': 'Otras cifras',
  'Receipt: {1}, {2}': 'Comprobante: {1}, {2}',
  'The rows behind {1} {2} as of {3}.': 'Las filas de {1} {2} al {3}.',
  '{1}{2}, as of {3}': '{1}{2}, al {3}',
  'Receipt for a reading of ': 'Comprobante de una lectura de ',
  'Receipt for ': 'Comprobante de ',
  '{1}Counted again from the {2} {3} below, by other means: {4}{5}':
    '{1}Contado de nuevo a partir de las {2} {3} siguientes, por otros medios: {4}{5}',
  '. The two counts differ.': '. Los dos recuentos difieren.',
  'Individuals and sole proprietors: {1} {2}, adding {3}. They stand in one line here and cannot be opened, since the number of an award would lead to who was paid. The count above takes what they add as it is stated.':
    'Personas físicas y empresarios individuales: {1} {2}, que suman {3}. Aquí forman una sola línea y no pueden abrirse, ya que el número de un contrato llevaría a quien cobró. El recuento anterior toma lo que suman tal como se indica.',
  'Revised values': 'Valores revisados',
  'As of {1}: {2} since {3}; it was {4}, as shown since {5}.':
    'Al {1}: {2} desde el {3}; era {4}, como se mostraba desde el {5}.',
  'Other files count for this date than before: the publisher released them, or they were added here.':
    'Para esta fecha cuentan otros archivos que antes: los publicó la fuente o se añadieron aquí.',
  'The files are the same; a definition or a rule of ours has been revised.':
    'Los archivos son los mismos; se ha revisado una definición o una regla nuestra.',
  'The files are the same; the earlier value was wrong, and that was our mistake.':
    'Los archivos son los mismos; el valor anterior era erróneo, y fue un error nuestro.',
  'Read as': 'Leído como',
  'counting {1}. {2}': 'contando {1}. {2}',
  Edition: 'Edición',
  Program: 'Programa',
  'All rows:': 'Todas las filas:',
  CSV: 'CSV',
  JSON: 'JSON',
  SQL: 'SQL',
  'The rows': 'Las filas',
  'Rows of one agency name the same amount; it is added once.':
    'Las filas de una agencia indican el mismo monto; se suma una vez.',
  'The first {1} rows are shown; the CSV has all {2}.':
    'Se muestran las primeras {1} filas; el CSV tiene las {2}.',
  'In the portable text that runs on any engine of the program; words with @ are its macros.':
    'En el texto portátil que se ejecuta en cualquier motor del programa; las palabras con @ son sus macros.',
  'Every receipt by figure and date.': 'Todos los comprobantes por cifra y fecha.',
  'A receipt is the evidence for a number: the rows that were counted, the file and place of each, the file’s hash, and the SQL. Each is counted a second time from its rows by other means.':
    'Un comprobante es la prueba de un número: las filas que se contaron, el archivo y el lugar de cada una, el hash del archivo y el SQL. Cada uno se cuenta por segunda vez a partir de sus filas por otros medios.',
  '{1}, by date': '{1}, por fecha',
  value: 'valor',
  'About this figure': 'Sobre esta cifra',
  'Definition, in our words': 'Definición, con nuestras palabras',
  'The publisher’s own words': 'Las palabras del propio editor',
  Processing: 'Tratamiento',
  'Derived: worked out from counted parts, each with its own rows in the receipt.':
    'Derivada: se obtiene de partes contadas, cada una con sus propias filas en el comprobante.',
  'Counted: rows of the publisher were read, typed and counted or added up; nothing was estimated.':
    'Contada: las filas del editor se leyeron, se tiparon y se contaron o sumaron; no se estimó nada.',
  'Age of the records': 'Antigüedad de los registros',
  'The newest edition is of {1}': 'La edición más reciente es del {1}',
  Receipt: 'Comprobante',
  'The rows behind the latest value, with file, place and hash':
    'Las filas del valor más reciente, con archivo, lugar y hash',
  'Made from': 'Hecha a partir de',
  'A link that stays': 'Un enlace que permanece',
  'The address of this page always shows the latest value.':
    'La dirección de esta página muestra siempre el valor más reciente.',
  'The address of this page always shows the latest value; {1} keeps the value of that date.':
    'La dirección de esta página muestra siempre el valor más reciente; {1} conserva el valor de esa fecha.',
  'the receipt of {1}': 'el comprobante del {1}',
  '{1}, in the file {2}': '{1}, en el archivo {2}',
  ', with the columns {1}': ', con las columnas {1}',
  'What became of the rows of each edition': 'Qué se hizo con las filas de cada edición',
  'In the file': 'En el archivo',
  'Blank or header': 'En blanco o encabezado',
  'Columns not kept': 'Columnas no conservadas',
  'Unreadable values': 'Valores ilegibles',
  Accounting: 'Cuadre de filas',
  '{1} editions, row by row': '{1} ediciones, fila por fila',
  'Masked: 0 columns; every column of these files was read.':
    'Descartado: 0 columnas; se leyeron todas las columnas de estos archivos.',
  'Masked: {1} columns in {2} of {3} editions were dropped when the files were read, personal ones always.':
    'Descartado: {1} columnas en {2} de {3} ediciones se descartaron al leer los archivos, las personales siempre.',
  'Hidden: 0 values; this figure counts organisations and money, not persons.':
    'Oculto: 0 valores; esta cifra cuenta organizaciones y dinero, no personas.',
  'Unmatched: every counted row has a value in each dimension shown here.':
    'Sin correspondencia: todas las filas contadas tienen un valor en cada dimensión mostrada aquí.',
  'Unmatched: {1} without {2}; counted in the whole.':
    'Sin correspondencia: {1} sin {2}; contadas en el total.',
  '{1} on {2}': '{1} el {2}',
  '{1}, on each of {2} lists at hand; level between two lists':
    '{1}, en cada una de las {2} listas disponibles; constante entre dos listas',
  'On each list': 'En cada lista',
  '{1}: most in {2}, {3}': '{1}: el máximo en {2}, {3}',
  '{1} by month of the list on which it was seen; months with none, or without a list at hand, are absent':
    '{1} por mes de la lista en que se vio; faltan los meses sin ninguno o sin lista disponible',
  '{1} by month; months of which nothing is at hand are absent':
    '{1} por mes; faltan los meses de los que no hay nada disponible',
  '{1} by {2}, the {3} largest of {4}, {5}': '{1} por {2}, los {3} mayores de {4}, {5}',
  '{1} by {2}, {3}': '{1} por {2}, {3}',
  'By month': 'Por mes',
  'Source:': 'Fuente:',
  'definition, caveats, receipts': 'definición, advertencias, comprobantes',
  '{1}, as of {2}': '{1}, al {2}',
  'By its parts': 'Por partes',
  '{1}: {2} rows': '{1}: {2} filas',
  'By {1}': 'Por {1}',
  'of them': 'de ellas',
  'of all': 'del total',
  'These do not add up to the whole: one can be in several rows.':
    'No suman el total: una misma unidad puede estar en varias filas.',
  'Other readings': 'Otras lecturas',
  'Definitions that a fair person might mean by the same name, declared before any sentence was checked. The figure itself never uses them.':
    'Definiciones que alguien podría entender razonablemente por el mismo nombre, declaradas antes de verificar ninguna frase. La cifra nunca las usa.',
  'Readings of {1}': 'Lecturas de {1}',
  'The figure itself': 'La propia cifra',
  'Its definition stands at the top of this page.': 'Su definición está al comienzo de esta página.',
  'Largest parts': 'Partes mayores',
  '{1} editions, listed on the page': '{1} ediciones, enumeradas en la página',
  'Take it along': 'Para llevar',
  Download: 'Descargar',
  'Each file holds what is on this page: the latest value, every list, every part, every reading, with a column that says why a value is absent.':
    'Cada archivo contiene lo que hay en esta página: el valor más reciente, cada lista, cada parte, cada lectura, con una columna que dice por qué falta un valor.',
  Quote: 'Citar',
  Embed: 'Insertar',
  'A frame, without script': 'Un marco, sin script',
  'A plain figure': 'Una figura sencilla',
  'Use it in a program': 'Usarla en un programa',
  'This program': 'Este programa',
  'for any program': 'para cualquier programa',
  'a workbook with a sheet that says what it is': 'un libro con una hoja que dice qué es',
  'typed columns, exact decimals': 'columnas tipadas, decimales exactos',
  'with definition, caveats and editions': 'con definición, advertencias y ediciones',
  'all of them, with a README and a description of the columns':
    'todos, con un README y una descripción de las columnas',
  'the drawing with its titles and source': 'el dibujo con sus títulos y su fuente',
  'The same rows by {1}': 'Las mismas filas por {1}',
  'The same rows by what has many values': 'Las mismas filas por lo que tiene muchos valores',
  '{1} parts': '{1} partes',
  'The rows of this receipt by {1}.': 'Las filas de este comprobante por {1}.',
  'Part of the receipt for {1}, as of {2}': 'Parte del comprobante de {1}, a fecha de {2}',
  '{1} parts; each with its value and the places of its rows. Definition, editions and SQL are on the receipt.':
    '{1} partes; cada una con su valor y los lugares de sus filas. La definición, las ediciones y el SQL están en el comprobante.',
  'The rows by {1}': 'Las filas por {1}',
  'By {1}: {2}': 'Por {1}: {2}',
  'row numbers in the files, by date of the edition':
    'números de fila en los archivos, por fecha de la edición',
  'row numbers in the file': 'números de fila en el archivo',
  'Which rows': 'Qué filas',
  'in another list': 'en otra lista',
  'No.': 'N.º',
  'As listed': 'Según la lista',
  Adds: 'Suma',
  'Rows counted: {1}': 'Filas contadas: {1}',
  'Rows counted': 'Filas contadas',
  'the records do not say': 'los registros no lo dicen',
  Tables: 'Tablas',
  'Long tables to sort, filter and take along.': 'Tablas largas para ordenar, filtrar y llevar.',
  'Long tables to sort, filter and take along. Of searches they are the released tables alone.':
    'Tablas largas para ordenar, filtrar y llevar. De las búsquedas son solo las tablas divulgadas.',
  'Long tables': 'Tablas largas',
  Table: 'Tabla',
  'What one row is': 'Qué es una fila',
  'Agreements, as listed': 'Acuerdos, según la lista',
  'One row is one row of a list at hand.': 'Una fila es una fila de una lista disponible.',
  'Date of the list': 'Fecha de la lista',
  Type: 'Tipo',
  Signed: 'Firma',
  'Row in the file': 'Fila en el archivo',
  'Page of the edition': 'Página de la edición',
  'Agencies that were ever listed': 'Agencias que alguna vez figuraron',
  'One row is one agency.': 'Una fila es una agencia.',
  Standing: 'Situación',
  'Population served': 'Población atendida',
  'Changes of the lists of agreements': 'Cambios de las listas de acuerdos',
  'One row is one agreement that a list has and the one before it had not, or the reverse.':
    'Una fila es un acuerdo que una lista tiene y la anterior no tenía, o al revés.',
  'The row that shows it': 'La fila que lo muestra',
  'One row is one value of a figure on one date, with its receipt.':
    'Una fila es un valor de una cifra en una fecha, con su comprobante.',
  'Page of the figure': 'Página de la cifra',
  'One row is one vendor that is an organisation.': 'Una fila es un proveedor que es una organización.',
  Awards: 'Adjudicaciones',
  'Last action': 'Última acción',
  'Contracts, orders and vehicles': 'Contratos, órdenes y vehículos',
  'One row is one contract, order or vehicle of a vendor that is an organisation; one that changed hands stands under each vendor, with that vendor’s part.':
    'Una fila es un contrato, una orden o un vehículo de un proveedor que es una organización; si cambió de manos, figura bajo cada proveedor, con la parte de este.',
  Kind: 'Clase',
  'Current end': 'Fin vigente',
  Offers: 'Ofertas',
  'Page of the award': 'Página de la adjudicación',
  'Page of the vendor': 'Página del proveedor',
  'Actions on orders under vehicles': 'Acciones sobre órdenes al amparo de vehículos',
  'One row is one released count of searches, with its status.':
    'Una fila es un recuento divulgado de búsquedas, con su estado.',
  'One row is one action on a contract, an order or a vehicle; those of individuals are left out.':
    'Una fila es una acción sobre un contrato, una orden o un vehículo; se omiten las de personas físicas.',
  Status: 'Estado del valor',
  'One row is one action on an order under a vehicle whose own record is at hand; those of individuals are left out.':
    'Una fila es una acción sobre una orden al amparo de un vehículo cuyo propio registro está disponible; se omiten las de personas físicas.',
  'Change of the ceiling': 'Cambio del techo',
  'Page of the vehicle': 'Página del vehículo',
  Publisher: 'Editor',
  'Who releases the records: an agency, a portal, a city.':
    'Quien divulga los registros: una agencia, un portal, una ciudad.',
  Source: 'Fuente',
  'One recurring publication of a publisher, such as its list of participating agencies.':
    'Una publicación periódica de un editor, como su lista de agencias participantes.',
  'One file of a source as it was obtained once. It never changes and is known by its SHA-256.':
    'Un archivo de una fuente tal como se obtuvo una vez. No cambia nunca y se conoce por su SHA-256.',
  'The date that a value stands for: of each source, the editions at or before that date are used.':
    'La fecha a la que corresponde un valor: de cada fuente se usan las ediciones de esa fecha o anteriores.',
  'The evidence for one value: the rows that were counted, in which file, at which place, with which hash.':
    'La prueba de un valor: las filas que se contaron, en qué archivo, en qué lugar, con qué hash.',
  Reading: 'Lectura',
  'Another declared definition of the same figure that a fair person might mean.':
    'Otra definición declarada de la misma cifra que alguien podría entender razonablemente.',
  Counted: 'Contado',
  'Rows of the publisher were read, typed and counted or added up. Nothing was estimated.':
    'Las filas del editor se leyeron, se tiparon y se contaron o sumaron. No se estimó nada.',
  Derived: 'Derivado',
  'The value is worked out from counted parts: by dividing them, by comparing editions, or by an index.':
    'El valor se obtiene de partes contadas: dividiéndolas, comparando ediciones o con un índice.',
  'A row that was counted and not kept, because it has not the form of a record of an organisation.':
    'Una fila que se contó y no se conservó, porque no tiene la forma de un registro de una organización.',
  'A row that could not be read. Its place and a code are kept, never its text.':
    'Una fila que no se pudo leer. Se conservan su lugar y un código, nunca su texto.',
  Share: 'Proporción',
  'One count divided by another under the same filters; both are shown.':
    'Un recuento dividido entre otro con los mismos filtros; se muestran ambos.',
  'Appeared, departed': 'Entró, salió',
  'A row is on an edition and was not on the one before, or is missing from two editions in a row.':
    'Una fila está en una edición y no estaba en la anterior, o falta en dos ediciones seguidas.',
  Concentration: 'Concentración',
  'The sum of the squared shares of all takers: near 0% where many share, 100% where one has all. Other texts write it as 0 to 10,000.':
    'La suma de los cuadrados de las proporciones de todos los participantes: cerca del 0% cuando muchos reparten, 100% cuando uno lo tiene todo. Otros textos la escriben de 0 a 10,000.',
  'Running total': 'Total acumulado',
  'All changes dated at or before the date that is asked for, added up.':
    'Todos los cambios fechados hasta la fecha pedida, sumados.',
};
