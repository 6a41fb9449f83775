import fc from 'fast-check';
import {
  clusterRow,
  observationOf,
  questionOf,
  workloadOf,
} from '../egress/__testUtils__/egressEstate';
import { Workload } from '../model/draft';
import { ClusterObservation, KubernetesObject } from '../model/observation';
import { resolveEastWest } from './resolveEastWest';

const allRead: ClusterObservation['reads'] = [
  ['networking.k8s.io', 'networkpolicies'],
  ['cilium.io', 'ciliumnetworkpolicies'],
  ['cilium.io', 'ciliumclusterwidenetworkpolicies'],
  ['security.istio.io', 'peerauthentications'],
  ['', 'namespaces'],
].map(([group, resource]) => ({ group, resource, state: 'complete' }));

function podsLabelled(labels: Record<string, string>): Workload {
  return { ...workloadOf(), podLabels: new Map(Object.entries(labels)) };
}

function policy(
  spec: Record<string, unknown>,
  namespace = 'shop',
): KubernetesObject {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: `policy-${JSON.stringify(spec)}`, namespace },
    spec,
  };
}

function cilium(
  spec: Record<string, unknown>,
  kind = 'CiliumNetworkPolicy',
): KubernetesObject {
  return {
    apiVersion: 'cilium.io/v2',
    kind,
    metadata: { name: 'cnp', namespace: 'shop' },
    spec,
  };
}

function authentication(
  namespace: string,
  mode: string,
  spec: Record<string, unknown> = {},
): KubernetesObject {
  return {
    apiVersion: 'security.istio.io/v1',
    kind: 'PeerAuthentication',
    metadata: { name: `${namespace}-${mode}`, namespace },
    spec: { mtls: { mode }, ...spec },
  };
}

function namespaceLabelled(
  labels: Record<string, string> = {},
): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: 'shop', labels },
  };
}

function ask(
  objects: KubernetesObject[],
  options: {
    engine?: string | undefined;
    workloads?: Workload[];
    reads?: ClusterObservation['reads'];
    origin?: ClusterObservation['origin'];
  } = {},
) {
  const network =
    'engine' in options
      ? { networkPlugin: 'azure', networkPolicy: options.engine }
      : { networkPlugin: 'azure', networkPolicy: 'azure' };
  return resolveEastWest(
    questionOf([clusterRow({ network })], {
      workloads: options.workloads ?? [podsLabelled({ app: 'web' })],
      observation: {
        ...observationOf(objects, options.reads ?? allRead),
        origin: options.origin ?? 'api',
      },
    }),
  );
}

const denyAll = policy({ podSelector: {}, policyTypes: ['Ingress', 'Egress'] });

describe('network policies', () => {
  it.each<[string, KubernetesObject[], string]>([
    ['none', [], 'none'],
    ['both directions', [denyAll], 'default-deny (ingress, egress)'],
    [
      'ingress only, by default',
      [policy({ podSelector: {} })],
      'default-deny (ingress)',
    ],
    [
      'egress because of its rules',
      [policy({ podSelector: {}, egress: [{ ports: [{ port: 53 }] }] })],
      'default-deny (ingress, egress)',
    ],
    [
      'other pods',
      [policy({ podSelector: { matchLabels: { app: 'api' } } })],
      'none',
    ],
    ['another namespace', [policy({ podSelector: {} }, 'other')], 'none'],
    [
      'with exceptions',
      [
        denyAll,
        policy({
          podSelector: { matchLabels: { app: 'web' } },
          ingress: [{ from: [{ podSelector: {} }] }],
        }),
      ],
      'default-deny (ingress, egress)',
    ],
    [
      'undone in one direction',
      [denyAll, policy({ podSelector: {}, ingress: [{}] })],
      'default-deny (egress)',
    ],
    [
      'that allow everything',
      [policy({ podSelector: {}, ingress: [{}] })],
      'allow-all',
    ],
  ])('%s', (_name, objects, expected) => {
    expect(ask(objects).networkPolicy).toBe(expected);
  });

  it('are not enforced without an engine', () => {
    expect(ask([denyAll], { engine: undefined }).networkPolicy).toBe(
      'not enforced',
    );
    expect(ask([denyAll], { engine: 'none' }).networkPolicy).toBe(
      'not enforced',
    );
    expect(ask([], { engine: 'none' }).networkPolicy).toBe('none');
  });

  it('are enforced by an engine that the owner installed', () => {
    const calico = {
      apiVersion: 'apps/v1',
      kind: 'DaemonSet',
      metadata: { name: 'calico-node', namespace: 'calico-system' },
    };
    expect(ask([denyAll, calico], { engine: undefined }).networkPolicy).toBe(
      'default-deny (ingress, egress)',
    );
  });

  it('do not hold for pods on the network of the host', () => {
    const workloads = [workloadOf({ hostNetwork: true })];
    expect(ask([denyAll], { workloads }).networkPolicy).toBe('not enforced');
  });

  it('count as the weakest of several workloads', () => {
    const workloads = [
      podsLabelled({ app: 'web' }),
      podsLabelled({ app: 'api' }),
    ];
    const forWeb = policy({
      podSelector: { matchLabels: { app: 'web' } },
      policyTypes: ['Ingress'],
    });
    expect(ask([forWeb], { workloads }).networkPolicy).toBe('none');
    expect(
      ask([forWeb, policy({ podSelector: {}, policyTypes: ['Egress'] })], {
        workloads,
      }).networkPolicy,
    ).toBe('default-deny (egress)');
  });

  it('are unknown where they could not be read and none was seen', () => {
    expect(ask([], { reads: [] }).networkPolicy).toBe('unknown');
    expect(ask([], { origin: 'files' }).networkPolicy).toBe('unknown');
    expect(ask([denyAll], { origin: 'files' }).networkPolicy).toBe(
      'default-deny (ingress, egress)',
    );
    expect(ask([denyAll], { workloads: [] }).networkPolicy).toBe('unknown');
  });

  it('say so when the engine is not known', () => {
    expect(
      resolveEastWest(
        questionOf([], {
          workloads: [podsLabelled({})],
          observation: observationOf([denyAll], allRead),
        }),
      ).networkPolicy,
    ).toBe('default-deny (ingress, egress), enforcement unknown');
  });

  describe('of Cilium', () => {
    it.each<[string, KubernetesObject, string]>([
      [
        'isolate by direction',
        cilium({
          endpointSelector: { matchLabels: { 'k8s:app': 'web' } },
          egress: [{ toFQDNs: [{ matchName: 'example.com' }] }],
        }),
        'default-deny (egress)',
      ],
      [
        'select by namespace for the whole cluster',
        cilium(
          {
            endpointSelector: {
              matchLabels: { 'k8s:io.kubernetes.pod.namespace': 'shop' },
            },
            ingress: [{}],
          },
          'CiliumClusterwideNetworkPolicy',
        ),
        'default-deny (ingress)',
      ],
      [
        'leave the rest alone when told so',
        cilium({
          endpointSelector: {},
          enableDefaultDeny: { ingress: false },
          ingress: [{ fromEntities: ['cluster'] }],
        }),
        'none',
      ],
      [
        'allow all entities',
        cilium({
          endpointSelector: {},
          ingress: [{ fromEntities: ['all'] }],
        }),
        'allow-all',
      ],
    ])('%s', (_name, object, expected) => {
      expect(ask([object], { engine: 'cilium' }).networkPolicy).toBe(expected);
    });

    it('mean nothing to other engines', () => {
      expect(
        ask([cilium({ endpointSelector: {}, ingress: [{}] })]).networkPolicy,
      ).toBe('none');
    });
  });
});

describe('mutual TLS of the mesh', () => {
  const inMesh = namespaceLabelled({ 'istio.io/rev': 'asm-1-29' });

  it.each<[string, KubernetesObject[], string]>([
    ['is none outside of a mesh', [namespaceLabelled()], 'none'],
    ['is permissive unless told otherwise', [inMesh], 'permissive'],
    [
      'follows the mesh root',
      [inMesh, authentication('aks-istio-system', 'STRICT')],
      'strict',
    ],
    [
      'follows the namespace before the root',
      [
        inMesh,
        authentication('aks-istio-system', 'STRICT'),
        authentication('shop', 'DISABLE'),
      ],
      'disabled',
    ],
    [
      'follows the workload before the namespace',
      [
        inMesh,
        authentication('shop', 'DISABLE'),
        authentication('shop', 'STRICT', {
          selector: { matchLabels: { app: 'web' } },
        }),
      ],
      'strict',
    ],
    [
      'leaves an unset mode to the wider scope',
      [
        inMesh,
        authentication('shop', 'UNSET'),
        authentication('istio-system', 'STRICT'),
      ],
      'strict',
    ],
    [
      'counts the weakest port of the workload',
      [
        inMesh,
        authentication('shop', 'STRICT', {
          selector: { matchLabels: { app: 'web' } },
          portLevelMtls: {
            8080: { mode: 'DISABLE' },
            9090: { mode: 'STRICT' },
          },
        }),
      ],
      'disabled',
    ],
    [
      'does not take a stronger port for the whole',
      [
        inMesh,
        authentication('shop', 'PERMISSIVE', {
          selector: { matchLabels: { app: 'web' } },
          portLevelMtls: { 8080: { mode: 'STRICT' } },
        }),
      ],
      'permissive',
    ],
    [
      'does not follow ports of a policy for the namespace, which Istio ignores',
      [
        inMesh,
        authentication('shop', 'STRICT', {
          portLevelMtls: { 8080: { mode: 'DISABLE' } },
        }),
      ],
      'strict',
    ],
    [
      'does not follow policies of other pods',
      [
        inMesh,
        authentication('shop', 'STRICT', {
          selector: { matchLabels: { app: 'api' } },
        }),
      ],
      'permissive',
    ],
    [
      'counts for ambient namespaces too',
      [
        namespaceLabelled({ 'istio.io/dataplane-mode': 'ambient' }),
        authentication('shop', 'STRICT'),
      ],
      'strict',
    ],
  ])('%s', (_name, objects, expected) => {
    expect(ask(objects).meshMtls).toBe(expected);
  });

  it('is none for pods that opted out', () => {
    const workloads = [podsLabelled({ 'sidecar.istio.io/inject': 'false' })];
    expect(
      ask([inMesh, authentication('shop', 'STRICT')], { workloads }).meshMtls,
    ).toBe('none');
  });

  it('is unknown where the namespace or its policies were not read', () => {
    expect(ask([]).meshMtls).toBe('unknown');
    expect(ask([inMesh], { reads: [] }).meshMtls).toBe('unknown');
    expect(
      ask([inMesh, authentication('shop', 'STRICT')], { reads: [] }).meshMtls,
    ).toBe('unknown');
  });
});

it('never throws, whatever policies and pods look like', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          kind: fc.constantFrom('NetworkPolicy', 'CiliumNetworkPolicy'),
          spec: fc.jsonValue(),
        }),
      ),
      fc.jsonValue(),
      (specs, podSpec) => {
        const objects = specs.map(({ kind, spec }, number) => ({
          apiVersion: kind.startsWith('Cilium')
            ? 'cilium.io/v2'
            : 'networking.k8s.io/v1',
          kind,
          metadata: { name: `p${number}`, namespace: 'shop' },
          spec: spec as Record<string, unknown>,
        }));
        expect(
          ask(objects, {
            engine: 'cilium',
            workloads: [workloadOf(podSpec as Record<string, unknown>)],
          }).networkPolicy,
        ).not.toBe('');
      },
    ),
  );
});
