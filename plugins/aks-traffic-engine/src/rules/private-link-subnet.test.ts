import {
  clusterRow,
  nodesSubnetId,
} from '../egress/__testUtils__/egressEstate';
import {
  ruleInput,
  serviceDraft,
  serviceFindings,
} from './__testUtils__/ruleInput';
import { privateLinkSubnet as rule } from './private-link-subnet';

const prefix = 'service.beta.kubernetes.io/azure-pls-';

function findings(subnet: string | undefined, policy = 'Local') {
  return serviceFindings(
    rule,
    ruleInput({
      rows: [clusterRow()],
      services: [
        serviceDraft({
          object: {
            apiVersion: 'v1',
            kind: 'Service',
            metadata: {
              name: 'web',
              namespace: 'shop',
              annotations: {
                [`${prefix}create`]: 'true',
                ...(subnet !== undefined && {
                  [`${prefix}ip-configuration-subnet`]: subnet,
                }),
              },
            },
            spec: { type: 'LoadBalancer', externalTrafficPolicy: policy },
          },
        }),
      ],
    }),
  );
}

describe('private-link-subnet', () => {
  it.each([undefined, nodesSubnetId.split('/').at(-1)])(
    'finds one in subnet %s',
    subnet => {
      expect(findings(subnet)).toMatchObject([{ severity: 'medium' }]);
    },
  );

  it('has nothing to say about a subnet of its own, nor about policy Cluster', () => {
    expect(findings('snet-pls')).toEqual([]);
    expect(findings(undefined, 'Cluster')).toEqual([]);
  });
});
