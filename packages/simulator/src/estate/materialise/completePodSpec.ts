import { Fields, fieldsOf, listOf } from './fields';

/**
 * The spec of a pod with the defaults of the API server, as they stand in the templates of workloads too. What the spec
 * states itself wins.
 */
export function completePodSpec(spec: Fields): Fields {
  return {
    ...spec,
    containers: listOf(spec.containers).map(completeContainer),
    ...(spec.initContainers !== undefined && {
      initContainers: listOf(spec.initContainers).map(completeContainer),
    }),
    dnsPolicy: spec.dnsPolicy ?? 'ClusterFirst',
    restartPolicy: spec.restartPolicy ?? 'Always',
    schedulerName: spec.schedulerName ?? 'default-scheduler',
    securityContext: spec.securityContext ?? {},
    terminationGracePeriodSeconds: spec.terminationGracePeriodSeconds ?? 30,
  };
}

function completeContainer(container: Fields): Fields {
  return {
    imagePullPolicy: pullPolicy(String(container.image)),
    resources: {},
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
    ...container,
    ...(container.ports !== undefined && {
      ports: listOf(container.ports).map(port => ({
        protocol: 'TCP',
        ...port,
      })),
    }),
    ...completeProbes(container),
  };
}

/** Only an image that may become another one is asked for at every start. */
function pullPolicy(image: string): string {
  const tag = /:([^:/@]+)(?:@|$)/.exec(image)?.[1];
  return tag === 'latest' || (tag === undefined && !image.includes('@'))
    ? 'Always'
    : 'IfNotPresent';
}

function completeProbes(container: Fields): Fields {
  const probes = ['livenessProbe', 'readinessProbe', 'startupProbe'];
  return Object.fromEntries(
    probes
      .filter(name => container[name] !== undefined)
      .map(name => [name, completeProbe(fieldsOf(container[name]))]),
  );
}

function completeProbe(probe: Fields): Fields {
  return {
    failureThreshold: 3,
    periodSeconds: 10,
    successThreshold: 1,
    timeoutSeconds: 1,
    ...probe,
    ...(probe.httpGet !== undefined && {
      httpGet: { path: '/', scheme: 'HTTP', ...fieldsOf(probe.httpGet) },
    }),
  };
}
