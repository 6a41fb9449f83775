import { ServiceRetirement } from 'backstage-plugin-aks-traffic-common';
import { entryPoint, LabelledService, serviceTraffic } from './analysis';

/** The retirements of the engine's catalogue by the system they are about. */
const ids = {
  'app-routing-nginx': 'RET-NGINX-AKS',
  'ingress-nginx': 'RET-NGINX-UPSTREAM',
} as const;

type RetiringSystem = keyof typeof ids;

function retirement(system: RetiringSystem): ServiceRetirement {
  return {
    retirement: ids[system],
    date: system === 'ingress-nginx' ? '2026-03-31' : '2026-11-30',
    state: 'ending',
    statement: 'It ends.',
    doesNotMean: 'It does not stop.',
    evidence: [],
  };
}

/** A Service that stands on systems that are being retired, made up. */
export function retiringService(
  service: string,
  systems: RetiringSystem[],
  overrides: Partial<LabelledService> = {},
): LabelledService {
  return {
    traffic: serviceTraffic({
      service,
      entryPoints: systems.map(system => entryPoint(system)),
    }),
    assessment: {
      retirements: systems.map(retirement),
      score: 60,
      effort: 'low',
    },
    labelSets: [],
    ...overrides,
  };
}

/** A Service that stands on nothing that is being retired, made up. */
export function settledService(service: string): LabelledService {
  return {
    traffic: serviceTraffic({
      service,
      entryPoints: [entryPoint('istio')],
      risk: 'none',
    }),
    assessment: { score: 0 },
    labelSets: [],
  };
}

/** A Service of which too little was read to say, made up. */
export function unknownService(service: string): LabelledService {
  return {
    traffic: serviceTraffic({
      service,
      entryPoints: [entryPoint('unknown')],
      risk: 'unknown',
    }),
    assessment: { effort: 'unknown' },
    labelSets: [],
  };
}
