import { Estate } from './Estate';

/** Entities as the backend keeps them, each with an owner and the label of its Services. */
export function createEntities({ entities, owners }: Estate) {
  return Array.from({ length: entities }, (_, index) => ({
    ref: `component:default/component-${index}`,
    title: `Component ${index}`,
    owner: `group:default/team-${index % owners}`,
    annotations: { 'backstage.io/kubernetes-id': `component-${index}` },
  }));
}
