import { PrivateEndpoint } from '../azure/facts';
import { isAnsweredBy, privateZoneOf } from '../azure/privateDns';
import { AssessmentInput } from '../model/stages';
import { armEvidence } from '../objects/evidence';
import { createRule } from './createRule';
import { listed } from './messageText';

const neededTypes = [
  'microsoft.network/privatednszones',
  'microsoft.network/privatednszones/virtualnetworklinks',
  'microsoft.network/virtualnetworks',
];

/** Private endpoints beside a cluster whose names lead past them. */
export const privateEndpointDns = createRule(
  {
    id: 'private-endpoint-dns',
    description:
      "A private endpoint is in the cluster's network, and no private DNS zone is linked to that network for its name.",
    remediation: {
      summary: 'Link the private DNS zone to the network of the cluster.',
      actions: [
        'Create the zone, such as privatelink.database.windows.net, and a DNS zone group on the private endpoint.',
        'Link the zone to the network, and look the name up from a pod.',
      ],
    },
  },
  {
    *cluster(input) {
      if (neededTypes.some(type => !input.azure.isReadWhole(type))) {
        return;
      }
      for (const network of networksOf(input)) {
        const linked = new Set(
          input.azure
            .privateDnsZonesLinkedTo(network)
            .map(({ name }) => name.toLowerCase()),
        );
        for (const endpoint of input.azure.privateEndpointsIn(network)) {
          const missing = missingZones(endpoint, linked);
          if (missing.length > 0) {
            yield {
              situation: 'found',
              subject: { armId: endpoint.armId },
              message: `Private endpoint ${
                endpoint.name
              } is in the cluster's network, but ${listed(
                missing.map(({ zone }) => zone),
              )} is not linked to it: pods get the public address of ${listed(
                missing.map(({ name }) => name),
              )} and go past the endpoint. Link the zone.`,
              evidence: [
                ...missing.map(({ name }) =>
                  armEvidence({
                    armId: endpoint.armId,
                    field: 'properties.customDnsConfigs[].fqdn',
                    value: name,
                    meaning: 'The name the endpoint is for',
                  }),
                ),
                armEvidence({
                  armId: network,
                  field: 'virtualNetworkLinks of private DNS zones',
                  value: linked.size > 0 ? [...linked].join(', ') : undefined,
                  meaning: 'Zones linked to the network',
                }),
              ],
            };
          }
        }
      }
    },
  },
);

/** Networks of the cluster where Azure answers DNS. Servers of one's own may know zones that are linked elsewhere. */
function networksOf({ draft, azure }: AssessmentInput): string[] {
  return draft.managedCluster === undefined
    ? []
    : azure
        .virtualNetworkIdsOf(draft.managedCluster)
        .flatMap(id => azure.virtualNetwork(id) ?? [])
        .filter(({ dnsServers }) => dnsServers.length === 0)
        .map(({ armId }) => armId);
}

function missingZones(
  endpoint: PrivateEndpoint,
  linked: ReadonlySet<string>,
): { name: string; zone: string }[] {
  return endpoint.fqdns.flatMap(fqdn => {
    const zone = privateZoneOf(fqdn);
    return zone !== undefined && !isAnsweredBy(fqdn, linked)
      ? { name: fqdn.toLowerCase(), zone }
      : [];
  });
}
