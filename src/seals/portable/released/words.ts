/** Texts of the page, in the languages that a project may have. */
export const words = {
  en: {
    verdictOn: (title: string) => `Verdict on a sentence: ${title}`,
    holds: 'holds',
    differs: 'differs',
    sentence: (sentence: string, verdict: string, values: string) =>
      `The sentence “${sentence}” ${verdict}: the released tables give ${values}.`,
    value: (what: string, value: string, cells: number, table: string, date: string) =>
      `${what}: ${value}, ${cells === 1 ? 'one cell' : `the sum of ${cells} cells`} of the released table “${table}” in the release of ${date}.`,
    through: (month: string) => `counted through ${month}`,
    definition: 'Definition',
    worked: 'How the value is worked out',
    oneCell: (table: string) => `It is one cell of “${table}”, as it left.`,
    manyCells: (cells: number, table: string) =>
      `It is the sum of ${cells} cells of “${table}”: all that the question takes in, each of them shown.`,
    count: 'count',
    throughHead: 'through',
    stated: 'stated',
    byTable: 'by the released table',
    verdict: 'verdict',
    tableHead: (title: string) => `The released table: ${title}`,
    tableSays: (cells: number, hidden: number) =>
      `${cells} cells, ${hidden} of them hidden. [c]: a count that is hidden; [x]: not available.`,
    all: 'All cells that left, the first of them here',
    more: (count: number, file: string) => `And ${count} more in ${file}.`,
    releases: 'Releases',
    released: 'released on',
    months: 'months',
    provesHead: 'What this file proves',
    proves:
      'That the value follows from the released table in it by adding, that its parts agree with one another and, where it is signed, that nothing was changed since, once “counterfoil verify” says so. It does not prove that the table counts what the logs hold: the rows are with the holder of the log, and no part of them is in this file. It does not prove that this is the table that was published: compare it with the one on the site. A month is counted once, at its first release; what came later for it is not counted.',
    sealed: (program: string, project: string) => `Sealed by ${program} from the project “${project}”.`,
    declared: '',
    dated: 'release of',
    citedFrom: (table: string, hash: string) =>
      `From the released table “${table}” (SHA-256 of it in the seal: ${hash})`,
  },
  es: {
    verdictOn: (title: string) => `Veredicto sobre una frase: ${title}`,
    holds: 'se sostiene',
    differs: 'difiere',
    sentence: (sentence: string, verdict: string, values: string) =>
      `La frase «${sentence}» ${verdict}: las tablas publicadas dan ${values}.`,
    value: (what: string, value: string, cells: number, table: string, date: string) =>
      `${what}: ${value}, ${cells === 1 ? 'una celda' : `la suma de ${cells} celdas`} de la tabla publicada «${table}» en la publicación del ${date}.`,
    through: (month: string) => `contado hasta ${month}`,
    definition: 'Definición',
    worked: 'Cómo se obtiene el valor',
    oneCell: (table: string) => `Es una celda de «${table}», tal como se publicó.`,
    manyCells: (cells: number, table: string) =>
      `Es la suma de ${cells} celdas de «${table}»: todas las que abarca la pregunta, cada una de ellas mostrada.`,
    count: 'recuento',
    throughHead: 'hasta',
    stated: 'afirmado',
    byTable: 'según la tabla publicada',
    verdict: 'veredicto',
    tableHead: (title: string) => `La tabla publicada: ${title}`,
    tableSays: (cells: number, hidden: number) =>
      `${cells} celdas, ${hidden} de ellas ocultas. [c]: un recuento oculto; [x]: no disponible.`,
    all: 'Todas las celdas que se publicaron, las primeras aquí',
    more: (count: number, file: string) => `Y ${count} más en ${file}.`,
    releases: 'Publicaciones',
    released: 'publicado el',
    months: 'meses',
    provesHead: 'Qué prueba este archivo',
    proves:
      'Que el valor se sigue, sumando, de la tabla publicada que contiene, que sus partes concuerdan entre sí y, si está firmado, que nada se cambió desde entonces, una vez que «counterfoil verify» lo diga. No prueba que la tabla cuente lo que contienen los registros: las filas las tiene el titular del registro, y ninguna parte de ellas está en este archivo. No prueba que esta sea la tabla que se publicó: compárela con la del sitio. Un mes se cuenta una vez, en su primera publicación; lo que llegó después no se cuenta.',
    sealed: (program: string, project: string) => `Sellado por ${program} desde el proyecto «${project}».`,
    declared: 'Los títulos y la definición figuran tal como los declara el programa, en inglés.',
    dated: 'publicación del',
    citedFrom: (table: string, hash: string) =>
      `De la tabla publicada «${table}» (su SHA-256 en el sello: ${hash})`,
  },
} as const;
