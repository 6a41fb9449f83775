import type { ApiResource } from '../../estate/types';

/** Kind, plural, and the scope where it is not namespaced. */
export type ApiRow = [kind: string, plural: string, scope?: 'cluster'];

export interface DefineApisOptions {
  /** The empty string is the core group. */
  group: string;
  /** Versions that serve every one of the rows, the preferred one first. */
  versions: string[];
  builtIn?: boolean;
  rows: ApiRow[];
}

/** The resources of one API group, one entry for each version and row. */
export function defineApis(options: DefineApisOptions): ApiResource[] {
  const { group, versions, builtIn = false, rows } = options;
  return versions.flatMap(version =>
    rows.map(([kind, resource, scope]) => ({
      group,
      version,
      resource,
      singular: kind.toLowerCase(),
      kind,
      namespaced: scope !== 'cluster',
      builtIn,
    })),
  );
}
