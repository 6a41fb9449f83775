import { createBackend } from '@backstage/backend-defaults';

/** A program: the Kubernetes plugin alone. The configuration is named by `--config`. */
const backend = createBackend();
backend.add(import('@backstage/plugin-kubernetes-backend'));
backend.start();
