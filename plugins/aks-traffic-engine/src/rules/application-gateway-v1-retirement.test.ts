import {
  azureRow,
  clusterId,
  clusterRow,
  net,
  publicIpRow,
} from '../egress/__testUtils__/egressEstate';
import {
  entryPoint,
  ruleInput,
  serviceDraft,
  serviceFindings,
} from './__testUtils__/ruleInput';
import { applicationGatewayV1Retirement as rule } from './application-gateway-v1-retirement';

function gateway(name: string, tier: string, address?: string) {
  return [
    azureRow(
      net(`applicationGateways/${name}`),
      {
        sku: { tier },
        frontendIPConfigurations: [
          {
            name: 'public',
            properties: {
              publicIPAddress: { id: net(`publicIPAddresses/${name}`) },
            },
          },
        ],
      },
      { tags: { 'ingress-for-aks-cluster-id': clusterId } },
    ),
    publicIpRow(name, address),
  ];
}

const behindGateway = serviceDraft({
  entryPoints: [
    entryPoint({
      system: 'application-gateway-ingress-controller',
      addresses: ['20.1.1.1'],
    }),
  ],
});

describe('application-gateway-v1-retirement', () => {
  it.each([
    ['Standard', 'critical'],
    ['WAF', 'critical'],
    ['Standard_v2', undefined],
    ['WAF_v2', undefined],
  ])('tier %s: %s', (tier, severity) => {
    const input = ruleInput({
      rows: [clusterRow(), ...gateway('agw', tier, '20.1.1.1')],
      services: [behindGateway],
    });
    expect(serviceFindings(rule, input)[0]?.severity).toBe(severity);
    expect(rule.cluster(input)[0]?.severity).toBe(severity);
  });

  it('tells the gateways of a cluster apart by address', () => {
    const input = ruleInput({
      rows: [
        clusterRow(),
        ...gateway('new', 'WAF_v2', '20.1.1.1'),
        ...gateway('old', 'WAF', '20.1.1.2'),
      ],
      services: [behindGateway],
    });
    expect(serviceFindings(rule, input)).toEqual([]);
    expect(rule.cluster(input)).toMatchObject([
      { subject: { armId: net('applicationGateways/old') } },
    ]);
  });
});
