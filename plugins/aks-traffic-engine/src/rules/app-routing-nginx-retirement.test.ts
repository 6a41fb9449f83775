import {
  controller,
  entryPoint,
  ruleInput,
  serviceDraft,
  serviceFindings,
} from './__testUtils__/ruleInput';
import { appRoutingNginxRetirement as rule } from './app-routing-nginx-retirement';

describe('app-routing-nginx-retirement', () => {
  const inputAt = (now: string) =>
    ruleInput({
      now,
      controllers: [controller({ system: 'app-routing-nginx' })],
      services: [
        serviceDraft({
          entryPoints: [entryPoint({ system: 'app-routing-nginx' })],
        }),
      ],
    });

  it.each([
    ['2026-06-01', 'medium', 'support ends in November 2026'],
    ['2026-11-30T23:59:59Z', 'high', 'support ends in November 2026'],
    [
      '2026-12-01',
      'critical',
      'support ended in November 2026 according to the last statement seen',
    ],
  ])('at %s: %s', (now, severity, clause) => {
    const [finding] = serviceFindings(rule, inputAt(now));
    expect(finding).toMatchObject({
      severity,
      deadline: '2026-11-30',
      retirement: 'RET-NGINX-AKS',
    });
    // Nobody has said what becomes of it, only that nothing is promised.
    expect(finding.message).toContain(
      `${clause}: no patch is promised after that.`,
    );
    expect(rule.cluster(inputAt(now))).toMatchObject([{ severity }]);
  });

  it('has nothing to say about the Gateway API of the add-on', () => {
    const input = ruleInput({
      services: [
        serviceDraft({
          entryPoints: [entryPoint({ system: 'app-routing-gateway-api' })],
        }),
      ],
    });
    expect(serviceFindings(rule, input)).toEqual([]);
  });
});
