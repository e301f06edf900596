import type { Dimension, Figure, Form, Reading, Term, Unit } from '../../figures/figure.ts';
import { type Say, sayIn } from '../../language/say.ts';
import type { Lang } from '../words.ts';

/** A figure with its words in a language: what it asks of the records stays as it is. Kinds know of English alone. */
export function figureIn(figure: Figure, lang: Lang): Figure {
  if (lang === 'en') return figure;
  const say = sayIn(lang);
  return {
    ...figure,
    title: say(figure.title),
    unit: unitIn(figure.unit, say),
    definition: say(figure.definition),
    form: formIn(figure.form, say),
    caveats: figure.caveats.map((caveat) => say(caveat)),
    dimensions: Object.fromEntries(
      Object.entries(figure.dimensions).map(([name, dimension]) => [name, dimensionIn(dimension, say)]),
    ),
    readings: figure.readings.map((reading) => readingIn(reading, say)),
    ...(figure.parts === undefined ? {} : { parts: { ...figure.parts, title: say(figure.parts.title) } }),
  };
}

function unitIn(unit: Unit, say: Say): Unit {
  return unit.kind === 'count' ? { kind: 'count', one: say(unit.one), many: say(unit.many) } : unit;
}

function formIn(form: Form, say: Say): Form {
  if (form.form !== 'ratio') return form;
  const part = (term: Term): Term => ({ ...term, says: say(term.says) });
  return { ...form, numerator: part(form.numerator), denominator: part(form.denominator) };
}

function dimensionIn(dimension: Dimension, say: Say): Dimension {
  return { ...dimension, title: say(dimension.title), says: say(dimension.says) };
}

function readingIn(reading: Reading, say: Say): Reading {
  const { form, unit } = reading.change;
  return {
    ...reading,
    says: say(reading.says),
    why: say(reading.why),
    change: {
      ...reading.change,
      ...(form ? { form: formIn(form, say) } : {}),
      ...(unit ? { unit: unitIn(unit, say) } : {}),
    },
  };
}
