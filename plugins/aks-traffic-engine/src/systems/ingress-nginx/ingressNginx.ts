import { unreadAnnotationReading } from '../AnnotationReading';
import { recognizeBy } from '../recognizeBy';
import { SystemDefinition } from '../SystemDefinition';
import { nginxDetails } from './nginxDetails';
import { nginxDefaults, nginxServing } from './nginxServing';

/** The community's ingress-nginx, from whatever registry and however it was installed. */
export const ingressNginx: SystemDefinition = {
  system: 'ingress-nginx',
  title: 'community ingress-nginx',
  retirement: 'RET-NGINX-UPSTREAM',
  ingressControllers: [nginxDefaults.controllerValue],
  gatewayControllers: [],
  conventionalIngressClasses: ['nginx'],
  conventionalGatewayClasses: [],
  sharedController:
    'Traefik can serve this controller value too (its NGINX provider), so that the value alone does not prove which of the two runs.',
  recognize: recognizeBy({
    title: 'ingress-nginx',
    images: [
      'ingress-nginx/controller',
      'ingress-nginx/controller-chroot',
      'nginx-ingress-controller',
    ],
    programs: ['/nginx-ingress-controller'],
    labels: [
      'app.kubernetes.io/name=ingress-nginx',
      'app.kubernetes.io/component=controller',
    ],
  }),
  serving: nginxServing,
  ingressDetails: nginxDetails,
  defaultServing: [
    {
      order: 'field-first',
      controllerValues: [nginxDefaults.controllerValue],
      annotationValues: [nginxDefaults.annotationValue],
      withoutClass: 'unknown',
      annotationReading: unreadAnnotationReading,
      evidence: [],
    },
  ],
};
