import { PatternId } from 'backstage-plugin-aks-traffic-common';
import { inputs } from './__testUtils__/inputs';
import { PatternInputs } from './PatternInputs';
import { patternProblems } from './patternProblems';
import { renderPattern } from './renderPattern';

describe('patternProblems', () => {
  it.each<[PatternId, Partial<PatternInputs>, RegExp]>([
    ['app-routing-public', { exposure: 'internal' }, /is for public services/],
    ['app-routing-public', { host: undefined }, /needs the host name/],
    ['app-routing-public', { host: 'x; rm' }, /needs the host name/],
    ['layer-4', { sourceRanges: [] }, /needs the ranges/],
    ['layer-4', { sourceRanges: ['10.0.0.0/64'] }, /10\.0\.0\.0\/64 is no/],
    [
      'layer-4',
      { sourceRanges: ['0.0.0.0/0'] },
      /0\.0\.0\.0\/0 lets everybody/,
    ],
    [
      'layer-4',
      { sourceRanges: ['10.0.0.0/8', '::/0'] },
      /::\/0 lets everybody/,
    ],
    ['layer-4', { sourceRanges: ['128.0.0.0/1'] }, /lets everybody in/],
    ['layer-4', { sourceRanges: ['2000::/3'] }, /lets everybody in/],
    [
      'cluster-only',
      { exposure: 'cluster-only', egressHosts: ['*'] },
      /\* is no name of a host/,
    ],
    [
      'cluster-only',
      { exposure: 'cluster-only', egressHosts: ['https://a.com'] },
      /https:.* is no name/,
    ],
    ['app-routing-public', { healthPath: 'healthz' }, /path "healthz"/],
    ['app-routing-public', { healthPath: '/a b' }, /path "\/a b"/],
    ['mesh-gateway', { meshRevision: undefined }, /needs the revision/],
    ['mesh-gateway', { callers: ['Shop!'] }, /caller Shop! is no name/],
    [
      'application-gateway-for-containers',
      { applicationLoadBalancer: undefined },
      /needs namespace and name of the ApplicationLoadBalancer/,
    ],
    [
      'application-gateway-for-containers',
      { firewallPolicyId: 'waf' },
      /waf is no resource id/,
    ],
    [
      'front-door-private-link',
      { privateLinkAutoApproval: ['production'] },
      /production is no id of a subscription/,
    ],
    ['app-routing-public', { stagingHost: 'shop.contoso.com' }, /staging/],
    ['app-routing-public', { stagingHost: '-' }, /- of the staging/],
    [
      'app-routing-public',
      { namespace: 'a'.repeat(56) },
      /The namespace a+ is not made of .* at most 55/,
    ],
    ['cluster-only', { exposure: 'cluster-only', name: 'Shop!' }, /name Shop!/],
    ['cluster-only', { exposure: 'cluster-only', port: 0 }, /port 0/],
    ['app-routing-public', { namespace: 'kube-system' }, /cluster's own/],
    ['app-routing-public', { namespace: 'default' }, /cluster's own/],
    ['app-routing-public', { namespace: 'aks-istio-system' }, /cluster's own/],
    ['app-routing-public', { image: '' }, /image "" is no reference/],
    ['app-routing-public', { image: 'a:1\nb' }, /no reference to an image/],
    ['mesh-gateway', { meshRevision: 'asm 1' }, /revision asm 1 is none/],
  ])('of %s with %j are named', (id, given, message) => {
    const problems = patternProblems(id, {
      ...inputs,
      exposure: 'public',
      ...given,
    });

    expect(problems.join(' ')).toMatch(message);
    expect(() =>
      renderPattern(id, { ...inputs, exposure: 'public', ...given }),
    ).toThrow(message);
  });
});
