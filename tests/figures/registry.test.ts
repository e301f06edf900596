import { describe, expect, test } from 'vitest';
import { unitName } from '../../src/figures/answer.ts';
import { modelsOf } from '../../src/figures/compile.ts';
import { registry } from '../../src/kinds/registry.ts';
import { exampleProject, open } from '../support/projects.ts';

// What the design asks of every declaration.
describe.each(registry.figures.map((figure) => [figure.id, figure] as const))('%s', (_id, figure) => {
  test('says what a reader needs', () => {
    expect(figure.id).toMatch(/^[a-z]+\.[a-z0-9_]+$/);
    expect(figure.caveats.length).toBeGreaterThanOrEqual(2);
    expect(figure.caveats.length).toBeLessThanOrEqual(5);
    for (const sentence of [figure.definition, ...figure.caveats])
      expect(sentence).toMatch(/^[A-Z0-9“"(].*\.$/s);
    expect(unitName(figure.unit)).not.toBe('');
  });

  test('its parts fit together', () => {
    const models = new Set(registry.models.map((model) => model.name));
    for (const model of modelsOf(figure)) expect(models).toContain(model);
    const dimensions = Object.keys(figure.dimensions);
    expect(dimensions).toEqual(
      expect.arrayContaining([...figure.additive, ...Object.keys(figure.defaults ?? {})]),
    );
    for (const dimension of dimensions) expect(dimension).toMatch(/^[a-z_]+$/);
    const sources = new Set(registry.layouts.map((layout) => layout.source));
    for (const source of figure.sources) expect(sources).toContain(source);
  });

  test('its readings say why, each for itself', () => {
    expect(new Set(figure.readings.map((reading) => reading.id)).size).toBe(figure.readings.length);
    for (const reading of figure.readings) {
      expect(reading.why).toMatch(/^[A-Z].*\.$/s);
      expect(reading.says).not.toMatch(/[.]$/);
      expect(Object.keys(reading.change).length).toBeGreaterThan(0);
    }
  });
});

test('models are written in a full order, in types that every engine has', async () => {
  const { folder } = await exampleProject();
  const workspace = await open(folder);
  try {
    for (const model of registry.models) {
      const types = await workspace.engine
        .query(`select column_name as name, data_type as type from (describe ${model.name})`)
        .catch(async () =>
          (await workspace.engine.query(`describe ${model.name}`)).map((row) => ({
            name: row['column_name'],
            type: row['column_type'],
          })),
        );
      const odd = types.filter(
        ({ type }) =>
          !/^(VARCHAR|INTEGER|BIGINT|DOUBLE|DATE|BOOLEAN|TIMESTAMP|DECIMAL\(\d+,\d+\))$/.test(String(type)),
      );
      expect({ model: model.name, odd }).toEqual({ model: model.name, odd: [] });
      const [count] = await workspace.engine.query(
        `select count(*) as all_rows, (select count(*) from (select distinct ${model.orderBy} from ${model.name}) as d) as keys from ${model.name}`,
      );
      expect({ model: model.name, keys: count?.['keys'] }).toEqual({
        model: model.name,
        keys: count?.['all_rows'],
      });
    }
  } finally {
    workspace.close();
  }
});
