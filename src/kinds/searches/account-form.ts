import { states } from '../../reference/states.ts';
import { otherWords } from './other-words.ts';

/**
 * The form of an agency's account. It is all that lets a label into the records, so it is strict: a place of one or two
 * words, or of more with a word that stands in names of places; a state; and words for agencies, nothing else. What it
 * refuses a person can confirm (`told.ts`).
 */

const codes = states.map((state) => state.code).join('|');
const stateNames = states.map((state) => state.name).join('|');

/** The last part of an account's label: what kind of agency it is. */
const kinds =
  'PD|SO|SD|SP|HP|DPS|DOC|DA|FD|CSO|UPD|MPD|DPD|PSD|SCSO|LE|TF|Police|RTCC|RTIC|Sheriff|Constable( Pct\\.? [0-9])?|Marshals?|Probation|Parole|Corrections';

/** Words of which one stands in the name of an agency that is written out. */
const agencies =
  "Police|Sheriff['’]?s?|Highway Patrol|State Patrol|State Troopers|Public Safety|Dep(artmen)?t\\.?|Schools?|School District|ISD|University|College|Constable|Marshals?|Attorney(s|'s)?|Prosecutors?|Probation|Parole|Corrections|Task Force|Fusion Center|Crime Center|Park Rangers?|Wildlife|Airport|Transit|Tribal|Tribe|Nation|Bureau of Investigation|Investigations?|Revenue|Agricultural|Alcohol|Gaming|Lottery|Fire|Information Center";

/** Words that stand beside them. */
const offices = `${agencies}|of|the|and|for|&|-|Office|Officers?|Division|Unit|Service|Services|Bureau|District|Patrol|Control|Enforcement|Law|State|County|City|Town|Regional|Area|Drug|Drugs|Narcotics|Criminal|Justice|Intelligence|Special|Operations|Command|Safety|Public|Highway|Health|Education|Natural|Resources|Parks?|Recreation|Fish|Game|Motor|Vehicles?|Insurance|Fraud|Forestry|Forest|Transportation|Authority|Commission|Board|Court|Courts|District|Independent|Community|Unified|Municipal|Metropolitan|Metro|Capitol|Campus|Medical|Hospital|Port|Harbor|Water|Railroad|Rail|Rangers?|Detectives?|Inspector General|Auto Theft|Vehicle Theft|Gang|Beverage|Tobacco|Cannabis|Agriculture|Environmental|Conservation|Protection|Homeland Security|Emergency|Management|Communications|Dispatch|Real Time|Crime|Center|Centre|Liquor|Racing|Tax|Taxation|Comptroller|Military|National Guard|General|Juvenile|Youth|Social|Human`;

/** Federal accounts hold one of these. */
const federal =
  'Border Patrol|Customs|Homeland|Immigration|Marshals|Secret Service|Postal|Forest Service|Park Service|Park Police|Investigations?|Administration|Bureau|Department|Enforcement|Inspector General|Air Force|Army|Navy|Marine|Coast Guard|Reclamation|Wildlife|Veterans|CBP|HSI|ICE|ERO|FBI|DEA|ATF|USMS|USPIS|NCIS|CGIS|IRS';

/** Accounts that have no place in them, and are known: the regional information-sharing centres. */
const known = 'MOCIC|WSIN|ROCIC|RMIN|MAGLOCLEN|NESPIN|NICB|EPIC';

/** Words that stand in names of places of more than two words. */
const placeWords =
  "of|the|and|on|by|in|at|upon|de|du|qui|d'[A-Z][a-z]+|Township|Twp\\.?|County|Parish|Borough|Village|Town|City|Municipality|North|South|East|West|Northern|Southern|Eastern|Western|Northeast|Northwest|Southeast|Southwest|Upper|Lower|Middle|Central|New|Old|Big|Little|Great|Greater|Grand|Grande|Long|High|Hot|White|Black|Red|Green|Blue|Golden|St\\.?|Saint|Ste\\.?|San|Santa|Santo|Los|Las|El|La|Le|De|Del|Des|Du|Dos|Bel|Palo|Palos|Rancho|Ranch|Lake|Lakes|Beach|Park|Parks|Hill|Hills|Falls|Mount|Mountain|Mt\\.?|Spring|Springs|Valley|Point|Pointe|Pt\\.?|Shore|Shores|Heights|Bay|Harbor|Harbour|River|Creek|Port|Island|Islands|Isle|Isles|Union|Palm|Palms|Country|Grove|Brook|Oak|Oaks|Manor|Fort|Ft\\.?|Egg|Pleasant|Metropolitan|Metro|Cape|Area|Salt|Cross|Crossing|Estates|Sea|Cove|Colony|Elk|Fox|Run|Orchard|Municipal|Community|Unified|Consolidated|Regional|University|College|State|Indian|Tribe|Nation|Reservation|Airport|Prairie|Rock|Round|Glen|Garden|Gardens|Center|Centre|Junction|Landing|Station|Ridge|Wood|Woods|Forest|Fields?|Plains?|Water|Waters|Rapids|Bluff|Bluffs|Canyon|Desert|Vista|Mesa|Costa|Alto|Mills?|Bridge|Head|Neck|Hollow|Gap|Pass|Cliffs?|Meadows?|Lawn|Haven|Ocean|Lagoon|Bayou|Basin|Square|Club|Pines?|Cedars?|Ville|Jersey|Hampshire|York|Mexico|Haute|Rouge|Lac|Clair|Paul|Louis|Peter|Joseph";

/** Kinds of agency of which a state has one, behind its name or code; and those that are known by letters of their own. */
const statewide =
  'DPS|SP|HP|SHP|DOT|DOC|DMV|OAG|AG|SBI|(State )?Bureau of Investigation|(Department|Dept\\.?|Division) of Motor Vehicles|Law Enforcement (Division|Agency)';
const lettered = 'CA CHP|(FL|Florida) (FHP|FDLE)|GA GBI|TN TBI|KS KBI|SC SLED|AL ALEA|MO MSHP|UT UHP|DC MPD';

const word = "[A-Z][A-Za-z.'’&/-]{0,30}";
const place = `(${word}( ${word})?|(${word} ){0,5}(${placeWords})( (of|the|and|${word})){0,5})`;
const beside = `( (${offices}))*`;
const agency = `${beside} (${agencies})${beside}`;
const end = String.raw`( \((LR|[A-Z][A-Za-z .'’-]{1,40} (County|Parish|Borough|Co\.?))\))?( \[Inactive\])?$`;

/**
 * RE2: the forms of an account. A pattern each: of all of them as one, the engine cannot keep the states in memory, and
 * takes eighty times as long.
 */
export const accountForms: readonly string[] = [
  // Place, state and kind of agency.
  `${place} (${codes})(${beside} (${kinds})| ${word} (PD|SO))`,
  // The same written out.
  `${place} (${codes})${agency}`,
  // The state at the end.
  `${place}(${agency}| (PD|SO|DPS)) \\(?(${codes})\\)?`,
  // The agency of a state, written out or as it is called for short; accounts that are known.
  `(${stateNames}|${codes})(${agency}| (${statewide}))|${lettered}|${known}`,
  `\\[Federal\\]( (US|U\\.S\\.|${offices}|${federal}))*( ${word})?( (${offices}|${federal}))*`,
].map((form) => `^(${form})${end}`);

/** RE2: what a federal account holds besides its mark. */
export const federalPattern = `\\b(${federal})\\b`;

const ranks =
  'Sgt|Lt|Lieutenant|Cpl|Corporal|Capt|Captain|Ofc|Ofcr|Officer|Det|Detective|Dep|Deputy|Tpr|Trp|Trooper|Patrolman|Agent|Investigator';
const anyCase = `${ranks}|${ranks.toUpperCase()}|SERGEANT|INSPECTOR`;

/**
 * RE2: a rank as first or second word is somebody's, however it goes on. Sergeant Bluff is a place, and a state has an
 * Inspector General.
 */
export const rankPattern = `^([A-Za-z.'’-]+ )?((${anyCase})[. ]|Sergeant ([^B]|B[^l]|Bl[^u])|Inspector ([^G]|G[^e]|Ge[^n]|Gen[^e]))`;

/** Whether a label has the form of an agency's account. */
export function isAccount(label: string): boolean {
  return (
    accountForms.some((form) => matcher(form).test(label)) &&
    !matcher(rankPattern).test(label) &&
    (!label.startsWith('[') || matcher(federalPattern).test(label))
  );
}

/** Whether words may be a place: two of any kind, and more where they are of the sort that names of places have. */
export function isPlace(words: readonly string[]): boolean {
  const usual = matcher(`^(${placeWords}|${offices})$`);
  return (
    words.length <= 2 || usual.test(words[0] as string) || words.slice(2).every((one) => usual.test(one))
  );
}

const matchers = new Map<string, RegExp>();
function matcher(pattern: string): RegExp {
  const found = matchers.get(pattern) ?? new RegExp(pattern);
  matchers.set(pattern, found);
  return found;
}

const plainWord = otherWords([...anyCase.split('|'), 'Sergeant', 'Inspector']);

/** RE2: most accounts are as simple as this; every text that it fits has the form above, and no rank. */
export const plainAccount = `^${plainWord}( ${plainWord})? (${codes}) (([A-Z][a-z]* )?(PD|SO)|SP|HP|SD|DPS)$`;

/** A word of the form has at most so many letters. */
export const plainLength = 31;
