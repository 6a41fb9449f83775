import { formatResult } from './formatResult';

describe('formatResult', () => {
  it('lines the figures up and names what a ratio is against', () => {
    expect(
      formatResult({
        name: 'engine',
        rows: [
          { label: 'JSON.parse', value: 1234.56, unit: 'ms' },
          {
            label: 'assess',
            value: 7,
            unit: 'ms',
            ratio: 0.5,
            against: 'JSON.parse',
          },
        ],
      }),
    ).toBe(
      [
        'engine',
        'JSON.parse  1,234.6 ms',
        'assess            7 ms  0.50 × JSON.parse',
        '',
      ].join('\n'),
    );
  });
});
