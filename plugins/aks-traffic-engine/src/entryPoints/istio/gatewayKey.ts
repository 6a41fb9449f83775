/** The gateway name that stands for the sidecars of the mesh: traffic inside the cluster. */
export const mesh = 'mesh';

/** Namespace and name of a Gateway that a VirtualService of a namespace names. */
export function gatewayKey(name: string, namespace: string): string {
  return name.includes('/') ? name : `${namespace}/${name}`;
}
