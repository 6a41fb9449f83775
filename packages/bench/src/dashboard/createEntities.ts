import { Estate } from './Estate';

const systems = 500;

/** Entities as the backend keeps them, each with an owner, a System and the label of its Services. */
export function createEntities({ entities, owners }: Estate) {
  return Array.from({ length: entities }, (_, index) => ({
    ref: `component:default/component-${index}`,
    title: `Component ${index}`,
    owner: `group:default/team-${index % owners}`,
    catalogSystem: `system:default/system-${index % systems}`,
    annotations: { 'backstage.io/kubernetes-id': `component-${index}` },
  }));
}
