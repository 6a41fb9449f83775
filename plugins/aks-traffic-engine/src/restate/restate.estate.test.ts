import { readContosoEstate } from '../__testUtils__/contosoEstate';
import { analyzeCluster } from '../analyzeCluster';
import { ClusterAnalysis } from '../model/analysis';
import { restateAssessment } from './restateAssessment';
import { restateFindings } from './restateFindings';
import { restateService } from './restateService';

const { estate, observations } = readContosoEstate();

function judgedOn(day: string): ClusterAnalysis[] {
  const now = new Date(`${day}T12:00:00Z`);
  return observations.map(observation =>
    analyzeCluster(observation, estate, { now }),
  );
}

/** Rules that say nothing before the last quarter: what they begin to say is left to the next reading. */
const beginningLate = new Set([
  'istio-revision-support',
  'kubernetes-version-support',
]);

/** What a later day can change: what a target needs is left out, because it stays what was read. */
function shown(analysis: ClusterAnalysis) {
  return {
    services: analysis.services,
    findings: analysis.cluster.findings.filter(
      ({ ruleId, severity }) =>
        !beginningLate.has(ruleId) || severity !== 'low',
    ),
    assessments: analysis.assessments.map(
      ({ targets: _, ...assessment }) => assessment,
    ),
  };
}

function restated(analysis: ClusterAnalysis, day: string): ClusterAnalysis {
  const options = { now: new Date(`${day}T00:00:00Z`) };
  return {
    ...analysis,
    cluster: {
      ...analysis.cluster,
      findings: restateFindings(analysis.cluster.findings, options),
    },
    services: analysis.services.map((service, index) =>
      restateService(service, {
        ...options,
        readWhole: analysis.subjects[index].readWhole,
      }),
    ),
    assessments: analysis.assessments.map(assessment =>
      restateAssessment(assessment, options.now),
    ),
  };
}

describe('a verdict that is stated anew', () => {
  it.each([
    ['2026-11-01', '2026-11-30'],
    ['2026-11-30', '2026-12-01'],
    ['2026-10-15', '2026-12-01'],
    ['2026-12-01', '2026-12-31'],
    ['2027-01-01', '2027-04-01'],
  ])('on %s is on %s what a reading of that day would say', (then, later) => {
    expect(
      judgedOn(then).map(analysis => shown(restated(analysis, later))),
    ).toEqual(judgedOn(later).map(shown));
  });

  it('is the very same where nothing comes to an end', () => {
    for (const analysis of judgedOn('2026-12-01')) {
      const later = restated(analysis, '2026-12-02');
      later.services.forEach((service, index) =>
        expect(service).toBe(analysis.services[index]),
      );
      later.assessments.forEach((assessment, index) =>
        expect(assessment).toBe(analysis.assessments[index]),
      );
      expect(later.cluster.findings).toBe(analysis.cluster.findings);
    }
  });

  it('reaches the services that stand on the managed NGINX', () => {
    const services = judgedOn('2026-10-15').flatMap(analysis =>
      restated(analysis, '2026-12-01').services.map((service, index) => ({
        then: analysis.services[index].risk,
        later: service.risk,
      })),
    );

    expect(services).toContainEqual({ then: 'medium', later: 'critical' });
  });
});
