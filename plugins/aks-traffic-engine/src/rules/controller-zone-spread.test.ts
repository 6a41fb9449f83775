import { gatewayDeployment, gatewayInput, node } from './__testUtils__/gateway';
import { controllerZoneSpread as rule } from './controller-zone-spread';

const zones = [node('a', 'weu-1'), node('b', 'weu-2')];
const bare = { topologySpreadConstraints: undefined };

function findings(
  options: Parameters<typeof gatewayDeployment>[0],
  more: Parameters<typeof gatewayInput>[1] = { objects: zones },
) {
  return rule.cluster(gatewayInput(gatewayDeployment(options), more));
}

describe('controller-zone-spread', () => {
  it('finds a template that does not ask for zones', () => {
    expect(findings({ podSpec: bare })).toMatchObject([{ severity: 'low' }]);
    expect(
      findings({
        podSpec: {
          topologySpreadConstraints: [
            { topologyKey: 'kubernetes.io/hostname' },
          ],
        },
      }),
    ).toHaveLength(1);
  });

  it('only notes it where Azure makes the workload', () => {
    expect(
      findings({
        podSpec: bare,
        labels: { 'kubernetes.azure.com/managedby': 'aks' },
      }),
    ).toMatchObject([{ severity: 'info' }]);
  });

  it('takes a constraint, or pods that avoid each other, for an answer', () => {
    expect(findings({})).toEqual([]);
    expect(
      findings({
        podSpec: {
          ...bare,
          affinity: {
            podAntiAffinity: {
              preferredDuringSchedulingIgnoredDuringExecution: [
                {
                  podAffinityTerm: {
                    topologyKey: 'topology.kubernetes.io/zone',
                  },
                },
              ],
            },
          },
        },
      }),
    ).toEqual([]);
  });

  it('does not ask DaemonSets, nor clusters that are not known to have zones', () => {
    expect(findings({ kind: 'DaemonSet', podSpec: bare })).toEqual([]);
    expect(findings({ podSpec: bare }, {})).toEqual([]);
  });

  it('reads manifests, whose cluster is not known', () => {
    expect(findings({ podSpec: bare }, { reading: 'files' })).toHaveLength(1);
  });
});
