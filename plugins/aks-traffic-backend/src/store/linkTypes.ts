/** A catalog entity that can claim Services. */
export interface KnownEntity {
  ref: string;
  title?: string;
  /** Reference of the owner; empty when unowned. */
  owner: string;
  /** Reference of the catalog's System it is part of; empty when it is part of none. */
  catalogSystem: string;
  /** The annotations that name its Services. */
  annotations: Record<string, string>;
}

/** What one look at the catalog changed. */
export interface CatalogChange {
  added: number;
  changed: number;
  removed: number;
}

/** Keeps which entities claim which Services. Never talks to the catalog. */
export interface LinkStore {
  /** Makes the entities known those given. Services are tied to them by what follows. */
  recordEntities(options: {
    entities: readonly KnownEntity[];
    takenAt: Date;
  }): Promise<CatalogChange>;
  /** Clusters whose Services are tied by an earlier look at the catalog. */
  clustersToLink(): Promise<string[]>;
  /** Ties the Services of a cluster to the entities known now. Rows that did not change are not written. */
  linkCluster(cluster: string): Promise<void>;
  /**
   * Takes entities out that claim more Services than an entity can mean; they claim none until their annotations
   * change.
   *
   * @returns references of those taken out now.
   */
  refuseWideEntities(mostServices: number): Promise<string[]>;
}
