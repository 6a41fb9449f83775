import { ServiceTraffic } from 'backstage-plugin-aks-traffic-common';
import {
  readContosoEstate,
  StatedVerdict,
} from './__testUtils__/contosoEstate';
import { analyzeCluster } from './analyzeCluster';
import { ClusterAnalysis } from './model/analysis';

const { estate, observations, verdicts } = readContosoEstate();
const now = new Date('2026-11-22T12:00:00Z');
const analyses = new Map<string, ClusterAnalysis>(
  observations.map(observation => [
    observation.cluster,
    analyzeCluster(observation, estate, { now }),
  ]),
);

function serviceOf(verdict: StatedVerdict): ServiceTraffic {
  const found = analyses
    .get(verdict.cluster)
    ?.services.find(
      ({ namespace, service }) =>
        namespace === verdict.namespace && service === verdict.service,
    );
  expect(found).toBeDefined();
  return found!;
}

describe('the contoso estate', () => {
  it('states a verdict for about forty services', () => {
    expect(verdicts.length).toBeGreaterThanOrEqual(36);
  });

  it.each(verdicts)(
    'gives $cluster $namespace/$service the verdict its file states',
    verdict => {
      const found = serviceOf(verdict);
      const systems = found.entryPoints
        .filter(({ attached }) => attached !== false)
        .map(({ system }) => system);
      expect({
        systems: [...new Set(systems)].sort(),
        exposure: found.exposure,
        egress: [...new Set(found.egress.map(({ kind }) => kind))].sort(),
        risk: found.risk,
      }).toEqual({
        systems: verdict.systems,
        exposure: verdict.exposure,
        egress: verdict.egress,
        risk: verdict.risk,
      });
    },
  );

  it.each([
    // Mutual TLS and an allow list: every target needs a look, and the successor of the same add-on the least.
    [
      'aks-shop-prod-weu partners/partner-api',
      65,
      'medium',
      'app-routing-gateway-api',
    ],
    [
      'aks-shop-prod-weu payments/payment-gateway',
      55,
      'low',
      'app-routing-gateway-api',
    ],
    // Raw configuration, which no target takes.
    [
      'aks-shop-prod-weu shop/catalog-api',
      75,
      'high',
      'app-routing-gateway-api',
    ],
    // Internal, so that frontends of Application Gateway for Containers are not certain.
    ['aks-shop-prod-weu shop/order-api', 43, 'low', 'app-routing-gateway-api'],
    [
      'aks-kiosk-prod-neu kiosk/kiosk-api',
      43,
      'low',
      'app-routing-gateway-api',
    ],
    // External authentication: what takes its place is for people to decide.
    ['aks-legacy-prod-weu intranet/hr-portal', 100, 'high', undefined],
    [
      'aks-legacy-prod-weu intranet/wiki',
      85,
      'medium',
      'app-routing-gateway-api',
    ],
    // Affinity, which the only target that is certain has nothing for.
    ['aks-legacy-prod-weu sales/crm', 78, 'high', 'app-routing-gateway-api'],
    [
      'aks-legacy-prod-weu ops/status-page',
      85,
      'medium',
      'app-routing-gateway-api',
    ],
    // Not a cluster of AKS, as far as anybody knows.
    ['factory-edge-01 line/vision-inspector', 78, 'unknown', undefined],
    // F5 NGINX is not retiring; the controller of this Ingress is one of several and nobody can say which.
    ['aks-hybrid-prod-gwc plant/line-monitor', 0, 'none', undefined],
    ['aks-hybrid-prod-gwc plant/scada-bridge', undefined, 'unknown', undefined],
    ['aks-labs-dev-weu sandbox/migrated-blog', 0, 'none', undefined],
  ])(
    'gives %s the score %p, %s effort and as the target to take %s',
    (name, score, effort, recommended) => {
      const found = [...analyses.values()]
        .flatMap(({ assessments }) => assessments)
        .find(
          ({ cluster, namespace, service }) =>
            `${cluster} ${namespace}/${service}` === name,
        )!;
      expect({
        score: found.score,
        effort: found.effort,
        recommended: found.targets.find(target => target.recommended)?.target,
      }).toEqual({ score, effort, recommended });
    },
  );

  it('scores exactly the services that something retiring serves', () => {
    for (const { assessments } of analyses.values()) {
      for (const { score, retirements, lines } of assessments) {
        expect(retirements.length > 0).toBe((score ?? 0) > 0);
        expect(lines.length > 0).toBe((score ?? 0) > 0);
      }
    }
  });

  it('has evidence for every entry point, egress path, controller, finding, retirement and line of a score', () => {
    for (const { cluster, services, assessments } of analyses.values()) {
      const claims = [
        ...cluster.controllers,
        ...assessments.flatMap(({ retirements, lines }) => [
          ...retirements,
          ...lines.filter(({ id }) => id !== 'effort-unknown'),
        ]),
        ...services.flatMap(({ entryPoints, egress, findings }) => [
          ...entryPoints,
          ...egress,
          ...findings,
        ]),
      ];
      expect(claims.filter(({ evidence }) => evidence.length === 0)).toEqual(
        [],
      );
    }
  });
});
