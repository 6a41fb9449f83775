import type { ApiResource } from '../../estate/types';

/** A version of a group and what it serves. */
export interface ApiVersion {
  version: string;
  resources: ApiResource[];
}

/** A group with its versions, the preferred one first. */
export interface ApiGroup {
  /** The empty string is the core group. */
  name: string;
  versions: ApiVersion[];
}

/** What an API server knows, in the order in which discovery tells it. */
export class ApiCatalog {
  readonly groups: ApiGroup[];
  readonly #byPath = new Map<string, ApiResource>();
  readonly #byKind = new Map<string, ApiResource>();

  constructor(apis: readonly ApiResource[]) {
    for (const api of apis) {
      const groupVersion = `${api.group}/${api.version}`;
      this.#byPath.set(`${groupVersion}/${api.resource}`, api);
      this.#byKind.set(`${groupVersion}/${api.kind}`, api);
    }
    this.groups = groupApis([...this.#byPath.values()]);
  }

  find(path: {
    group: string;
    version: string;
    resource: string;
  }): ApiResource | undefined {
    return this.#byPath.get(`${path.group}/${path.version}/${path.resource}`);
  }

  /** `apiVersion` as objects carry it: `v1` or `group/v1`. */
  findKind(apiVersion: string, kind: string): ApiResource | undefined {
    const groupVersion = apiVersion.includes('/')
      ? apiVersion
      : `/${apiVersion}`;
    return this.#byKind.get(`${groupVersion}/${kind}`);
  }

  findGroup(name: string): ApiGroup | undefined {
    return this.groups.find(group => group.name === name);
  }
}

function groupApis(apis: ApiResource[]): ApiGroup[] {
  const byGroup = new Map<string, Map<string, ApiResource[]>>();
  for (const api of apis) {
    const versions = byGroup.get(api.group) ?? new Map<string, ApiResource[]>();
    versions.set(api.version, [...(versions.get(api.version) ?? []), api]);
    byGroup.set(api.group, versions);
  }
  return [...byGroup].map(([name, versions]) => ({
    name,
    versions: [...versions]
      .map(([version, resources]) => ({ version, resources }))
      .sort((left, right) => compareVersions(left.version, right.version)),
  }));
}

/** Stable versions before beta before alpha, and the newer before the older, as Kubernetes ranks them. */
function compareVersions(left: string, right: string): number {
  const [leftRank, rightRank] = [left, right].map(rankVersion);
  for (const [index, rank] of leftRank.entries()) {
    if (rank !== rightRank[index]) {
      return rightRank[index] - rank;
    }
  }
  return left < right ? -1 : 1;
}

const STABILITY = ['alpha', 'beta', undefined];

function rankVersion(version: string): number[] {
  const match = /^v(\d+)(?:(alpha|beta)(\d+))?$/.exec(version);
  return match
    ? [STABILITY.indexOf(match[2]) + 1, Number(match[1]), Number(match[3] ?? 0)]
    : [0, 0, 0];
}
