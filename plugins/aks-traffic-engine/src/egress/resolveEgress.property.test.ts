import fc from 'fast-check';
import {
  azureRow,
  clusterRow,
  publicIpRow,
  vnetId,
  workloadOf,
} from './__testUtils__/egressEstate';
import {
  firewallRow,
  toFirewall,
  natRows,
  resolve,
} from './__testUtils__/waysOut';

const rowPool = [
  clusterRow({ outboundType: 'userDefinedRouting' }),
  ...toFirewall,
  firewallRow(),
  ...natRows,
  publicIpRow('fw', '20.9.9.9'),
  azureRow(vnetId, { virtualNetworkPeerings: [] }),
];

describe('resolveEgress', () => {
  it('always answers with a path that has evidence, whatever is missing', () => {
    fc.assert(
      fc.property(
        fc.subarray(rowPool),
        fc.array(fc.jsonValue().map(json => json as Record<string, unknown>)),
        (rows, podSpecs) => {
          const paths = resolve(rows, {
            workloads: podSpecs.map(spec => workloadOf(spec)),
          });
          expect(paths.length).toBeGreaterThan(0);
          for (const path of paths) {
            expect(path.evidence.length).toBeGreaterThan(0);
          }
        },
      ),
    );
  });

  it('does not depend on the order of rows', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(rowPool, { minLength: rowPool.length }),
        rows => {
          expect(resolve(rows)).toEqual(resolve(rowPool));
        },
      ),
    );
  });
});
