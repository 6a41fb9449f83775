import { clusterRow } from '../egress/__testUtils__/egressEstate';
import {
  ruleInput,
  serviceDraft,
  serviceFindings,
} from './__testUtils__/ruleInput';
import { externalIpsDeprecation } from './external-ips-deprecation';

describe('external-ips-deprecation', () => {
  const findingsOf = (spec: Record<string, unknown>, version: string) =>
    serviceFindings(
      externalIpsDeprecation,
      ruleInput({
        rows: [
          clusterRow({ properties: { currentKubernetesVersion: version } }),
        ],
        services: [
          serviceDraft({
            object: {
              apiVersion: 'v1',
              kind: 'Service',
              metadata: { name: 'web', namespace: 'shop' },
              spec,
            },
          }),
        ],
      }),
    );

  it.each([
    ['1.36.2', 'medium'],
    ['1.35.4', 'low'],
    ['?', 'low'],
  ])('at version %s: %s', (version, severity) => {
    expect(findingsOf({ externalIPs: ['1.2.3.4'] }, version)).toMatchObject([
      { severity },
    ]);
  });

  it('has nothing to say about Services without', () => {
    expect(findingsOf({ externalIPs: [] }, '1.36.2')).toEqual([]);
  });
});
