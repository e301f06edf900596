/** A number that a scenario takes as given, with who says so. */
export interface Assumption {
  value: string;
  unit: string;
  says: string;
  source: string;
}

/** A value of a figure that a scenario rests on. */
export interface ScenarioFigure {
  figure: string;
  where?: Readonly<Record<string, readonly string[]>>;
  says: string;
}

/** One step of plain arithmetic; `left` and `right` name figures, assumptions or earlier steps. */
export interface ScenarioStep {
  name: string;
  says: string;
  left: string;
  operation: 'add' | 'subtract' | 'multiply' | 'divide';
  right: string;
  /** Decimals of a quotient. */
  places: number;
  unit: string;
}

/** A small declared calculation over figures and stated assumptions: arithmetic, and never a record. */
export interface Scenario {
  id: string;
  title: string;
  /** What the result is not. */
  caveats: readonly string[];
  figures: Readonly<Record<string, ScenarioFigure>>;
  assumptions: Readonly<Record<string, Assumption>>;
  steps: readonly ScenarioStep[];
}
