import { layoutFor, leastWidths, tableLayouts } from './tableLayout';

describe('tableLayouts', () => {
  it.each(tableLayouts)(
    'have every field once, in sight without scrolling: from $from pixels on',
    ({ from, columns }) => {
      expect(columns.flat().sort()).toEqual(Object.keys(leastWidths).sort());
      const needed = columns.reduce(
        (sum, [first]) => sum + leastWidths[first],
        0,
      );
      // The narrowest has to fit a telephone of 390 pixels, less what stands around the table.
      expect(needed).toBeLessThanOrEqual(from || 326);
    },
  );
});

describe('layoutFor', () => {
  it.each([
    [undefined, 10],
    [1400, 10],
    [1100, 10],
    [1099, 7],
    [770, 7],
    [600, 5],
    [320, 3],
    [-1, 3],
  ])('of %s pixels has %s columns', (width, columns) => {
    expect(layoutFor(width).columns).toHaveLength(columns);
  });
});
