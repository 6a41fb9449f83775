import { FleetAddress } from './startSimulator';

/** What app-config says to read a simulated fleet through its Azure. */
export function readingConfiguration({ azure, identities }: FleetAddress) {
  const [{ clientId, clientSecret }] = identities;
  return {
    aksTraffic: {
      azure: {
        endpoints: {
          resourceManager: azure.endpoint,
          authorityHost: azure.endpoint,
          dangerouslyDisableInstanceDiscovery: true,
        },
        credential: {
          kind: 'client-secret',
          tenantId: azure.tenantId,
          clientId,
          clientSecret,
        },
        caFile: azure.caFile,
        timeout: '10 minutes',
      },
    },
  };
}
