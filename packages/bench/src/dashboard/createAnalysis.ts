import {
  Controller,
  EgressKind,
  Exposure,
  Finding,
  IngressSystem,
  Risk,
  ServiceAssessment,
  ServiceTraffic,
} from 'backstage-plugin-aks-traffic-common';
import { ClusterAnalysis } from 'backstage-plugin-aks-traffic-engine';
import { clusterName, entityOf, Estate } from './Estate';

const systems: IngressSystem[] = [
  'app-routing-nginx',
  'ingress-nginx',
  'app-routing-gateway-api',
  'istio',
  'application-gateway-for-containers',
];
const exposures: Exposure[] = ['public', 'internal', 'cluster-only'];
const egress: EgressKind[] = ['load-balancer', 'nat-gateway', 'azure-firewall'];
const risks: Risk[] = ['critical', 'high', 'medium', 'low', 'none', 'unknown'];
const retirements: Partial<Record<IngressSystem, [string, string]>> = {
  'app-routing-nginx': ['RET-NGINX-AKS', '2026-11-30'],
  'ingress-nginx': ['RET-NGINX-UPSTREAM', '2026-03-31'],
};

/** As a cluster with several controllers has. */
const findingsOfCluster = 10;

/** A number below a bound that looks arbitrary and is the same every time. */
function pick(seed: number, bound: number): number {
  return ((seed * 2_654_435_761) % 4_294_967_296) % bound;
}

/** What stands there at a reading: with every round, a fifth of what was at risk has moved. */
function systemOf(service: number, round: number): IngressSystem {
  const first = systems[pick(service, systems.length)];
  const moved = retirements[first] && pick(service + 7, 5) < round;
  return moved ? 'app-routing-gateway-api' : first;
}

function findingOf(
  system: IngressSystem,
  severity: Finding['severity'],
): Finding {
  return {
    ruleId: `${system}-retirement`,
    severity,
    subject: { apiVersion: 'v1', kind: 'Service', namespace: 'a', name: 'b' },
    message: 'It stands on an ingress whose support ends. '.repeat(4),
    evidence: Array.from({ length: 4 }, () => ({
      object: {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'Ingress',
        name: 'b',
      },
      field: 'spec.ingressClassName',
      value: 'webapprouting.kubernetes.azure.com',
      meaning: 'Names the class that decides which controller serves it.',
    })),
    remediation: { summary: 'Move it.', actions: ['Write a route.'] },
    docs: 'docs/rules/index.md',
  };
}

function controllerOf(system: IngressSystem): Controller {
  return {
    system,
    name: system,
    namespace: system,
    version: '1.13.9',
    classes: [system],
    exposure: 'public',
    addresses: ['203.0.113.7'],
    confidence: 'proven',
    evidence: findingOf(system, 'low').evidence,
  };
}

function trafficOf(options: {
  index: number;
  cluster: string;
  system: IngressSystem;
}): ServiceTraffic {
  const { index, cluster, system } = options;
  const exposure = exposures[pick(index + 1, exposures.length)];
  const risk = risks[pick(index + 2, risks.length)];
  const isSeverity = risk !== 'none' && risk !== 'unknown';
  const name = `service-${index}`;
  return {
    cluster,
    namespace: `team-${pick(index, 40)}`,
    service: name,
    entryPoints: [
      {
        system,
        resource: {
          apiVersion: 'networking.k8s.io/v1',
          kind: 'Ingress',
          name,
        },
        hosts: [`${name}.example.com`],
        paths: ['/'],
        tls: 'terminate',
        exposure,
        addresses: ['203.0.113.7'],
        attached: true,
        capabilities: {},
        confidence: 'proven',
        evidence: [],
      },
    ],
    exposure,
    egress: [
      {
        kind: egress[pick(index + 3, egress.length)],
        hops: [],
        publicIps: [],
        nodePools: ['system'],
        evidence: [],
      },
    ],
    eastWest: { networkPolicy: 'none', meshMtls: 'none' },
    risk,
    findings: isSeverity ? [findingOf(system, risk)] : [],
  };
}

function assessmentOf(
  { cluster, namespace, service, risk }: ServiceTraffic,
  system: IngressSystem,
  index: number,
): ServiceAssessment {
  const [retirement, date] = retirements[system] ?? [];
  return {
    cluster,
    namespace,
    service,
    retirements: retirement
      ? [
          {
            retirement,
            date,
            state: 'ending',
            statement: 'It ends.',
            doesNotMean: 'It does not stop.',
            evidence: [],
          },
        ]
      : [],
    ...(risk !== 'unknown' && { score: pick(index + 4, 101) }),
    lines: [],
    effort: retirement ? 'medium' : 'none',
    annotations: [],
    effects: [],
    targets: [],
  };
}

/** What a reading of one cluster gives. */
export function createAnalysis(
  estate: Estate,
  cluster: number,
  round: number,
): ClusterAnalysis {
  const name = clusterName(cluster);
  const services: ServiceTraffic[] = [];
  const assessments: ServiceAssessment[] = [];
  const subjects: ClusterAnalysis['subjects'] = [];
  for (let index = cluster; index < estate.services; index += estate.clusters) {
    const system = systemOf(index, round);
    const traffic = trafficOf({ index, cluster: name, system });
    const entity = entityOf(index, estate);
    services.push(traffic);
    assessments.push(assessmentOf(traffic, system, index));
    subjects.push({
      namespace: traffic.namespace,
      service: traffic.service,
      readWhole: true,
      labelSets: [
        entity === undefined
          ? { app: traffic.service }
          : { 'backstage.io/kubernetes-id': `component-${entity}` },
      ],
    });
  }
  return {
    coverage: { cluster: name, state: 'complete', gaps: [] },
    cluster: {
      name,
      controllers: systems.map(system => controllerOf(system)),
      findings: Array.from({ length: findingsOfCluster }, () =>
        findingOf('ingress-nginx', 'high'),
      ),
    },
    services,
    assessments,
    subjects,
    orphans: [],
    targets: [],
    choices: { egress: [] },
  };
}
