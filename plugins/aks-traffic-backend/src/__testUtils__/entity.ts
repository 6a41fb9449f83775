import { Entity } from '@backstage/catalog-model';

/** A component with annotations below `backstage.io/kubernetes-`. */
export function component(
  name: string,
  annotations: Record<string, string> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      annotations: Object.fromEntries(
        Object.entries(annotations).map(([key, value]) => [
          `backstage.io/kubernetes-${key}`,
          value,
        ]),
      ),
    },
  };
}
