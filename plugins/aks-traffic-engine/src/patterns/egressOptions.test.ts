import { analyze, clusterId } from '../__testUtils__/analyze';
import { egressOptions } from './egressOptions';

function choicesOf(networkProfile: object | undefined, mesh?: object) {
  return analyze([], {
    rows:
      networkProfile === undefined
        ? []
        : [
            {
              id: clusterId,
              type: 'microsoft.containerservice/managedclusters',
              name: 'aks-a',
              properties: { networkProfile, serviceMeshProfile: mesh },
            },
          ],
  }).choices;
}

describe('egressOptions', () => {
  it.each([
    [
      {
        networkDataplane: 'cilium',
        advancedNetworking: { security: { advancedNetworkPolicies: 'FQDN' } },
      },
      true,
      [],
    ],
    [
      {
        networkDataplane: 'cilium',
        advancedNetworking: { security: { advancedNetworkPolicies: 'L7' } },
      },
      true,
      [],
    ],
    [
      { networkDataplane: 'cilium' },
      false,
      [/advanced network policies FQDN or L7; in the cluster they are off/],
    ],
    [
      { networkDataplane: 'azure' },
      false,
      [/the data plane of the cluster is azure/, /they are off/],
    ],
    [undefined, 'unknown', []],
  ])('offer names of hosts where %j: %s', (profile, eligible, whyNot) => {
    const option = egressOptions({
      cluster: 'aks-a',
      choices: choicesOf(profile),
    }).find(({ id }) => id === 'names')!;

    expect(option.eligible).toBe(eligible);
    expect(option.whyNot).toEqual(
      whyNot.map(reason => expect.stringMatching(reason)),
    );
  });

  it('offer a fixed address where its gateway is on, and the way of the cluster always', () => {
    const of = (profile: object | undefined) =>
      egressOptions({ cluster: 'aks-a', choices: choicesOf(profile) }).map(
        ({ id, eligible }) => [id, eligible],
      );

    expect(of({ staticEgressGatewayProfile: { enabled: true } })).toEqual([
      ['cluster', true],
      ['static', true],
      ['names', false],
    ]);
    expect(of({})[1]).toEqual(['static', false]);
    expect(of(undefined)[1]).toEqual(['static', 'unknown']);
    expect(egressOptions({ cluster: 'aks-a', choices: undefined })).toEqual([
      expect.objectContaining({ id: 'cluster', eligible: true }),
      expect.objectContaining({ id: 'static', eligible: 'unknown' }),
      expect.objectContaining({ id: 'names', eligible: 'unknown' }),
    ]);
  });

  it('name the revisions of the mesh where they are known', () => {
    expect(
      choicesOf({}, { mode: 'Istio', istio: { revisions: ['asm-1-29'] } })
        .meshRevisions,
    ).toEqual(['asm-1-29']);
    expect(choicesOf({}).meshRevisions).toBeUndefined();
  });
});
