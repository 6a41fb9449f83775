import { Workload } from '../../model/draft';
import { unreadAnnotationReading } from '../AnnotationReading';
import { ingressNginx } from '../ingress-nginx/ingressNginx';
import { nginxServing } from '../ingress-nginx/nginxServing';
import { containerFlags } from '../containerFlags';
import { flagEvidence } from '../flagEvidence';
import { Recognition, SystemDefinition } from '../SystemDefinition';
import { defaultClassName, defaultControllerValue } from './controllerNames';
import { declaredNginxReach } from './declaredNginxReach';
import { managedNginxDetails } from './managedNginxDetails';
import { managedNginxFallback } from './managedNginxFallback';

const controllerPrefixes = [
  'webapprouting.kubernetes.azure.com/',
  'approuting.kubernetes.azure.com/',
];

/** Managed NGINX of the application routing add-on: the default controller and custom NginxIngressControllers. */
export const appRoutingNginx: SystemDefinition = {
  system: 'app-routing-nginx',
  title: 'managed NGINX of the application routing add-on',
  retirement: 'RET-NGINX-AKS',
  ingressControllers: [defaultControllerValue],
  ingressControllerPrefixes: ['approuting.kubernetes.azure.com/'],
  gatewayControllers: [],
  conventionalIngressClasses: [defaultClassName],
  conventionalAnnotations: [defaultClassName],
  conventionalGatewayClasses: [],
  recognize: recognizeManagedNginx,
  serving: nginxServing,
  ingressDetails: managedNginxDetails,
  defaultServing: [
    {
      order: 'field-first',
      controllerValues: [defaultControllerValue],
      annotationValues: [defaultClassName],
      withoutClass: false,
      annotationReading: unreadAnnotationReading,
      evidence: [],
    },
  ],
  declaredReach: declaredNginxReach,
  fallback: managedNginxFallback,
};

/**
 * The operator starts the same program as the community's chart: what tells them apart is the controller value it
 * is told to answer to, which nobody else uses.
 */
function recognizeManagedNginx(workload: Workload): Recognition | undefined {
  const nginx = ingressNginx.recognize!(workload);
  if (nginx === undefined) {
    return undefined;
  }
  const flags = containerFlags(nginx.container);
  const value = flags.get('controller-class');
  return controllerPrefixes.some(prefix => value?.startsWith(prefix))
    ? {
        ...nginx,
        evidence: [
          ...nginx.evidence,
          flagEvidence({
            workload,
            flags,
            flag: 'controller-class',
            meaning:
              'Only the operator of the application routing add-on uses this controller value.',
          }),
        ],
      }
    : undefined;
}
