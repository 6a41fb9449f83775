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

  it('has evidence for every entry point, egress path, controller and finding', () => {
    for (const { cluster, services } of analyses.values()) {
      const claims = [
        ...cluster.controllers,
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
