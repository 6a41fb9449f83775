import { isBuiltIn } from './builtInGroups';

/** What discovery says about one resource. */
export type Discovered =
  /** In these versions, in the server's order of preference. */
  | { state: 'served'; versions: string[] }
  /** The server does not have it: a fact, not a gap. */
  | { state: 'absent' }
  /** Discovery could not tell; asking for the resource itself can. */
  | { state: 'unknown' };

/**
 * The resources one API server serves, as its discovery tells.
 *
 * @remarks
 * The core group is taken for granted in version v1: every API server has it, and it is discovered elsewhere.
 */
export class DiscoveredApis {
  private readonly versions = new Map<string, string[]>();

  private constructor(
    private readonly everyGroupUnknown: boolean,
    private readonly unknownGroups: ReadonlySet<string>,
  ) {}

  /**
   * @param options.unknownGroups - groups that exist and whose resources could not be listed whole.
   * @param options.isWhole - whether all of the answer could be understood; what is not in it may exist if not.
   */
  static create(options: {
    served: Iterable<{ group: string; version: string; resource: string }>;
    unknownGroups?: Iterable<string>;
    isWhole: boolean;
  }): DiscoveredApis {
    const apis = new DiscoveredApis(
      !options.isWhole,
      new Set(options.unknownGroups),
    );
    for (const { group, version, resource } of options.served) {
      const key = keyOf(group, resource);
      apis.versions.set(key, [...(apis.versions.get(key) ?? []), version]);
    }
    return apis;
  }

  /** For a server whose discovery may not be read. */
  static unknown(): DiscoveredApis {
    return new DiscoveredApis(true, new Set());
  }

  find(group: string, resource: string): Discovered {
    if (group === '') {
      return { state: 'served', versions: ['v1'] };
    }
    const versions = this.versions.get(keyOf(group, resource));
    if (versions) {
      return { state: 'served', versions };
    }
    return this.everyGroupUnknown ||
      this.unknownGroups.has(group) ||
      isBuiltIn(group)
      ? { state: 'unknown' }
      : { state: 'absent' };
  }
}

function keyOf(group: string, resource: string): string {
  return `${resource}.${group}`;
}
