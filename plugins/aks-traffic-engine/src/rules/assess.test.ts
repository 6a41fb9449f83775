import { workloadOf } from '../egress/__testUtils__/egressEstate';
import { assess } from './assess';
import { entryPoint, ruleInput, serviceDraft } from './__testUtils__/ruleInput';

describe('assess', () => {
  const services = [
    serviceDraft({
      entryPoints: [
        entryPoint({ system: 'app-routing-nginx' }),
        entryPoint({
          system: 'ingress-nginx',
          exposure: 'public',
          tls: 'terminate',
        }),
      ],
    }),
    serviceDraft({ service: 'api' }),
  ];

  it('gives every service its findings, the worst first', () => {
    const assessment = assess(ruleInput({ services }));
    expect(
      assessment.services.get('shop/web')?.map(({ severity }) => severity),
    ).toEqual(['critical', 'high']);
    expect(assessment.services.get('shop/api')).toEqual([]);
  });

  it('lets severities be overridden by rule', () => {
    const assessment = assess(
      ruleInput({
        services,
        severities: { 'ingress-nginx-retirement': 'low' },
      }),
    );
    expect(
      assessment.services.get('shop/web')?.map(({ severity }) => severity),
    ).toEqual(['high', 'low']);
  });

  it('names the services that a rule could not tell about', () => {
    const inMesh = serviceDraft({
      workloads: [workloadOf()],
      eastWest: { networkPolicy: 'none', meshMtls: 'unknown' },
    });
    expect(assess(ruleInput({ services: [inMesh] })).unjudged).toEqual(
      new Set(['shop/web']),
    );
    expect(assess(ruleInput({ services })).unjudged).toEqual(new Set());
  });

  it('gives every finding evidence, a way out and a page', () => {
    const findings = [
      ...assess(ruleInput({ services })).services.values(),
    ].flat();
    expect(findings.length).toBeGreaterThan(0);
    for (const finding of findings) {
      expect(finding.evidence.length).toBeGreaterThan(0);
      expect(finding.remediation.actions.length).toBeGreaterThan(0);
      expect(finding.docs).toBe(`docs/rules/${finding.ruleId}.md`);
    }
  });
});
