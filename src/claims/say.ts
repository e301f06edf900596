import { unitName } from '../figures/answer.ts';
import type { Figure } from '../figures/figure.ts';
import { english, type Say } from '../language/say-with.ts';
import type { Claim } from './claim.ts';
import { type Rational, toPlaces, toText } from './rational.ts';
import type { Stated } from './stated.ts';

/** How a value of a claim is written: in what unit, with how many decimals. */
export interface Manner {
  unit: string;
  show(value: Rational | null): string;
  /** As `show`, without sign and unit word: how far off. */
  distance(value: Rational): string;
}

/** `1,168`. */
export function grouped(text: string): string {
  const [whole = '', fraction] = text.split('.');
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? digits : `${digits}.${fraction}`;
}

/** A day in words is the same day in every language, so it stays in ISO form. */
export function listOf(date: string | null, say: Say = english): string {
  return date === null ? say`no list` : say`the list of ${date}`;
}

/** The manner of a claim on a figure (or on one of its readings, which may count something else). */
export function mannerOf(claim: Claim, figure: Figure, stated: Stated, say: Say = english): Manner {
  const places = Math.max(1, decimals(stated.number));
  if (claim.change?.in === 'percent') {
    return manner(
      say,
      'percent',
      (value) => `${signed(toPlaces(value, places))}%`,
      (value) => points(value, places, say),
    );
  }
  if (claim.change?.in === 'times') {
    return manner(
      say,
      'times',
      (value) => say`${grouped(toPlaces(value, 2))} times`,
      (value) => grouped(toPlaces(value, 2)),
    );
  }
  if (figure.unit.kind === 'share') {
    if (stated.percent && claim.change)
      return manner(
        say,
        'percent',
        (value) => `${value.n > 0n ? '+' : ''}${points(value, places, say)}`,
        (value) => points(value, places, say),
      );
    if (stated.percent)
      return manner(
        say,
        'percent',
        (value) => `${toPlaces(value, places)}%`,
        (value) => points(value, places, say),
      );
    return manner(
      say,
      'share',
      (value) => toPlaces(value, 4),
      (value) => toPlaces(value, 4),
    );
  }
  const plain = plainOf(figure);
  const sign = claim.change ? (value: Rational) => signed(plain(value)) : plain;
  const word =
    figure.unit.kind === 'count'
      ? (value: Rational) =>
          ` ${value.n === value.d ? (figure.unit as { one: string }).one : (figure.unit as { many: string }).many}`
      : () => '';
  return manner(say, unitName(figure.unit), (value) => `${sign(value)}${word(value)}`, plain);
}

/** A value of the figure itself, as at one end of a change. */
export function shownPlain(figure: Figure, value: Rational | null, say: Say = english): string {
  if (value === null) return say`no value`;
  if (figure.unit.kind === 'share') return `${toPlaces({ n: value.n * 100n, d: value.d }, 1)}%`;
  const word =
    figure.unit.kind === 'count' ? ` ${value.n === value.d ? figure.unit.one : figure.unit.many}` : '';
  return `${plainOf(figure)(value)}${word}`;
}

function manner(
  say: Say,
  unit: string,
  show: (value: Rational) => string,
  distance: (value: Rational) => string,
): Manner {
  return { unit, show: (value) => (value === null ? say`no value` : show(value)), distance };
}

function plainOf(figure: Figure): (value: Rational) => string {
  return figure.unit.kind === 'money'
    ? (value) => `$${grouped(toPlaces(value, 2))}`.replace('$-', '-$')
    : (value) => grouped(toText(value));
}

function signed(text: string): string {
  return text.startsWith('-')
    ? text.replace(/^-([\d.]+)/, (_, digits: string) => `-${grouped(digits)}`)
    : `+${grouped(text)}`;
}

function points(value: Rational, places: number, say: Say): string {
  const text = toPlaces(value, places);
  return /^1(\.0+)?$/.test(text) ? say`${grouped(text)} point` : say`${grouped(text)} points`;
}

function decimals(number: string): number {
  return number.split('.')[1]?.length ?? 0;
}

/** `two`, `3`, …: small numbers of choices in words. */
export function inWords(count: number, say: Say = english): string {
  const word = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'][count];
  return word === undefined ? String(count) : say(word);
}
