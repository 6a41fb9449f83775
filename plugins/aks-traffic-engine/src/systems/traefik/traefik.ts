import { recognizeBy } from '../recognizeBy';
import { SystemDefinition } from '../SystemDefinition';
import { traefikDetails } from './traefikDetails';
import { ingressServing, traefikServing } from './traefikServing';

/** Traefik Proxy: Ingress, its own IngressRoutes, Gateway API, and the classes of ingress-nginx if told so. */
export const traefik: SystemDefinition = {
  system: 'traefik',
  title: 'Traefik',
  ingressControllers: ['traefik.io/ingress-controller'],
  gatewayControllers: ['traefik.io/gateway-controller'],
  conventionalIngressClasses: ['traefik'],
  conventionalGatewayClasses: ['traefik'],
  recognize: recognizeBy({
    title: 'Traefik',
    images: ['traefik', 'traefik-hub'],
    flags: ['providers.kubernetesingress', 'providers.kubernetescrd'],
    labels: ['app.kubernetes.io/name=traefik'],
  }),
  serving: traefikServing,
  ingressDetails: traefikDetails,
  defaultServing: [{ ...ingressServing(undefined), withoutClass: 'unknown' }],
};
