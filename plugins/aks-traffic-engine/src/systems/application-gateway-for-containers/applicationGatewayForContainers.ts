import { serviceAddresses } from '../../objects/serviceAddresses';
import { recognizeBy } from '../recognizeBy';
import { SystemDefinition } from '../SystemDefinition';
import { trafficControllerReach } from './trafficControllerReach';

const controllerValue = 'alb.networking.azure.io/alb-controller';

/** Application Gateway for Containers: ALB Controller in the cluster, the data path in Azure. */
export const applicationGatewayForContainers: SystemDefinition = {
  system: 'application-gateway-for-containers',
  title: 'Application Gateway for Containers',
  ingressControllers: [controllerValue],
  gatewayControllers: [controllerValue],
  conventionalIngressClasses: ['azure-alb-external'],
  conventionalGatewayClasses: ['azure-alb-external'],
  recognize: recognizeBy({
    title: 'ALB Controller',
    images: ['alb-controller'],
    labels: ['app=alb-controller'],
  }),
  serving: () => [serving()],
  ingressReach: ({ context, ingress }) =>
    trafficControllerReach({
      context,
      object: ingress,
      field: 'status.loadBalancer.ingress[]',
      addresses: serviceAddresses(ingress),
    }),
  ingressDetails: () => ({ capabilities: { autoscaling: 'azure' } }),
  defaultServing: [serving()],
};

function serving() {
  return {
    order: 'field-first' as const,
    controllerValues: [controllerValue],
    annotationValues: [],
    withoutClass: false,
    evidence: [],
  };
}
