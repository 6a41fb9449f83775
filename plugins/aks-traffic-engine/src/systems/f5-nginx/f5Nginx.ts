import { containerFlags } from '../containerFlags';
import { flagEvidence, namespacesFlag } from '../flagEvidence';
import { recognizeBy } from '../recognizeBy';
import { IngressServing, SystemDefinition } from '../SystemDefinition';

const controllerValue = 'nginx.org/ingress-controller';
const defaultClass = 'nginx';

/** F5's NGINX Ingress Controller, a product of its own that no NGINX retirement applies to. */
export const f5Nginx: SystemDefinition = {
  system: 'f5-nginx',
  title: 'F5 NGINX Ingress Controller',
  ingressControllers: [controllerValue],
  gatewayControllers: [],
  conventionalIngressClasses: [],
  conventionalGatewayClasses: [],
  recognize: recognizeBy({
    title: 'F5 NGINX Ingress Controller',
    images: [
      'nginx/nginx-ingress',
      'nginx-plus-ingress',
      'nginx-ic/nginx-plus-ingress',
    ],
    flags: ['nginx-configmaps'],
    labels: ['app.kubernetes.io/name=nginx-ingress'],
  }),
  serving: ({ workload, container }) => {
    const flags = containerFlags(container);
    return [
      {
        ...servingOf(flags.get('ingress-class') ?? defaultClass),
        namespaces: namespacesFlag(flags, 'watch-namespace'),
        evidence: [
          flagEvidence({
            workload,
            flags,
            flag: 'ingress-class',
            meaning: `It serves the class ${
              flags.get('ingress-class') ?? defaultClass
            }, if its controller is ${controllerValue}.`,
          }),
        ],
      },
    ];
  },
  defaultServing: [servingOf(defaultClass)],
};

function servingOf(className: string): IngressServing {
  return {
    order: 'annotation-first',
    controllerValues: [controllerValue],
    onlyClasses: [className],
    annotationValues: [className],
    withoutClass: false,
    evidence: [],
  };
}
