import { ResourceGraphClient } from '@azure/arm-resourcegraph';
import { ClusterLocation } from 'backstage-plugin-aks-traffic-node';
import { AzureConfig } from '../config/AksTrafficConfig';
import { boundedCredential } from './boundedCredential';
import { AzureClusterLocator } from './clusters/AzureClusterLocator';
import { EntraTokens } from './clusters/EntraTokens';
import { createKubeconfigFetcher } from './clusters/fetchUserKubeconfig';
import { ManagedClusterRow } from './clusters/managedClusterRow';
import { createCredential } from './createCredential';
import { EstateMemory } from './estate/EstateMemory';
import { EstateReading, readEstate } from './estate/readEstate';
import { ResourceGraphReader } from './estate/ResourceGraphReader';
import { clientOptions } from './pipeline/clientOptions';

/** Everything that is read from Azure, behind one face. */
export interface AzureReader {
  /** Rows of the whole estate; what is missing is in its gaps. Never throws. */
  readEstate(signal: AbortSignal): Promise<EstateReading>;
  /** Managed clusters, with where they answer as far as that is known. */
  list(clusters: readonly ManagedClusterRow[]): ClusterLocation[];
  /** Where one of the clusters listed last answers; another is given back as it is. Never throws. */
  locate(
    location: ClusterLocation,
    signal: AbortSignal,
  ): Promise<ClusterLocation>;
  /** Asks Azure again where a cluster answers, the next time. */
  forget(armId: string): void;
}

/** Wires the Azure SDK's clients by configuration. Nothing is sent before the first reading. */
export function createAzureReader(options: {
  config: AzureConfig;
  serverApplicationId: string;
  /** Told how many queries are left of Resource Graph's quota. */
  onQuota?: (remaining: number) => void;
}): AzureReader {
  const { config, serverApplicationId, onQuota } = options;
  const newCredential = () => boundedCredential(createCredential(config));
  const credential = newCredential();
  const reader = new ResourceGraphReader(
    new ResourceGraphClient(credential, {
      ...clientOptions(config, onQuota),
      endpoint: config.resourceManager,
      credentials: { scopes: [config.resourceManagerScope] },
    }),
    config.scope,
  );
  const locator = new AzureClusterLocator({
    allowPrivate: config.allowPrivateApiServers,
    fetchKubeconfig: createKubeconfigFetcher(config, credential),
    tokens: new EntraTokens({
      createCredential: newCredential,
      serverApplicationId,
    }),
  });
  const memory = new EstateMemory();
  return {
    readEstate: signal =>
      readEstate({ reader, scope: config.scope, memory, signal }),
    list: clusters => locator.list(clusters),
    locate: (location, signal) => locator.locate(location, signal),
    forget: armId => locator.forget(armId),
  };
}
