import { Workload } from '../../model/draft';
import { armEvidence } from '../../objects/evidence';
import { applicationGatewayDetails } from './applicationGatewayDetails';
import {
  applicationGatewayReach,
  missingPrivateFrontend,
} from './applicationGatewayReach';
import { ControllerInstance } from '../ControllerInstance';
import { recognizeBy } from '../recognizeBy';
import {
  FallbackInput,
  IngressServing,
  SystemDefinition,
} from '../SystemDefinition';

const controllerValue = 'azure/application-gateway';
const className = 'azure-application-gateway';

const serving: IngressServing = {
  order: 'annotation-first',
  controllerValues: [controllerValue],
  onlyClasses: [className],
  annotationValues: [controllerValue],
  withoutClass: 'when-class-is-default',
  evidence: [],
};

/** Where users install the controller themselves, they can give its class another name, in a ConfigMap. */
const renamedServing: IngressServing = {
  order: 'annotation-first',
  controllerValues: [controllerValue],
  annotationValues: [],
  withoutClass: false,
  uncertain:
    'The name of the class is set in a ConfigMap that is not read, so which class it serves is not known.',
  evidence: [],
};

/** Application Gateway Ingress Controller (AGIC): the controller in the cluster, the data path in Azure. */
export const applicationGatewayIngressController: SystemDefinition = {
  system: 'application-gateway-ingress-controller',
  title: 'Application Gateway Ingress Controller',
  ingressControllers: [controllerValue],
  gatewayControllers: [],
  conventionalIngressClasses: [className],
  conventionalAnnotations: [controllerValue],
  conventionalGatewayClasses: [],
  recognize: recognizeBy({
    title: 'Application Gateway Ingress Controller',
    images: ['azure-application-gateway/kubernetes-ingress'],
    labels: ['app=ingress-appgw'],
  }),
  serving: ({ workload }) =>
    isAddOn(workload) ? [serving] : [serving, renamedServing],
  ingressReach: applicationGatewayReach,
  refusal: missingPrivateFrontend,
  ingressDetails: applicationGatewayDetails,
  defaultServing: [serving],
  fallback: addOnFromRow,
};

/** The class of the add-on has one name. */
function isAddOn({ namespace, reference }: Workload): boolean {
  return (
    namespace === 'kube-system' && reference.name.startsWith('ingress-appgw')
  );
}

/** The add-on's row, or a gateway that carries the controller's tag for this cluster. */
function addOnFromRow({
  context,
  definition,
}: FallbackInput): ControllerInstance[] {
  const cluster = context.managedCluster;
  if (!cluster) {
    return [];
  }
  const common = {
    definition,
    name: 'ingress-appgw',
    namespace: 'kube-system',
    serving: [serving],
    frontServices: [],
  };
  if (cluster.addons.applicationGateway.enabled === true) {
    return [
      {
        ...common,
        confidence: 'proven',
        evidence: [
          armEvidence({
            armId: cluster.armId,
            field: 'properties.addonProfiles.ingressApplicationGateway.enabled',
            value: true,
            meaning: 'The Application Gateway Ingress Controller add-on is on.',
          }),
        ],
      },
    ];
  }
  const [gateway] = context.azure.applicationGatewaysOf(cluster);
  if (gateway === undefined || context.workloads.readWhole) {
    return [];
  }
  return [
    {
      ...common,
      confidence: 'inferred',
      evidence: [
        armEvidence({
          armId: gateway.armId,
          field: 'tags.ingress-for-aks-cluster-id',
          value: cluster.armId,
          meaning:
            'The controller marked this gateway as its own for this cluster; the tag may be older than the controller.',
        }),
      ],
    },
  ];
}
