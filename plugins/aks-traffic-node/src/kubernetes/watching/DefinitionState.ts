import { isDeepStrictEqual } from 'node:util';
import { ResourceState } from './ResourceState';

/**
 * Knows by the definitions in a cluster whether it may serve other kinds, or other versions of them, than before. Only the
 * metadata of definitions is read: a change of the versions that are served counts up the generation.
 */
export class DefinitionState {
  private known: Map<string, number | undefined>;

  /** @param wanted - names of the definitions that matter. */
  constructor(
    private readonly state: ResourceState,
    private readonly wanted: ReadonlySet<string>,
  ) {
    this.known = this.generations();
  }

  /** Tells whether one that matters came, went or is another than when this was asked before. */
  changed(): boolean {
    const before = this.known;
    this.known = this.generations();
    return !isDeepStrictEqual(this.known, before);
  }

  private generations(): Map<string, number | undefined> {
    return new Map(
      this.state
        .list()
        .filter(({ metadata }) => this.wanted.has(metadata.name))
        .map(({ metadata }) => [metadata.name, metadata.generation]),
    );
  }
}
