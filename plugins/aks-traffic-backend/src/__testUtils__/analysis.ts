import {
  ClusterTraffic,
  EntryPoint,
  IngressSystem,
  ServiceAssessment,
  ServiceTraffic,
} from 'backstage-plugin-aks-traffic-common';
import { ClusterAnalysis } from 'backstage-plugin-aks-traffic-engine';

/** An entry point of a system, made up. */
export function entryPoint(
  system: IngressSystem,
  overrides: Partial<EntryPoint> = {},
): EntryPoint {
  return {
    system,
    resource: {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      namespace: 'shop',
      name: 'web',
    },
    hosts: ['shop.example.com'],
    paths: ['/'],
    tls: 'terminate',
    exposure: 'public',
    addresses: ['203.0.113.7'],
    attached: true,
    capabilities: {},
    confidence: 'proven',
    evidence: [],
    ...overrides,
  };
}

/** The verdict for one Service, made up. */
export function serviceTraffic(
  overrides: Partial<ServiceTraffic> = {},
): ServiceTraffic {
  return {
    cluster: 'alpha',
    namespace: 'shop',
    service: 'web',
    entryPoints: [entryPoint('app-routing-nginx')],
    exposure: 'public',
    egress: [],
    eastWest: { networkPolicy: 'none', meshMtls: 'none' },
    risk: 'high',
    findings: [],
    ...overrides,
  };
}

/** The assessment of one Service, made up. */
export function serviceAssessment(
  overrides: Partial<ServiceAssessment> = {},
): ServiceAssessment {
  return {
    cluster: 'alpha',
    namespace: 'shop',
    service: 'web',
    retirements: [],
    lines: [],
    effort: 'none',
    annotations: [],
    effects: [],
    targets: [],
    ...overrides,
  };
}

/** A Service of an {@link analysis}, with its labels. */
export interface LabelledService {
  traffic: ServiceTraffic;
  assessment?: Partial<ServiceAssessment>;
  labelSets: Record<string, string>[];
  /** Whether everything was read that could add a finding; so it is unless told. */
  readWhole?: boolean;
}

/** The verdicts for one cluster, made up. */
export function analysis(
  options: {
    cluster?: string;
    services?: LabelledService[];
    traffic?: Partial<ClusterTraffic>;
    coverage?: Partial<ClusterAnalysis['coverage']>;
    orphans?: ClusterAnalysis['orphans'];
    targets?: ClusterAnalysis['targets'];
    choices?: ClusterAnalysis['choices'];
  } = {},
): ClusterAnalysis {
  const { cluster = 'alpha', services = [] } = options;
  return {
    coverage: { cluster, state: 'complete', gaps: [], ...options.coverage },
    cluster: {
      name: cluster,
      controllers: [],
      findings: [],
      ...options.traffic,
    },
    services: services.map(({ traffic }) => traffic),
    orphans: options.orphans ?? [],
    subjects: services.map(({ traffic, labelSets, readWhole = true }) => ({
      namespace: traffic.namespace,
      service: traffic.service,
      labelSets,
      readWhole,
    })),
    targets: options.targets ?? [],
    choices: options.choices ?? { egress: [] },
    assessments: services.map(({ traffic, assessment }) =>
      serviceAssessment({
        cluster: traffic.cluster,
        namespace: traffic.namespace,
        service: traffic.service,
        ...assessment,
      }),
    ),
  };
}
