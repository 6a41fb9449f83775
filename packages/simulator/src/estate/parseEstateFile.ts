import { parseDocument } from 'yaml';
import { z } from 'zod';
import { apiBundles } from '../kubernetes/apis';
import { EstateError } from './EstateError';

const ruleSchema = z.strictObject({
  apiGroups: z.array(z.string()),
  resources: z.array(z.string()),
  verbs: z.array(z.string()),
});

const identitySchema = z.strictObject({
  displayName: z.string(),
  clientId: z.guid(),
  objectId: z.guid(),
  clientSecret: z.string().optional(),
  federatedSubject: z.string().optional(),
  readableSubscriptions: z.union([z.literal('all'), z.array(z.string())]),
  mayListCredentials: z.union([z.literal('all'), z.array(z.string())]),
  kubernetesRoles: z.record(z.string(), z.string()),
});

const clusterSchema = z.strictObject({
  name: z.string(),
  armId: z.string().startsWith('/subscriptions/').optional(),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  entra: z.boolean(),
  reach: z.enum(['open', 'refused', 'silent']).default('open'),
  /** Names of API bundles; `core` is in every cluster. */
  apis: z.array(z.string()).default([]),
  /** Folders or files beside `clusters/` that belong to this cluster too. */
  include: z.array(z.string()).default([]),
  serviceAccountTokens: z
    .array(z.strictObject({ token: z.string(), role: z.string() }))
    .default([]),
});

const estateSchema = z.strictObject({
  name: z.string(),
  tenantId: z.guid(),
  managementGroups: z.record(z.string(), z.array(z.string())),
  subscriptions: z.array(z.strictObject({ id: z.guid(), name: z.string() })),
  identities: z.array(identitySchema),
  /** Roles that the clusters of the estate have, by name. */
  roles: z.record(z.string(), z.array(ruleSchema)),
  clusters: z.array(clusterSchema).min(1),
});

/** `estate.yaml` as written by its author. */
export type EstateFile = z.infer<typeof estateSchema>;

/** One cluster as `estate.yaml` declares it. */
export type ClusterDeclaration = EstateFile['clusters'][number];

/** Reads `estate.yaml`; the error names each key that is wrong and says what belongs there. */
export function parseEstateFile(text: string, file: string): EstateFile {
  const parsed = parseDocument(text);
  if (parsed.errors.length > 0) {
    throw new EstateError(
      parsed.errors.map(error => ({
        file,
        line: error.linePos?.[0].line,
        message: error.message.split('\n')[0],
      })),
    );
  }
  const result = estateSchema.safeParse(parsed.toJS());
  if (!result.success) {
    throw new EstateError(
      result.error.issues.map(issue => ({
        file,
        message: `${issue.path.join('.') || '(root)'}: ${issue.message}`,
      })),
    );
  }
  const problems = findDanglingNames(result.data);
  if (problems.length > 0) {
    throw new EstateError(problems.map(message => ({ file, message })));
  }
  return result.data;
}

function findDanglingNames(estate: EstateFile): string[] {
  const problems: string[] = [];
  const subscriptions = new Set(estate.subscriptions.map(({ id }) => id));
  const clusters = new Set(estate.clusters.map(({ name }) => name));
  const roles = new Set(Object.keys(estate.roles));
  const bundles = new Set(apiBundles.keys());
  const expect = (known: Set<string>, name: string, where: string) => {
    if (!known.has(name)) {
      problems.push(`${where}: nothing is named '${name}'`);
    }
  };

  if (clusters.size !== estate.clusters.length) {
    problems.push('clusters: two have the same name');
  }
  for (const [group, members] of Object.entries(estate.managementGroups)) {
    for (const id of members) {
      expect(subscriptions, id, `managementGroups.${group}`);
    }
  }
  for (const identity of estate.identities) {
    const where = `identities '${identity.displayName}'`;
    for (const id of listed(identity.readableSubscriptions)) {
      expect(subscriptions, id, `${where}.readableSubscriptions`);
    }
    for (const name of listed(identity.mayListCredentials)) {
      expect(clusters, name, `${where}.mayListCredentials`);
    }
    for (const [name, role] of Object.entries(identity.kubernetesRoles)) {
      if (name !== '*') {
        expect(clusters, name, `${where}.kubernetesRoles`);
      }
      expect(roles, role, `${where}.kubernetesRoles`);
    }
  }
  for (const cluster of estate.clusters) {
    for (const { role } of cluster.serviceAccountTokens) {
      expect(roles, role, `clusters '${cluster.name}'.serviceAccountTokens`);
    }
    for (const bundle of cluster.apis) {
      expect(bundles, bundle, `clusters '${cluster.name}'.apis`);
    }
    if (cluster.armId) {
      expect(
        subscriptions,
        cluster.armId.split('/')[2],
        `clusters '${cluster.name}'.armId`,
      );
    }
  }
  return problems;
}

function listed(value: 'all' | string[]): string[] {
  return value === 'all' ? [] : value;
}
