/** A state, the District or a territory: USPS code, FIPS code, name, and its column and row on the tile map. */
export interface Place {
  code: string;
  fips: string;
  name: string;
  tile: [column: number, row: number];
}

const rows = `
AL 01 7 6 Alabama
AK 02 0 0 Alaska
AZ 04 2 5 Arizona
AR 05 5 5 Arkansas
CA 06 1 4 California
CO 08 3 4 Colorado
CT 09 10 3 Connecticut
DE 10 10 4 Delaware
DC 11 9 5 District of Columbia
FL 12 9 7 Florida
GA 13 8 6 Georgia
HI 15 0 7 Hawaii
ID 16 2 2 Idaho
IL 17 6 2 Illinois
IN 18 6 3 Indiana
IA 19 5 3 Iowa
KS 20 4 5 Kansas
KY 21 6 4 Kentucky
LA 22 5 6 Louisiana
ME 23 11 0 Maine
MD 24 9 4 Maryland
MA 25 10 2 Massachusetts
MI 26 7 2 Michigan
MN 27 5 2 Minnesota
MS 28 6 6 Mississippi
MO 29 5 4 Missouri
MT 30 3 2 Montana
NE 31 4 4 Nebraska
NV 32 2 3 Nevada
NH 33 11 1 New Hampshire
NJ 34 9 3 New Jersey
NM 35 3 5 New Mexico
NY 36 9 2 New York
NC 37 7 5 North Carolina
ND 38 4 2 North Dakota
OH 39 7 3 Ohio
OK 40 4 6 Oklahoma
OR 41 1 3 Oregon
PA 42 8 3 Pennsylvania
RI 44 11 3 Rhode Island
SC 45 8 5 South Carolina
SD 46 4 3 South Dakota
TN 47 6 5 Tennessee
TX 48 4 7 Texas
UT 49 2 4 Utah
VT 50 10 1 Vermont
VA 51 8 4 Virginia
WA 53 1 2 Washington
WV 54 7 4 West Virginia
WI 55 6 1 Wisconsin
WY 56 3 3 Wyoming
AS 60 3 8 American Samoa
GU 66 1 8 Guam
MP 69 2 8 Northern Mariana Islands
PR 72 10 8 Puerto Rico
VI 78 11 8 Virgin Islands
`;

/** All 56, by USPS code in the order of FIPS. */
export const places: Place[] = rows
  .trim()
  .split('\n')
  .map((row) => {
    const [code = '', fips = '', column, line, ...name] = row.split(' ');
    return { code, fips, name: name.join(' '), tile: [Number(column), Number(line)] };
  });

/** USPS codes of all 56. */
export const placeCodes: string[] = places.map((place) => place.code);

/** The five that the Albers map leaves out: drawn as labelled boxes. */
export const territories: Place[] = places.filter((place) => Number(place.fips) >= 60);

const byFips = new Map(places.map((place) => [place.fips, place]));

/** The place of a FIPS code of a state (`12`) or a county (`12086`). */
export function placeOfFips(fips: string): Place | undefined {
  return byFips.get(fips.slice(0, 2));
}
