import { controller, ruleInput } from './__testUtils__/ruleInput';
import { ingressNginxVersion as rule } from './ingress-nginx-version';

const findings = (
  version: string | undefined,
  system: 'ingress-nginx' | 'app-routing-nginx' = 'ingress-nginx',
) =>
  rule.cluster(ruleInput({ controllers: [controller({ system, version })] }));

describe('ingress-nginx-version', () => {
  it.each(['1.11.8', '1.13.3', '1.14.4', '1.15.0', '0.49.3'])(
    'finds %s',
    version => {
      expect(findings(version)).toMatchObject([{ severity: 'medium' }]);
    },
  );

  it.each(['1.13.9', '1.14.5', '1.15.1', '1.16.0', undefined, 'custom'])(
    'has nothing to say about %s',
    version => {
      expect(findings(version)).toEqual([]);
    },
  );

  it('leaves the managed NGINX alone, whose version Azure decides', () => {
    expect(findings('1.11.5', 'app-routing-nginx')).toEqual([]);
  });
});
