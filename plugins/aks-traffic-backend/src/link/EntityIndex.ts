import { ServiceSubject } from 'backstage-plugin-aks-traffic-engine';
import { EntityLink } from './linkEntity';
import { matchesSelector } from './selector/matchesSelector';
import { toLookup } from './selector/toLookup';

/** A catalog entity that may claim Services. */
export interface LinkableEntity {
  id: number;
  ref: string;
  title?: string;
  /** Reference of the owner; empty when unowned. */
  owner: string;
  /** Reference of the catalog's System it is part of; empty when it is part of none. */
  catalogSystem: string;
  link: EntityLink;
}

/** A Service, with what ties it to entities. */
export interface LinkableService extends Omit<ServiceSubject, 'readWhole'> {
  cluster: string;
}

/** Finds the entities that claim a Service, the other way round than an entity's page finds its Services. */
export class EntityIndex {
  private readonly byLabel = new Map<string, LinkableEntity[]>();
  private readonly byKey = new Map<string, LinkableEntity[]>();
  /** Whose selectors speak of absence only. */
  private readonly others: LinkableEntity[] = [];

  constructor(entities: Iterable<LinkableEntity>) {
    for (const entity of entities) {
      const { requirements } = entity.link;
      if (requirements) {
        this.add(entity, toLookup(requirements));
      }
    }
  }

  /** The entities that claim a Service, the one that names it most exactly first. */
  claimants(service: LinkableService): LinkableEntity[] {
    const candidates = new Set(this.others);
    for (const labels of service.labelSets) {
      for (const [key, value] of Object.entries(labels)) {
        for (const entity of [
          ...(this.byLabel.get(labelKey(key, value)) ?? []),
          ...(this.byKey.get(key) ?? []),
        ]) {
          candidates.add(entity);
        }
      }
    }
    return [...candidates]
      .filter(entity => claims(entity, service))
      .sort(compareExactness);
  }

  private add(
    entity: LinkableEntity,
    lookup: ReturnType<typeof toLookup>,
  ): void {
    if (!lookup) {
      this.others.push(entity);
    } else if (!lookup.values) {
      push(this.byKey, lookup.key, entity);
    } else {
      for (const value of lookup.values) {
        push(this.byLabel, labelKey(lookup.key, value), entity);
      }
    }
  }
}

function labelKey(key: string, value: string): string {
  return JSON.stringify([key, value]);
}

function push<T>(map: Map<string, T[]>, key: string, item: T): void {
  const items = map.get(key);
  if (items) {
    items.push(item);
  } else {
    map.set(key, [item]);
  }
}

function claims(
  { link: { match, requirements = [] } }: LinkableEntity,
  { cluster, namespace, labelSets }: LinkableService,
): boolean {
  return (
    (match.cluster === undefined || match.cluster === cluster) &&
    (match.namespace === undefined || match.namespace === namespace) &&
    labelSets.some(labels => matchesSelector(labels, requirements))
  );
}

/** More annotations that narrow, then an id before a selector, then the alphabet: the same order at every look. */
function compareExactness(a: LinkableEntity, b: LinkableEntity): number {
  return (
    narrowness(b) - narrowness(a) ||
    (a.ref < b.ref ? -1 : Number(a.ref > b.ref))
  );
}

function narrowness({ link: { match } }: LinkableEntity): number {
  return (
    2 * Number(match.cluster !== undefined) +
    2 * Number(match.namespace !== undefined) +
    Number(match.by === 'kubernetes-id')
  );
}
