import { clusterRow } from '../egress/__testUtils__/egressEstate';
import { KubernetesObject } from '../model/observation';
import { ruleInput } from './__testUtils__/ruleInput';
import { advancedPolicySupport as rule } from './advanced-policy-support';

const byName = { egress: [{ toFQDNs: [{ matchName: 'bank.example' }] }] };
const byRequest = {
  ingress: [{ toPorts: [{ rules: { http: [{ method: 'GET' }] } }] }],
};
const byAddress = { egress: [{ toCIDR: ['192.0.2.0/24'] }] };
const byDns = {
  egress: [{ toPorts: [{ rules: { dns: [{ matchPattern: '*' }] } }] }],
};

function findings(
  spec: Record<string, unknown>,
  advancedNetworkPolicies?: string,
  options: {
    dataplane?: string;
    read?: boolean;
    kind?: string;
    specs?: Record<string, unknown>[];
  } = {},
) {
  const policy: KubernetesObject = {
    apiVersion: 'cilium.io/v2',
    kind: options.kind ?? 'CiliumNetworkPolicy',
    metadata: { name: 'out', namespace: 'shop' },
    spec,
    ...(options.specs && { specs: options.specs }),
  };
  return rule.cluster(
    ruleInput({
      rows:
        options.read === false
          ? []
          : [
              clusterRow({
                network: {
                  networkDataplane: options.dataplane ?? 'cilium',
                  advancedNetworking: {
                    security: { advancedNetworkPolicies },
                  },
                },
              }),
            ],
      objects: [policy],
    }),
  );
}

describe('advanced-policy-support', () => {
  it.each([
    ['host names', byName, undefined, 1],
    ['host names', byName, 'None', 1],
    ['host names', byName, 'FQDN', 0],
    ['host names', byName, 'L7', 0],
    ['requests', byRequest, undefined, 1],
    ['requests', byRequest, 'FQDN', 1],
    ['requests', byRequest, 'L7', 0],
    ['addresses', byAddress, undefined, 0],
    ['requests for names', byDns, undefined, 0],
  ])('of policies by %s (%j) with %s: %s', (_case, spec, available, count) => {
    expect(findings(spec, available)).toHaveLength(count);
  });

  it('reads several rules in one policy, and policies of the whole cluster', () => {
    expect(findings({}, undefined)).toEqual([]);
    expect(
      findings({}, undefined, { specs: [byAddress, byName] }),
    ).toHaveLength(1);
    expect(
      findings(byName, undefined, { kind: 'CiliumClusterwideNetworkPolicy' }),
    ).toMatchObject([
      {
        severity: 'medium',
        message: expect.stringContaining('CiliumClusterwideNetworkPolicy'),
      },
    ]);
  });

  it('has nothing to say about a Cilium that is not managed, or a cluster not read', () => {
    expect(findings(byName, undefined, { dataplane: 'azure' })).toEqual([]);
    expect(findings(byName, undefined, { read: false })).toEqual([]);
  });
});
