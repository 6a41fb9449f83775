import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { apisOf, crdsOf } from '../kubernetes/apis';
import { checkManifests } from './checkManifests';
import { EstateError, EstateProblem } from './EstateError';
import { materialiseCluster } from './materialise';
import {
  ClusterDeclaration,
  EstateFile,
  parseEstateFile,
} from './parseEstateFile';
import { parseServiceMark } from './parseVerdicts';
import { readAzureResources } from './readAzureResources';
import { Manifest, readManifestFile } from './readManifestFile';
import {
  SimulatedCluster,
  SimulatedEstate,
  StatedVerdict,
  StoredObject,
} from './types';

/**
 * Reads an estate from its folder: `estate.yaml`, `azure/*.json`, `clusters/<cluster>/*.yaml`.
 * Throws one {@link EstateError} that names every problem with its file and line.
 */
export function loadEstate(directory: string): SimulatedEstate {
  const root = resolve(directory);
  const declaration = parseEstateFile(
    readFileSync(join(root, 'estate.yaml'), 'utf8'),
    'estate.yaml',
  );
  const problems: EstateProblem[] = [];
  const azure = readAzureResources({
    directory: join(root, 'azure'),
    label: 'azure',
    tenantId: declaration.tenantId,
    subscriptions: new Set(declaration.subscriptions.map(({ id }) => id)),
  });
  problems.push(...azure.problems);

  const clusters: SimulatedCluster[] = [];
  const verdicts: StatedVerdict[] = [];
  for (const cluster of declaration.clusters) {
    const loaded = loadCluster({ root, cluster, roles: declaration.roles });
    problems.push(...loaded.problems);
    clusters.push(loaded.cluster);
    verdicts.push(...loaded.verdicts);
  }
  if (problems.length > 0) {
    throw new EstateError(problems);
  }
  return {
    name: declaration.name,
    tenantId: declaration.tenantId,
    managementGroups: declaration.managementGroups,
    subscriptions: declaration.subscriptions,
    identities: declaration.identities,
    resources: azure.resources,
    clusters,
    verdicts,
  };
}

function loadCluster(options: {
  root: string;
  cluster: ClusterDeclaration;
  roles: EstateFile['roles'];
}): {
  cluster: SimulatedCluster;
  verdicts: StatedVerdict[];
  problems: EstateProblem[];
} {
  const { root, cluster, roles } = options;
  const bundles = ['core', ...cluster.apis];
  const apis = apisOf(bundles);
  const problems: EstateProblem[] = [];
  const manifests: Manifest[] = [];
  for (const path of [`clusters/${cluster.name}`, ...cluster.include]) {
    for (const file of listYamlFiles(root, path, problems)) {
      const read = readManifestFile(
        readFileSync(join(root, file), 'utf8'),
        file,
      );
      manifests.push(...read.manifests);
      problems.push(...read.problems);
    }
  }
  problems.push(...checkManifests(manifests, apis));
  const verdicts = readVerdicts({ cluster: cluster.name, manifests, problems });

  return {
    verdicts,
    problems,
    cluster: {
      name: cluster.name,
      ...(cluster.armId && { armId: cluster.armId }),
      version: cluster.version,
      entra: cluster.entra,
      reach: cluster.reach,
      apis,
      roles,
      serviceAccountTokens: cluster.serviceAccountTokens,
      objects: materialiseCluster({
        cluster: cluster.name,
        version: cluster.version,
        objects: [
          ...bundles.flatMap(crdsOf),
          ...manifests.map(({ object }) => object),
        ],
      }),
    },
  };
}

function listYamlFiles(
  root: string,
  path: string,
  problems: EstateProblem[],
): string[] {
  const full = join(root, path);
  if (!existsSync(full)) {
    problems.push({ file: path, message: 'does not exist' });
    return [];
  }
  if (!statSync(full).isDirectory()) {
    return [path];
  }
  return readdirSync(full)
    .filter(name => name.endsWith('.yaml'))
    .sort()
    .map(name => `${path}/${name}`);
}

function readVerdicts(options: {
  cluster: string;
  manifests: Manifest[];
  problems: EstateProblem[];
}): StatedVerdict[] {
  const { cluster, manifests, problems } = options;
  const verdicts: StatedVerdict[] = [];
  for (const { object, comments, file, line, document } of manifests) {
    if (!isService(object)) {
      continue;
    }
    try {
      const mark = parseServiceMark(comments);
      if (mark.kind === 'verdict') {
        verdicts.push({
          cluster,
          namespace: object.metadata.namespace ?? 'default',
          service: object.metadata.name,
          ...mark.statement,
        });
      }
    } catch (error) {
      const { name } = object.metadata;
      const reason = error instanceof Error ? error.message : String(error);
      problems.push({
        file,
        line,
        document,
        message: `Service ${name}: ${reason}`,
      });
    }
  }
  return verdicts;
}

function isService(object: StoredObject): boolean {
  return object.apiVersion === 'v1' && object.kind === 'Service';
}
