import { Workload } from '../../model/draft';
import { containerFlags } from '../containerFlags';
import { flagEvidence, isOn, namespacesFlag } from '../flagEvidence';
import { defaultAnnotationPrefix } from '../AnnotationReading';
import { nginxDefaults } from '../ingress-nginx/nginxServing';
import { IngressServing } from '../SystemDefinition';

const controllerValue = 'traefik.io/ingress-controller';
const ingressProvider = 'providers.kubernetesingress';
const nginxProvider = 'providers.kubernetesingressnginx';

/**
 * What a Traefik process serves, read from its arguments. A process without any provider among them is configured by
 * a file that is not read: it may serve anything Traefik can.
 */
export function traefikServing(options: {
  workload: Workload;
  container: unknown;
}): IngressServing[] {
  const { workload } = options;
  const flags = containerFlags(options.container);
  if (![...flags.keys()].some(flag => flag.startsWith('providers.'))) {
    const uncertain =
      'Traefik is configured by a file that is not read, so which providers are on is not known.';
    return [
      { ...ingressServing(undefined), uncertain },
      { ...nginxProviderServing(new Map()), uncertain },
    ];
  }
  const serving: IngressServing[] = [];
  if (hasProvider(flags, ingressProvider)) {
    serving.push({
      ...ingressServing(flags.get(`${ingressProvider}.ingressclass`)),
      namespaces: namespacesFlag(flags, `${ingressProvider}.namespaces`),
      evidence: [
        flagEvidence({
          workload,
          flags,
          flag: ingressProvider,
          meaning: 'The Ingress provider is on.',
        }),
      ],
    });
  }
  if (hasProvider(flags, nginxProvider)) {
    serving.push({
      ...nginxProviderServing(flags),
      evidence: [
        flagEvidence({
          workload,
          flags,
          flag: nginxProvider,
          meaning:
            'The NGINX provider is on: it claims the classes of ingress-nginx.',
        }),
      ],
    });
  }
  return serving;
}

/** The serving rules of the Ingress provider; without a class of its own it also takes Ingresses without one. */
export function ingressServing(className: string | undefined): IngressServing {
  return {
    order: 'field-first',
    controllerValues: [controllerValue],
    annotationValues: className === undefined ? ['traefik', ''] : [className],
    withoutClass: className === undefined,
    evidence: [],
  };
}

function nginxProviderServing(
  flags: ReadonlyMap<string, string>,
): IngressServing {
  const className =
    flags.get(`${nginxProvider}.ingressclass`) ?? nginxDefaults.annotationValue;
  return {
    order: 'field-first',
    controllerValues: [
      flags.get(`${nginxProvider}.controllerclass`) ??
        nginxDefaults.controllerValue,
    ],
    annotationValues: [className],
    withoutClass: isOn(flags, `${nginxProvider}.watchingresswithoutclass`),
    namespaces: namespacesFlag(flags, `${nginxProvider}.watchnamespace`),
    ...(isOn(flags, `${nginxProvider}.ingressclassbyname`) && {
      classesByName: [className],
    }),
    annotationReading: {
      reads: 'traefik',
      prefix: defaultAnnotationPrefix,
      evidence: [],
    },
    evidence: [],
  };
}

function hasProvider(
  flags: ReadonlyMap<string, string>,
  provider: string,
): boolean {
  const value = flags.get(provider);
  if (value !== undefined) {
    return value.toLowerCase() !== 'false';
  }
  return [...flags.keys()].some(flag => flag.startsWith(`${provider}.`));
}
