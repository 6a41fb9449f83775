import { clusterRow } from '../egress/__testUtils__/egressEstate';
import { ruleInput } from './__testUtils__/ruleInput';
import { apiServerAccess as rule } from './api-server-access';

const findings = (properties: Record<string, unknown>) =>
  rule.cluster(
    ruleInput({
      rows: [
        clusterRow({
          properties: { fqdn: 'shop.hcp.westeurope.azmk8s.io', ...properties },
        }),
      ],
    }),
  );

describe('api-server-access', () => {
  it('finds an API server that everybody may call', () => {
    expect(findings({})).toMatchObject([{ severity: 'medium' }]);
    expect(
      findings({
        apiServerAccessProfile: { authorizedIPRanges: ['0.0.0.0/0'] },
      }),
    ).toHaveLength(1);
  });

  it.each([
    { apiServerAccessProfile: { enablePrivateCluster: true } },
    { apiServerAccessProfile: { authorizedIPRanges: ['192.0.2.0/28'] } },
    { publicNetworkAccess: 'Disabled' },
    { fqdn: undefined },
  ])('has nothing to say about %j', properties => {
    expect(findings(properties)).toEqual([]);
  });

  it('says nothing about a cluster that was not read', () => {
    expect(rule.cluster(ruleInput())).toEqual([]);
  });
});
