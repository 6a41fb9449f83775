import {
  ClusterObservation,
  KubernetesObject,
  observedResources,
  reduceObject,
} from 'backstage-plugin-aks-traffic-engine';
import { clusterArmId } from '../cluster/estate';

/** What a reader of a live cluster hands to the engine. */
export function observationOf(pages: readonly Buffer[]): ClusterObservation {
  const objects: KubernetesObject[] = [];
  for (const page of pages) {
    const list = JSON.parse(page.toString());
    const kind = list.kind.slice(0, -'List'.length);
    for (const item of list.items) {
      const reduced = reduceObject({
        ...item,
        apiVersion: list.apiVersion,
        kind,
      });
      if (reduced) {
        objects.push(reduced);
      }
    }
  }
  return {
    cluster: 'aks-shop',
    armId: clusterArmId,
    observedAt: '2026-11-22T11:58:00Z',
    coverage: 'complete',
    gaps: [],
    origin: 'api',
    reads: observedResources.map(({ group, resource }) => ({
      group,
      resource,
      state: 'complete',
    })),
    objects,
  };
}
