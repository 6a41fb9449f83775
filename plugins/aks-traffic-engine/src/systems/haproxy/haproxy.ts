import { Workload } from '../../model/draft';
import { containerFlags } from '../containerFlags';
import { flagEvidence, isOn, namespacesFlag } from '../flagEvidence';
import { parseImageReference, repositoryEndsWith } from '../imageReference';
import { textField } from '../../objects/field';
import { haproxyDetails } from './haproxyDetails';
import { recognizeBy } from '../recognizeBy';
import { IngressServing, SystemDefinition } from '../SystemDefinition';

const technologies = 'haproxy.org/ingress-controller';
const community = 'haproxy-ingress.github.io/controller';

/** HAProxy Technologies' Kubernetes Ingress Controller and the community's haproxy-ingress. */
export const haproxy: SystemDefinition = {
  system: 'haproxy',
  title: 'HAProxy',
  ingressControllers: [technologies, community],
  ingressControllerPrefixes: [`${technologies}/`, `${community}/`],
  gatewayControllers: ['haproxy.org/gateway-controller', community],
  conventionalIngressClasses: ['haproxy'],
  conventionalGatewayClasses: ['haproxy'],
  recognize: recognizeBy({
    title: 'an HAProxy ingress controller',
    images: [
      'haproxytech/kubernetes-ingress',
      'haproxy-ingress',
      'kubernetes-ingress-ee',
    ],
    labels: ['app.kubernetes.io/name=haproxy-ingress'],
  }),
  serving: options => [
    isCommunity(options.container)
      ? communityServing(options)
      : technologiesServing(options),
  ],
  ingressDetails: haproxyDetails,
  defaultServing: [technologies, community].map(value => ({
    order: 'annotation-first',
    controllerValues: [value],
    annotationValues: ['haproxy'],
    readsVendorAnnotation: value === technologies,
    withoutClass: 'unknown',
    evidence: [],
  })),
};

function isCommunity(container: unknown): boolean {
  const { repository } = parseImageReference(
    textField(container, 'image') ?? '',
  );
  return repositoryEndsWith(repository, 'haproxy-ingress');
}

function technologiesServing(options: {
  workload: Workload;
  container: unknown;
}): IngressServing {
  const flags = containerFlags(options.container);
  const className = flags.get('ingress.class');
  return {
    order: 'annotation-first',
    controllerValues: [
      className === undefined ? technologies : `${technologies}/${className}`,
    ],
    annotationValues: className === undefined ? [] : [className],
    readsVendorAnnotation: true,
    withoutClass:
      className === undefined
        ? 'unless-other-class-is-default'
        : isOn(flags, 'empty-ingress-class') || 'when-class-is-default',
    namespaces: namespacesFlag(flags, 'namespace-whitelist'),
    evidence: [
      flagEvidence({
        workload: options.workload,
        flags,
        flag: 'ingress.class',
        meaning:
          className === undefined
            ? `It serves classes of ${technologies}, and Ingresses without a class unless another class is the default.`
            : `It serves classes of ${technologies}/${className}.`,
      }),
    ],
  };
}

function communityServing(options: {
  workload: Workload;
  container: unknown;
}): IngressServing {
  const flags = containerFlags(options.container);
  const suffix = flags.get('controller-class');
  return {
    order:
      flags.get('ingress-class-precedence') === 'true'
        ? 'field-first'
        : 'annotation-first',
    controllerValues: [
      suffix === undefined ? community : `${community}/${suffix}`,
    ],
    annotationValues: [flags.get('ingress-class') ?? 'haproxy'],
    withoutClass: isOn(flags, 'watch-ingress-without-class'),
    namespaces: namespacesFlag(flags, 'watch-namespace'),
    evidence: [
      flagEvidence({
        workload: options.workload,
        flags,
        flag: 'controller-class',
        meaning: 'The suffix of the controller value it serves.',
      }),
    ],
  };
}
