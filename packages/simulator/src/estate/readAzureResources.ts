import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { EstateProblem } from './EstateError';
import { ArmResource } from './types';

const resourceSchema = z.strictObject({
  id: z.string().startsWith('/subscriptions/'),
  name: z.string(),
  type: z.string().regex(/^[a-z0-9.]+(\/[a-z0-9]+)+$/),
  tenantId: z.guid(),
  subscriptionId: z.guid(),
  resourceGroup: z.string(),
  location: z.string(),
  kind: z.string().optional(),
  sku: z.record(z.string(), z.unknown()).optional(),
  tags: z.record(z.string(), z.string()).optional(),
  zones: z.array(z.string()).optional(),
  identity: z.record(z.string(), z.unknown()).optional(),
  properties: z.record(z.string(), z.unknown()),
});

/** Reads every `*.json` file of a folder as a list of resources, and says what does not fit. */
export function readAzureResources(options: {
  directory: string;
  /** Name of the folder for messages. */
  label: string;
  tenantId: string;
  subscriptions: Set<string>;
}): { resources: ArmResource[]; problems: EstateProblem[] } {
  const { directory, label, tenantId, subscriptions } = options;
  const resources: ArmResource[] = [];
  const problems: EstateProblem[] = [];
  const seen = new Set<string>();

  for (const name of readdirSync(directory).sort()) {
    if (!name.endsWith('.json')) {
      continue;
    }
    const file = `${label}/${name}`;
    let rows: unknown;
    try {
      rows = JSON.parse(readFileSync(join(directory, name), 'utf8'));
    } catch (error) {
      problems.push({ file, message: `is not JSON: ${String(error)}` });
      continue;
    }
    if (!Array.isArray(rows)) {
      problems.push({ file, message: 'is not a list of resources' });
      continue;
    }
    for (const [index, row] of rows.entries()) {
      const result = resourceSchema.safeParse(row);
      if (!result.success) {
        for (const issue of result.error.issues) {
          const path = [index, ...issue.path].join('.');
          problems.push({ file, message: `${path}: ${issue.message}` });
        }
        continue;
      }
      const resource: ArmResource = result.data;
      const mismatch = findMismatch(resource, { tenantId, subscriptions });
      if (mismatch) {
        problems.push({ file, message: `${resource.id}: ${mismatch}` });
      }
      const key = resource.id.toLowerCase();
      if (seen.has(key)) {
        problems.push({ file, message: `${resource.id}: stands here twice` });
      }
      seen.add(key);
      resources.push(resource);
    }
  }
  return { resources, problems };
}

/** The columns of a row repeat what its id says; a typing error in one of them would be a resource nobody finds. */
function findMismatch(
  resource: ArmResource,
  known: { tenantId: string; subscriptions: Set<string> },
): string | undefined {
  const segments = resource.id.split('/');
  if (resource.tenantId !== known.tenantId) {
    return 'belongs to another tenant';
  }
  if (
    segments[2] !== resource.subscriptionId ||
    !known.subscriptions.has(resource.subscriptionId)
  ) {
    return 'has a subscriptionId that is not that of its id, or unknown';
  }
  if (segments[4]?.toLowerCase() !== resource.resourceGroup.toLowerCase()) {
    return 'has a resourceGroup that is not that of its id';
  }
  if (segments[segments.length - 1] !== resource.name) {
    return 'has a name that is not that of its id';
  }
  const type = [
    segments[6],
    ...segments.slice(7).filter((_, index) => index % 2 === 0),
  ]
    .join('/')
    .toLowerCase();
  if (type !== resource.type) {
    return `has type ${resource.type}, its id says ${type}`;
  }
  return undefined;
}
