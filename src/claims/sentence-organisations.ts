/** An organisation that a sentence names as the one whose number it states. */
export interface FoundOrganisation {
  start: number;
  end: number;
  name: string;
  /** It does or gets what is counted; else it is whom it goes to, or by whom it is. */
  subject: boolean;
}

/** What the records call something, an organisation or a kind of thing, and the filter that stands for it. */
export interface KnownName {
  /** `vendor=ABC123DEF456`. */
  where: string;
  name: string;
}

const word = `[A-Z][\\w&.-]*(?:['’](?!s\\b)\\w+)?`;
const name = `(?:[Tt]he\\s+)?${word}(?:\\s+(?:(?:of|and|the|&)\\s+)*${word})*`;
const things =
  'contracts?|orders?|awards?|deals?|vehicles?|ceilings?|obligations?|actions?|searches|lookups|queries|networks?|cameras?|logs?';

/** "Examplecorp received", "Exampleton PD ran", "Examplecorp has $5 million in contracts". */
const subjects = new RegExp(
  `\\b(${name})(?:,[^,;.]{1,60},)?\\s+(?:(?:(?:has|have|had|is|was|were|are)\\s+)?(?:(?:been|already|also|alone|itself)\\s+)*(?:receive[sd]?|got|gets|won|wins|earn(?:s|ed)|collect(?:s|ed)|obtained|billed|secured|landed|holds?|held|paid|awarded|given|promised|obligated|spent|signed|made|ran|runs?|conducted|performed|logged|did|searched)\\b|(?:has|have|had)\\s+(?:an?\\b|over\\b|more\\b|at\\b|about\\b|nearly\\b|some\\b|contracts\\b|orders\\b|awards\\b|\\$|\\d))`,
  'g',
);
/** "Examplecorp's contracts", "the Examplecorp contract". */
const owners = new RegExp(`\\b(${name})(?:['’]s?)?\\s+(?:[a-z-]+\\s+){0,2}(?:${things})\\b`, 'g');
/** "Paid Examplecorp", "contracts with Examplecorp", "searches by Exampleton PD". */
const objects = new RegExp(
  `\\b(?:paid|pays|paying|gave|gives|awarded|awards|awarding|handed|granted|hired|(?<!\\b(?:according|reported|told|said|testified|wrote|sent|submitted)\\s+(?:[a-z]+\\s+)?)to|with|from|for|(?<!\\b(?:reported|published|obtained|reviewed|compiled|counted|analy[sz]ed|tallied|cited|seen|released|read|checked)\\s+)by)\\s+(${name})`,
  'g',
);

/** Whose records they are restricts nothing, nor does the government as a whole, or where records are released. */
const publishers =
  /(?:^|\s)(?:ICE|DHS|US|U\.S\.?|United States|America|Immigration and Customs Enforcement|Immigration|(?:Department of )?Homeland Security|Government|Congress|White House|Treasury|Administration|Trump|Biden|USAspending|FPDS|SAM)(?:\.gov)?$/;
/** Words that begin a sentence, or a part of one, and name nobody. */
const nobody =
  /^(?:I|It|He|She|We|They|You|This|That|These|Those|Both|All|Each|Every|Some|Others?|Nobody|Who|Which|What|There|Here|Total|Last|And|But|Or|So|As|If|In|On|At|By|To|For|From|With|Of|Since|Until|Under|Over|After|Before|The|A|An|Its|Their|His|Her|Our|My|No|Not|Only|Most|Many|Several|Another|New|One|Federal|Contracts?|Spending|Orders?|Awards?|Deals?|Searches|Officers|Police|Deputies|Sheriffs|Officials|Authorities|Agencies|Departments|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)$/;

/**
 * Organisations that a sentence names as the one whose number it states, and that nothing was made of. `read` are
 * stretches already read (numbers, dates, places, words of figures); a name of which nothing else is left is none.
 */
export function organisationsNamed(
  sentence: string,
  read: readonly { start: number; end: number }[],
): FoundOrganisation[] {
  const left = [...sentence]
    .map((letter, at) => (read.some(({ start, end }) => at >= start && at < end) ? ' ' : letter))
    .join('');
  const found: FoundOrganisation[] = [];
  for (const pattern of [subjects, owners, objects])
    for (const match of sentence.matchAll(pattern)) {
      const text = match[1] as string;
      const start = match.index + match[0].indexOf(text);
      const end = start + text.length;
      const own = /^['’]/.test(sentence.slice(end));
      const rest = left
        .slice(start, end)
        .split(/\s+/)
        .filter((part) => /^[A-Z]/.test(part) && !nobody.test(part));
      // The first word of a sentence is a capital anyway: "Detention contracts" name nobody.
      const plain = pattern === owners && !own && start === 0 && /^[A-Z][a-z-]+$/.test(text);
      const named = [rest.join(' '), text].map((one) => one.replace(/(?<!\b[A-Z])\.$/, ''));
      if (rest.length === 0 || plain || named.some((one) => publishers.test(one))) continue;
      if (found.some((one) => start < one.end && end > one.start)) continue;
      found.push({
        start,
        end,
        name: text.replace(/^[Tt]he\s+/, '').replace(/\.$/, ''),
        subject: pattern !== objects,
      });
    }
  return found.sort((a, b) => a.start - b.start);
}

/** Whether a number of a sentence is one of the organisation: a subject is not that of a number before it, where another follows. */
export function belongsTo(
  organisation: FoundOrganisation,
  number: { start: number; end: number },
  numbers: readonly { start: number; end: number }[],
): boolean {
  const before = number.end <= organisation.start;
  return !(before && organisation.subject && numbers.some(({ start }) => start >= organisation.end));
}

/** At most so many organisations are offered. */
const mostOffered = 5;

/** Organisations of the records whose names have all the words of a name. */
export function offered(name: string, known: readonly KnownName[]): KnownName[] {
  const words = folded(name).split(' ');
  const fits = known.filter((one) => {
    const own = ` ${folded(one.name)} `;
    return words.every((part) => own.includes(` ${part}`));
  });
  return fits.slice(0, mostOffered);
}

const folded = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
