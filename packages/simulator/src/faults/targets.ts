/** Servers that are not clusters, so that the target `*` means clusters only. */
export const AZURE_TARGETS: ReadonlySet<string> = new Set([
  'entra',
  'arm',
  'resource-graph',
]);
