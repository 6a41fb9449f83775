import {
  EntityTraffic,
  Finding,
  ServiceTraffic,
} from 'backstage-plugin-aks-traffic-common';
import { clusterFindings } from './clusterFindings';
import { isWhole, Reading } from './coverage';
import { compareFindings } from './risk';

/** Questions that rules answer by finding something, with those rules. Those of the gateway need a way in. */
const topics = {
  networkPolicy: { group: 'inside', rules: ['network-policy-coverage'] },
  mesh: { group: 'inside', rules: ['mesh-mtls'] },
  pods: { group: 'resilience', rules: ['service-resilience'] },
  replicas: {
    group: 'gateway',
    rules: ['controller-replicas', 'controller-capacity'],
  },
  zones: {
    group: 'gateway',
    rules: ['controller-zones', 'controller-zone-spread'],
  },
  disruptionBudget: {
    group: 'gateway',
    rules: ['controller-disruption-budget'],
  },
  autoscaling: { group: 'gateway', rules: ['controller-autoscaling'] },
  nodePools: { group: 'resilience', rules: ['node-pool-zones'] },
  outbound: { group: 'resilience', rules: ['outbound-capacity'] },
} as const satisfies Record<
  string,
  { group: 'inside' | 'resilience' | 'gateway'; rules: readonly string[] }
>;

export type TopicName = keyof typeof topics;

/** What rules found about one question. */
export interface Topic {
  name: TopicName;
  /** Worst first. */
  findings: Finding[];
  /** Whether finding nothing means something: what the rules look at was read. */
  isRead: boolean;
}

/** What rules found about traffic inside the cluster, and about what one failure would take away. */
export function topicsOf(options: {
  traffic: EntityTraffic;
  service: ServiceTraffic;
  reading: Reading;
}): { inside: Topic[]; resilience: Topic[] } {
  const { traffic, service, reading } = options;
  const findings = [
    ...service.findings,
    ...clusterFindings({ traffic, services: [service] }).flatMap(
      ({ relevant }) => relevant,
    ),
  ];
  const isRead = isWhole(reading) && service.risk !== 'unknown';
  const answered = (groups: readonly string[]) =>
    (Object.keys(topics) as TopicName[])
      .filter(name => groups.includes(topics[name].group))
      .map(name => {
        const rules: readonly string[] = topics[name].rules;
        return {
          name,
          findings: findings
            .filter(({ ruleId }) => rules.includes(ruleId))
            .sort(compareFindings),
          isRead,
        };
      });
  return {
    inside: answered(['inside']),
    resilience: answered(
      service.entryPoints.length > 0
        ? ['resilience', 'gateway']
        : ['resilience'],
    ),
  };
}
