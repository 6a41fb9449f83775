import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { Estate, ResourceRow } from '../model/estate';
import { ClusterObservation, KubernetesObject } from '../model/observation';
import { observedResources } from '../objects/observedResources';

/** What the comment above a Service says that the right verdict is. */
export interface StatedVerdict {
  cluster: string;
  namespace: string;
  service: string;
  systems: string[];
  exposure: string;
  egress: string[];
  risk: string;
  because: string;
}

export interface ContosoEstate {
  estate: Estate;
  observations: ClusterObservation[];
  verdicts: StatedVerdict[];
}

const root = resolve(
  __dirname,
  '../../../../packages/simulator/estates/contoso',
);

/** Reads the demo estate from its files, all of it: the verdicts are those of a reader with every right. */
export function readContosoEstate(): ContosoEstate {
  const description = parse(
    readFileSync(join(root, 'estate.yaml'), 'utf8'),
  ) as {
    clusters: { name: string; armId?: string; include?: string[] }[];
  };
  const rows = filesBelow(join(root, 'azure'), '.json').flatMap(
    file => JSON.parse(readFileSync(file, 'utf8')) as ResourceRow[],
  );
  const verdicts: StatedVerdict[] = [];
  const observations = description.clusters.map(cluster => {
    const folders = [
      join('clusters', cluster.name),
      ...(cluster.include ?? []),
    ];
    const documents = folders.flatMap(folder =>
      filesBelow(join(root, folder), '.yaml').flatMap(documentsOf),
    );
    for (const { object, verdict } of documents) {
      if (verdict !== undefined) {
        verdicts.push(parseVerdict(cluster.name, object, verdict));
      }
    }
    return observationOf(
      cluster,
      documents.map(({ object }) => object),
    );
  });
  return {
    estate: {
      rows,
      gaps: [],
      readTypes: [...new Set(rows.map(row => row.type.toLowerCase()))],
    },
    observations,
    verdicts,
  };
}

function observationOf(
  cluster: { name: string; armId?: string },
  objects: KubernetesObject[],
): ClusterObservation {
  return {
    cluster: cluster.name,
    armId: cluster.armId,
    observedAt: '2026-11-22T12:00:00Z',
    coverage: 'complete',
    gaps: [],
    origin: 'api',
    reads: observedResources.map(({ group, resource }) => ({
      group,
      resource,
      state: 'complete',
    })),
    objects,
  };
}

function filesBelow(folder: string, ending: string): string[] {
  if (!existsSync(folder)) {
    return [];
  }
  return readdirSync(folder)
    .sort()
    .flatMap(name => {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) {
        return filesBelow(path, ending);
      }
      return name.endsWith(ending) ? [path] : [];
    });
}

function documentsOf(
  file: string,
): { object: KubernetesObject; verdict?: string }[] {
  return readFileSync(file, 'utf8')
    .split(/^---$/m)
    .flatMap(text => {
      const object = parse(text) as KubernetesObject | null;
      const [, verdict] = /^# verdict: (.*)$/m.exec(text) ?? [];
      return object === null ? [] : [{ object, verdict }];
    });
}

function parseVerdict(
  cluster: string,
  object: KubernetesObject,
  text: string,
): StatedVerdict {
  const [facts, because] = text.split(' because=');
  const values = new Map(
    facts.split(' ').map(pair => {
      const [key, value = ''] = pair.split('=');
      return [key, value];
    }),
  );
  const list = (key: string) =>
    (values.get(key) ?? '-').split(',').filter(entry => entry !== '-');
  return {
    cluster,
    namespace: object.metadata.namespace ?? 'default',
    service: object.metadata.name,
    systems: list('systems'),
    exposure: values.get('exposure') ?? '',
    egress: list('egress'),
    risk: values.get('risk') ?? '',
    because: because ?? '',
  };
}
