import { Column } from './values/Table';

/** Columns of every table with resources in it; `aliases` and `apiVersion` exist but are in no result by default. */
export const RESOURCE_COLUMNS: readonly Column[] = [
  { name: 'id', type: 'string' },
  { name: 'name', type: 'string' },
  { name: 'type', type: 'string' },
  { name: 'tenantId', type: 'string' },
  { name: 'kind', type: 'string' },
  { name: 'location', type: 'string' },
  { name: 'resourceGroup', type: 'string' },
  { name: 'subscriptionId', type: 'string' },
  { name: 'managedBy', type: 'string' },
  { name: 'sku', type: 'dynamic' },
  { name: 'plan', type: 'dynamic' },
  { name: 'properties', type: 'dynamic' },
  { name: 'tags', type: 'dynamic' },
  { name: 'identity', type: 'dynamic' },
  { name: 'zones', type: 'dynamic' },
  { name: 'extendedLocation', type: 'dynamic' },
];

/** Tables that may be joined and united freely. */
export const LOCAL_TABLES: ReadonlySet<string> = new Set([
  'resources',
  'resourcecontainers',
]);

/** Resource Graph's table names do not depend on case; these are the two spellings that its documentation uses. */
export const TABLE_NAMES: readonly string[] = [
  'Resources',
  'ResourceContainers',
  'AdvisorResources',
  'HealthResources',
  'KubernetesConfigurationResources',
  'NetworkResources',
  'ResourceChanges',
];
