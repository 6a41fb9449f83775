import { apisOf } from '../apis';
import type { ContractResource, ContractTarget } from './ContractTarget';

const BUILT_IN_GROUPS = new Set(apisOf(['core']).map(({ group }) => group));

/** Looks for resources on a server about which nothing is known, reading only. */
export async function findTarget(
  client: Pick<ContractTarget, 'request' | 'watch'>,
): Promise<ContractTarget> {
  const { request, watch } = client;
  const resources = await listResources(request);
  const builtIn = await findFirst(request, resources.filter(isBuiltIn), 3);
  if (!builtIn) {
    throw new Error(
      'The credentials may not list any built-in resource with at least three objects',
    );
  }
  const custom = await findFirst(
    request,
    resources.filter(resource => !isBuiltIn(resource)),
    1,
  );
  const refused = await request('/api/v1/secrets?limit=1');
  return {
    request,
    watch,
    builtIn,
    ...(custom && { custom }),
    ...(refused.status === 403 && { refusedPath: '/api/v1/secrets?limit=1' }),
  };
}

async function listResources(
  request: ContractTarget['request'],
): Promise<ContractResource[]> {
  const { groups } = (await request('/apis')).json();
  const roots = [
    { group: '', version: 'v1', root: '/api/v1' },
    ...groups.map((group: any) => ({
      group: group.name,
      version: group.preferredVersion.version,
      root: `/apis/${group.preferredVersion.groupVersion}`,
    })),
  ];
  const resources: ContractResource[] = [];
  for (const { group, version, root } of roots) {
    const list = await request(root);
    for (const entry of list.status === 200 ? list.json().resources : []) {
      if (entry.verbs.includes('watch') && entry.name !== 'secrets') {
        resources.push({
          path: `${root}/${entry.name}`,
          group,
          version,
          resource: entry.name,
          kind: entry.kind,
          namespaced: entry.namespaced,
        });
      }
    }
  }
  return resources;
}

function isBuiltIn({ group }: ContractResource): boolean {
  return BUILT_IN_GROUPS.has(group);
}

/** Leases and events change all the time, which would make lists differ between two requests. */
const RESTLESS = new Set(['events', 'leases']);

async function findFirst(
  request: ContractTarget['request'],
  candidates: ContractResource[],
  atLeast: number,
): Promise<ContractResource | undefined> {
  for (const candidate of candidates) {
    if (!RESTLESS.has(candidate.resource)) {
      const list = await request(`${candidate.path}?limit=${atLeast}`);
      if (list.status === 200 && list.json().items.length >= atLeast) {
        return candidate;
      }
    }
  }
  return undefined;
}
