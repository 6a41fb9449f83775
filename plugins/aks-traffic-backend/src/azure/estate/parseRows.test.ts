import fc from 'fast-check';
import { parseRows } from './parseRows';

const row = {
  id: '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/natGateways/n',
  name: 'n',
  type: 'microsoft.network/natgateways',
};

describe('parseRows', () => {
  it('takes a resource with what it has', () => {
    expect(
      parseRows({
        name: 'egress',
        rows: [{ ...row, location: '', sku: null, properties: { a: 1 } }],
      }),
    ).toEqual({
      rows: [{ ...row, properties: { a: 1 } }],
      gaps: [],
      doubtfulTypes: new Set(),
    });
  });

  it('skips and counts what is no resource, and doubts its type', () => {
    expect(
      parseRows({
        name: 'egress',
        rows: [
          row,
          { ...row, id: 7 },
          { ...row, name: undefined, type: 'Microsoft.Network/RouteTables' },
        ],
      }),
    ).toEqual({
      rows: [row],
      gaps: [
        '2 of 3 rows of Azure (query egress) do not have the shape of a resource and were skipped',
      ],
      doubtfulTypes: new Set([
        'microsoft.network/natgateways',
        'microsoft.network/routetables',
      ]),
    });
  });

  it('doubts all types when a row does not tell its own', () => {
    expect(parseRows({ name: 'egress', rows: [row, 'x'] })).toMatchObject({
      rows: [row],
      doubtfulTypes: 'all',
    });
  });

  it('accounts for every row of any JSON', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), rows => {
        const parsed = parseRows({ name: 'egress', rows });
        const skipped = rows.length - parsed.rows.length;
        expect(parsed.gaps).toHaveLength(skipped === 0 ? 0 : 1);
      }),
    );
  });
});
