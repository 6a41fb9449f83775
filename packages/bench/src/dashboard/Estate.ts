/** Size of the estate that a dashboard is measured on. */
export interface Estate {
  clusters: number;
  services: number;
  /** Catalog entities; most Services belong to one. */
  entities: number;
  owners: number;
}

/** An estate with this many Services, in the proportions of a large company. */
export function estateOf(
  services: number,
  clusters = Math.max(1, Math.round(services / 500)),
): Estate {
  return {
    clusters,
    services,
    entities: Math.max(2, Math.round(services / 10)),
    owners: Math.max(1, Math.round(services / 250)),
  };
}

/** Name of one of the clusters. */
export function clusterName(index: number): string {
  return `aks-${['shop', 'pay', 'ops', 'lab'][index % 4]}-prod-${index}`;
}

/** Reference of the entity that claims a Service; one Service in five belongs to nobody. */
export function entityOf(service: number, estate: Estate): number | undefined {
  return service % 5 === 4 ? undefined : service % estate.entities;
}
