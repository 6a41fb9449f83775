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
      affinity: 'cookie',
      'session-cookie-secure': 'true',
      'proxy-body-size': '8m',
    });
    expect(all).toMatchObject([{ severity: 'medium' }]);
    expect(all[0].evidence).toMatchObject([
      { value: 'return 200;', meaning: 'Raw configuration' },
      { value: 'true', meaning: 'Protection that is lost with the controller' },
    ]);
  });

  it('finds protection that nothing takes over', () => {
    const found = findings({ 'auth-type': 'basic', 'auth-secret': 'users' });
    expect(found).toMatchObject([{ severity: 'low' }]);
    expect(found[0].evidence.map(({ value }) => value)).toEqual([
      'users',
      'basic',
    ]);
  });

  it('has nothing to say about protection that is not there', () => {
    expect(findings({ 'auth-secret': 'users' })).toEqual([]);
  });

  it('has nothing to say about other annotations, nor where nobody reads them', () => {
    expect(findings({ 'rewrite-target': '/' })).toEqual([]);
    expect(findings({ 'server-snippet': 'x' }, 'traefik')).toEqual([]);
  });
});
