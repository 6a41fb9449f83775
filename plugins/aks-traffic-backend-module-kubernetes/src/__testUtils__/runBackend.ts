import { createBackend } from '@backstage/backend-defaults';

/** A program: AKS Traffic beside the Kubernetes plugin, with this module. The configuration is named by `--config`. */
const backend = createBackend();
backend.add(import('@backstage/plugin-kubernetes-backend'));
// A program of its own, in which both stand side by side as in an adopter's backend.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
backend.add(import('backstage-plugin-aks-traffic-backend'));
backend.add(import('../index'));
backend.start();
