import { containerFlags } from '../containerFlags';
import { flagEvidence, namespacesFlag } from '../flagEvidence';
import { proxiesByImage } from '../proxiesByImage';
import { recognizeBy } from '../recognizeBy';
import { IngressServing, SystemDefinition } from '../SystemDefinition';

const defaultClass = 'contour';

/** Contour, with Envoy as its separate data plane. It goes by the class's name, not by its controller value. */
export const contour: SystemDefinition = {
  system: 'contour',
  title: 'Contour',
  ingressControllers: ['projectcontour.io/ingress-controller'],
  gatewayControllers: ['projectcontour.io/gateway-controller'],
  conventionalIngressClasses: [defaultClass],
  conventionalGatewayClasses: [defaultClass],
  recognize: recognizeBy({
    title: 'Contour',
    images: ['projectcontour/contour', 'bitnami/contour'],
    labels: [
      'app.kubernetes.io/name=contour',
      'app.kubernetes.io/component=contour',
    ],
  }),
  serving: ({ workload, container }) => {
    const flags = containerFlags(container);
    const names = namespacesFlag(flags, 'ingress-class-name');
    return [
      {
        ...servingOf(names),
        namespaces: namespacesFlag(flags, 'watch-namespaces'),
        evidence: [
          flagEvidence({
            workload,
            flags,
            flag: 'ingress-class-name',
            meaning:
              names === undefined
                ? 'Without this flag Contour serves the class contour.'
                : 'Contour serves these classes only.',
          }),
        ],
      },
    ];
  },
  defaultServing: [servingOf(undefined)],
  proxies: options =>
    proxiesByImage({
      ...options,
      images: [
        'envoyproxy/envoy',
        'envoyproxy/envoy-distroless',
        'bitnami/envoy',
      ],
    }),
};

function servingOf(names: string[] | undefined): IngressServing {
  const classes = names ?? [defaultClass];
  return {
    order: 'annotation-first',
    controllerValues: [],
    classesByName: classes,
    annotationValues: classes,
    withoutClass: names === undefined ? 'unknown' : false,
    evidence: [],
  };
}
