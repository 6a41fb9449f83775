import { median } from './medianCpu';

describe('median', () => {
  it.each([
    [[3], 3],
    [[9, 1, 3], 3],
    [[9, 1, 3, 5], 4],
  ])('of %j is %d', (values, expected) => {
    expect(median(values)).toBe(expected);
  });
});
