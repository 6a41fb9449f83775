import {
  azureRow,
  clusterRow,
  net,
  subnetRow,
  vnetId,
} from '../egress/__testUtils__/egressEstate';
import { ResourceRow } from '../model/estate';
import { ruleInput } from './__testUtils__/ruleInput';
import { privateEndpointDns as rule } from './private-endpoint-dns';

const zoneName = 'privatelink.database.windows.net';
const zone = net(`privateDnsZones/${zoneName}`);
const readTypes = [
  'microsoft.network/privatednszones',
  'microsoft.network/privatednszones/virtualnetworklinks',
  'microsoft.network/virtualnetworks',
];

function endpoint(fqdn: string): ResourceRow {
  return azureRow(net('privateEndpoints/pe'), {
    subnet: { id: `${vnetId}/subnets/endpoints` },
    customDnsConfigs: [{ fqdn }],
  });
}

function findings(options: {
  fqdn?: string;
  network?: Record<string, unknown>;
  rows?: ResourceRow[];
  types?: string[];
}) {
  return rule.cluster(
    ruleInput({
      readTypes: options.types ?? readTypes,
      rows: [
        clusterRow(),
        azureRow(vnetId, options.network),
        subnetRow(),
        endpoint(options.fqdn ?? 'sql.database.windows.net'),
        ...(options.rows ?? []),
      ],
    }),
  );
}

describe('private-endpoint-dns', () => {
  it('finds an endpoint whose name leads past it', () => {
    const [finding] = findings({});
    expect(finding).toMatchObject({
      severity: 'low',
      subject: { armId: net('privateEndpoints/pe') },
    });
    expect(finding.message).toContain(`${zoneName} is not linked`);
  });

  it('has nothing to say once the zone is linked', () => {
    expect(
      findings({
        rows: [
          azureRow(zone),
          azureRow(`${zone}/virtualNetworkLinks/shop`, {
            virtualNetwork: { id: vnetId },
          }),
        ],
      }),
    ).toEqual([]);
  });

  it('does not judge names of other kinds, nor networks with DNS servers of their own', () => {
    expect(findings({ fqdn: 'partner.example' })).toEqual([]);
    expect(
      findings({ network: { dhcpOptions: { dnsServers: ['10.0.0.4'] } } }),
    ).toEqual([]);
  });

  it('takes no absence from zones that were not all read', () => {
    expect(findings({ types: [] })).toEqual([]);
  });
});
