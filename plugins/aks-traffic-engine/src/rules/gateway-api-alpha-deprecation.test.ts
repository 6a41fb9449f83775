import { entryPoint, ruleInput, serviceDraft } from './__testUtils__/ruleInput';
import { gatewayApiAlphaDeprecation as rule } from './gateway-api-alpha-deprecation';

const route = (kind: string, version: string) => ({
  apiVersion: `gateway.networking.k8s.io/${version}`,
  kind,
  namespace: 'shop',
  name: 'web',
});

const found = [
  {
    severity: 'low',
    retirement: 'RET-GWAPI-ALPHA',
    message: expect.stringContaining('move it to v1'),
  },
];

describe('gateway-api-alpha-deprecation', () => {
  it.each([
    ['TCPRoute', 'v1alpha2', found],
    ['UDPRoute', 'v1alpha2', found],
    ['TCPRoute', 'v1', []],
    ['TLSRoute', 'v1alpha2', []],
    ['HTTPRoute', 'v1alpha2', []],
  ])('of a %s in %s', (kind, version, expected) => {
    const resource = route(kind, version);
    const input = ruleInput();
    const service = serviceDraft({
      // Two listeners make two entry points of one route.
      entryPoints: [entryPoint({ resource }), entryPoint({ resource })],
    });
    expect(rule.service(service, input)).toMatchObject(expected);
    const orphan = { resource, reason: 'no Gateway', evidence: [] };
    expect(rule.orphan(orphan, input)).toMatchObject(expected);
  });

  it('says nothing of a kind of the same name in another group', () => {
    const resource = {
      ...route('TCPRoute', 'v1alpha2'),
      apiVersion: 'example.com/v1alpha2',
    };
    const service = serviceDraft({ entryPoints: [entryPoint({ resource })] });
    expect(rule.service(service, ruleInput())).toEqual([]);
  });
});
