import type { RbacRule } from '../../estate/types';
import { parseRequest } from '../requests/parseRequest';
import { isAllowed } from './isAllowed';

function allowed(method: string, url: string, ...rules: RbacRule[]): boolean {
  return isAllowed(parseRequest(method, url)!, rules);
}

const reader: RbacRule = {
  apiGroups: ['networking.k8s.io'],
  resources: ['ingresses'],
  verbs: ['get', 'list'],
};
const everything: RbacRule = {
  apiGroups: ['*'],
  resources: ['*'],
  verbs: ['*'],
};

describe('isAllowed', () => {
  const ingresses = '/apis/networking.k8s.io/v1/ingresses';

  it('allows what a rule names by group, resource and verb together', () => {
    expect(allowed('GET', ingresses, reader)).toBe(true);
    expect(allowed('GET', `${ingresses}?watch=true`, reader)).toBe(false);
    expect(allowed('GET', '/api/v1/ingresses', reader)).toBe(false);
    expect(
      allowed('GET', '/apis/networking.k8s.io/v1/ingressclasses', reader),
    ).toBe(false);
    expect(allowed('GET', ingresses)).toBe(false);
  });

  it('takes a subresource for a resource of its own', () => {
    const status =
      '/apis/networking.k8s.io/v1/namespaces/shop/ingresses/cart/status';
    expect(allowed('GET', status, reader)).toBe(false);
    expect(
      allowed('GET', status, { ...reader, resources: ['ingresses/status'] }),
    ).toBe(true);
    expect(allowed('GET', status, { ...reader, resources: ['*/status'] })).toBe(
      true,
    );
  });

  it('understands a star in each place', () => {
    expect(allowed('DELETE', ingresses, everything)).toBe(true);
  });

  it('refuses Secrets whatever the rules say', () => {
    expect(allowed('GET', '/api/v1/secrets', everything)).toBe(false);
    expect(
      allowed('GET', '/api/v1/namespaces/shop/secrets/tls', everything),
    ).toBe(false);
  });

  it('lets everyone read discovery, and nothing else that is not an object', () => {
    for (const path of ['/api', '/apis', '/apis/apps/v1', '/version']) {
      expect(allowed('GET', path)).toBe(true);
    }
    expect(allowed('POST', '/apis')).toBe(false);
    expect(allowed('GET', '/metrics', everything)).toBe(false);
    expect(allowed('GET', '/versions', everything)).toBe(false);
  });
});
