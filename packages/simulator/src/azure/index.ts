export type { AzureContext, ClusterEndpoint } from './AzureContext';
export * from './createAzureServer';
