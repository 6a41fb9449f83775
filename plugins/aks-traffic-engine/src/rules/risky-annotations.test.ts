import { ingress } from '../__testUtils__/builders';
import {
  entryPoint,
  ruleInput,
  serviceDraft,
  serviceFindings,
} from './__testUtils__/ruleInput';
import { riskyAnnotations as rule } from './risky-annotations';

function findings(
  annotations: Record<string, string>,
  system: 'app-routing-nginx' | 'traefik' = 'app-routing-nginx',
) {
  return serviceFindings(
    rule,
    ruleInput({
      objects: [
        ingress({
          annotations: Object.fromEntries(
            Object.entries(annotations).map(([name, value]) => [
              `nginx.ingress.kubernetes.io/${name}`,
              value,
            ]),
          ),
        }),
      ],
      services: [
        serviceDraft({
          entryPoints: [entryPoint({ system }), entryPoint({ system })],
        }),
      ],
    }),
  );
}

describe('risky-annotations', () => {
  it('finds raw configuration, and everything else in the same finding', () => {
    const all = findings({
      'server-snippet': 'return 200;',
      'auth-type': 'basic',
      'proxy-body-size': '8m',
    });
    expect(all).toMatchObject([{ severity: 'medium' }]);
    expect(all[0].evidence).toHaveLength(2);
  });

  it('finds protection that nothing takes over', () => {
    expect(findings({ 'auth-secret': 'users' })).toMatchObject([
      { severity: 'low' },
    ]);
  });

  it('has nothing to say about other annotations, nor where nobody reads them', () => {
    expect(findings({ 'rewrite-target': '/' })).toEqual([]);
    expect(findings({ 'server-snippet': 'x' }, 'traefik')).toEqual([]);
  });
});
