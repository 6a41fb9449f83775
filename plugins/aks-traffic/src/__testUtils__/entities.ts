import { Entity } from '@backstage/catalog-model';

/** A catalog entity with the given kind and annotations. */
export function entityOf(options: {
  kind?: string;
  annotations?: Record<string, string>;
}): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: options.kind ?? 'Component',
    metadata: {
      name: 'storefront',
      namespace: 'default',
      annotations: options.annotations,
    },
    spec: { type: 'service' },
  };
}
