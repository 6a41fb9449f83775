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
        // The simulator listens on loopback.
        allowPrivateApiServers: true,
        // Shorter than the ten minutes that a look has by default.
        timeout: '9 minutes',
      },
    },
  };
}
