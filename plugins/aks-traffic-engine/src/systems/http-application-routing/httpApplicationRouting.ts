import { Workload } from '../../model/draft';
import { armEvidence } from '../../objects/evidence';
import { unreadAnnotationReading } from '../AnnotationReading';
import { containerFlags } from '../containerFlags';
import { ControllerInstance } from '../ControllerInstance';
import { flagEvidence } from '../flagEvidence';
import { ingressNginx } from '../ingress-nginx/ingressNginx';
import {
  FallbackInput,
  IngressServing,
  Recognition,
  SystemDefinition,
} from '../SystemDefinition';

const className = 'addon-http-application-routing';

const serving: IngressServing = {
  order: 'field-first',
  controllerValues: [],
  classesByName: [className],
  annotationValues: [className],
  withoutClass: false,
  annotationReading: unreadAnnotationReading,
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

/** The add-on runs the community's NGINX of its time: what is its own is the class it answers to. */
function recognizeAddOn(workload: Workload): Recognition | undefined {
  if (workload.namespace !== 'kube-system') {
    return undefined;
  }
  const nginx = ingressNginx.recognize!(workload);
  const flags = containerFlags(nginx?.container);
  return nginx && flags.get('ingress-class') === className
    ? {
        ...nginx,
        evidence: [
          ...nginx.evidence,
          flagEvidence({
            workload,
            flags,
            flag: 'ingress-class',
            meaning:
              'The HTTP application routing add-on answers to this class, in kube-system.',
          }),
        ],
      }
    : undefined;
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
