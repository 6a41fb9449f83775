import { Workload } from '../../model/draft';
import { containerFlags, runsProgram } from '../containerFlags';
import { flagEvidence, namespacesFlag } from '../flagEvidence';
import { proxiesByImage } from '../proxiesByImage';
import { recognizeBy } from '../recognizeBy';
import {
  IngressServing,
  Recognition,
  SystemDefinition,
} from '../SystemDefinition';

const defaultClass = 'contour';

/** Contour, with Envoy as its separate data plane. It goes by the class's name, not by its controller value. */
export const contour: SystemDefinition = {
  system: 'contour',
  title: 'Contour',
  ingressControllers: ['projectcontour.io/ingress-controller'],
  gatewayControllers: ['projectcontour.io/gateway-controller'],
  conventionalIngressClasses: [defaultClass],
  conventionalGatewayClasses: [defaultClass],
  recognize,
  serving: ({ workload, container }) => {
    // The provisioner makes instances for Gateways and reads no Ingress.
    if (runsProgram(container, 'gateway-provisioner')) {
      return [];
    }
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
                ? 'Without this flag Contour serves the class contour, and Ingresses without a class.'
                : 'Contour serves these classes only.',
          }),
        ],
      },
    ];
  },
  defaultServing: [{ ...servingOf(undefined), withoutClass: 'unknown' }],
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

const recognizeImage = recognizeBy({
  title: 'Contour',
  images: ['projectcontour/contour', 'bitnami/contour'],
  labels: [
    'app.kubernetes.io/name=contour',
    'app.kubernetes.io/component=contour',
  ],
});

/** The same image also shuts down the proxies that Contour configures, in their pods. */
function recognize(workload: Workload): Recognition | undefined {
  const found = recognizeImage(workload);
  return found && !runsProgram(found.container, 'shutdown-manager')
    ? found
    : undefined;
}

function servingOf(names: string[] | undefined): IngressServing {
  const classes = names ?? [defaultClass];
  return {
    order: 'annotation-first',
    controllerValues: [],
    classesByName: classes,
    annotationValues: classes,
    withoutClass: names === undefined,
    evidence: [],
  };
}
