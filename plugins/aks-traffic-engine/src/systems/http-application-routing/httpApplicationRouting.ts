import { Workload } from '../../model/draft';
import { armEvidence, objectEvidence } from '../../objects/evidence';
import { listField } from '../../objects/field';
import { ControllerInstance } from '../ControllerInstance';
import {
  FallbackInput,
  IngressServing,
  Recognition,
  SystemDefinition,
} from '../SystemDefinition';

const workloadPrefix = 'addon-http-application-routing-nginx';
const className = 'addon-http-application-routing';

const serving: IngressServing = {
  order: 'field-first',
  controllerValues: [],
  classesByName: [className],
  annotationValues: [className],
  withoutClass: false,
  evidence: [],
};

/** The HTTP application routing add-on, retired in March 2025; what it created may still run. */
export const httpApplicationRouting: SystemDefinition = {
  system: 'http-application-routing',
  title: 'the HTTP application routing add-on',
  retirement: 'RET-HTTPAPPROUTING',
  ingressControllers: [],
  gatewayControllers: [],
  controllersUnverified: true,
  conventionalIngressClasses: [className],
  conventionalAnnotations: [className],
  conventionalGatewayClasses: [],
  recognize: recognizeAddOn,
  serving: () => [serving],
  defaultServing: [serving],
  fallback: addOnFromRow,
};

function recognizeAddOn(workload: Workload): Recognition | undefined {
  const { name } = workload.object.metadata;
  const [container] = listField(workload.podSpec, 'containers');
  if (
    workload.namespace !== 'kube-system' ||
    !name.startsWith(workloadPrefix) ||
    name.includes('default-http-backend') ||
    container === undefined
  ) {
    return undefined;
  }
  return {
    container,
    confidence: 'inferred',
    evidence: [
      objectEvidence({
        object: workload.reference,
        field: 'metadata.name',
        value: name,
        meaning:
          'The HTTP application routing add-on names its workloads like this (by convention, not documented).',
      }),
    ],
  };
}

function addOnFromRow({
  context,
  definition,
}: FallbackInput): ControllerInstance[] {
  const cluster = context.managedCluster;
  if (cluster?.addons.httpApplicationRouting !== true) {
    return [];
  }
  return [
    {
      definition,
      name: className,
      namespace: 'kube-system',
      serving: [serving],
      frontServices: [],
      confidence: 'proven',
      evidence: [
        armEvidence({
          armId: cluster.armId,
          field: 'properties.addonProfiles.httpApplicationRouting.enabled',
          value: true,
          meaning: 'The HTTP application routing add-on is on.',
        }),
      ],
    },
  ];
}
