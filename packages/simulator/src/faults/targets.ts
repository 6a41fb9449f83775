/** The one address of everything that is Azure. */
export const AZURE_ADDRESS = 'azure';

/** Servers that are not clusters, so that the target `*` means clusters only. */
export const AZURE_TARGETS: ReadonlySet<string> = new Set([
  'entra',
  'arm',
  'resource-graph',
  AZURE_ADDRESS,
]);
