/** Names a resource as `kubectl` takes it: `services`, `ingresses.networking.k8s.io`. */
export function resourceName(resource: {
  group: string;
  resource: string;
}): string {
  return resource.group
    ? `${resource.resource}.${resource.group}`
    : resource.resource;
}
