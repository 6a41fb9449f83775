import { createBackend } from '@backstage/backend-defaults';

/** A program: AKS Traffic beside the Kubernetes plugin, with this module. The configuration is named by `--config`. */
const backend = createBackend();
backend.add(import('@backstage/plugin-kubernetes-backend'));
backend.add(import('backstage-plugin-aks-traffic-backend'));
backend.add(import('../index'));
backend.start();
