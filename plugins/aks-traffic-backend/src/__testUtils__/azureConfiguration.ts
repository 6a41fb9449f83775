import { RunningSimulator } from './runSimulator';

/** What `aksTraffic.azure` says to read the simulated Azure. */
export function azureConfiguration({ azure, identities }: RunningSimulator) {
  return {
    endpoints: {
      resourceManager: azure.endpoint,
      authorityHost: azure.endpoint,
      dangerouslyDisableInstanceDiscovery: true,
    },
    credential: {
      kind: 'client-secret',
      tenantId: azure.tenantId,
      clientId: identities[0].clientId,
      clientSecret: identities[0].clientSecret!,
    },
    caFile: azure.caFile,
    // The simulated API servers are on this machine.
    allowPrivateApiServers: true,
  };
}
