import { createBackend } from '@backstage/backend-defaults';

/** What answers for the card: this project's backend, or Backstage's Kubernetes plugin. */
export const servers = {
  'aks-traffic': () => import('backstage-plugin-aks-traffic-backend'),
  kubernetes: () => import('@backstage/plugin-kubernetes-backend'),
};

/** Runs a backend with the catalog and one of the two; its configuration is named by `--config`. */
export async function serveCard(server: keyof typeof servers): Promise<void> {
  const backend = createBackend();
  backend.add(import('@backstage/plugin-catalog-backend'));
  backend.add(servers[server]());
  await backend.start();
}
