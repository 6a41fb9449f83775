import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogApi } from '@backstage/plugin-catalog-react';
import { printable } from 'backstage-plugin-aks-traffic-common';

const foundAtOnce = 20;

/** A user or group to choose from; `id` is its reference. */
export interface OwnerOption {
  id: string;
  label: string;
  description: string;
}

/** Looks users and groups up whose name, title or display name holds a text. */
export async function findOwners(options: {
  catalogApi: CatalogApi;
  text: string;
  signal: AbortSignal;
}): Promise<OwnerOption[]> {
  const { catalogApi, text, signal } = options;
  const { items } = await catalogApi.queryEntities({
    filter: { kind: ['user', 'group'] },
    fields: ['kind', 'metadata', 'spec.profile.displayName'],
    orderFields: [{ field: 'metadata.name', order: 'asc' }],
    fullTextFilter: {
      term: text,
      fields: ['metadata.name', 'metadata.title', 'spec.profile.displayName'],
    },
    limit: foundAtOnce,
  });
  signal.throwIfAborted();
  return items.map(entity => ({
    id: stringifyEntityRef(entity),
    label: printable(nameOf(entity)),
    description: stringifyEntityRef(entity),
  }));
}

function nameOf(entity: Entity): string {
  const profile = entity.spec?.profile as { displayName?: string } | undefined;
  return profile?.displayName ?? entity.metadata.title ?? entity.metadata.name;
}
