import { recognizeBy } from '../recognizeBy';
import { SystemDefinition } from '../SystemDefinition';

/** kgateway: Gateway API only. The vocabulary has no word of its own for it, so that it counts as another system. */
export const kgateway: SystemDefinition = {
  system: 'other',
  title: 'kgateway',
  ingressControllers: [],
  gatewayControllers: ['kgateway.dev/kgateway'],
  conventionalIngressClasses: [],
  conventionalGatewayClasses: ['kgateway'],
  recognize: recognizeBy({
    title: 'kgateway',
    images: ['kgateway-dev/kgateway'],
    labels: ['kgateway=kgateway', 'app.kubernetes.io/name=kgateway'],
  }),
  defaultServing: [],
};
