import fc from 'fast-check';
import { parseRequest, readFlag } from './parseRequest';

function parse(method: string, url: string) {
  const request = parseRequest(method, url);
  if (request?.type !== 'resource') {
    return request;
  }
  const { query: _query, ...rest } = request;
  return rest;
}

describe('parseRequest', () => {
  it.each([
    [
      'GET',
      '/api/v1/pods',
      { verb: 'list', group: '', version: 'v1', resource: 'pods' },
    ],
    [
      'GET',
      '/api/v1/namespaces',
      { verb: 'list', group: '', version: 'v1', resource: 'namespaces' },
    ],
    [
      'GET',
      '/api/v1/namespaces/shop',
      {
        verb: 'get',
        group: '',
        version: 'v1',
        resource: 'namespaces',
        namespace: 'shop',
        name: 'shop',
      },
    ],
    [
      'PUT',
      '/api/v1/namespaces/shop/finalize',
      {
        verb: 'update',
        group: '',
        version: 'v1',
        resource: 'namespaces',
        namespace: 'shop',
        name: 'shop',
        subresource: 'finalize',
      },
    ],
    [
      'GET',
      '/apis/networking.k8s.io/v1/namespaces/shop/ingresses/cart/status',
      {
        verb: 'get',
        group: 'networking.k8s.io',
        version: 'v1',
        resource: 'ingresses',
        namespace: 'shop',
        name: 'cart',
        subresource: 'status',
      },
    ],
    [
      'GET',
      '/apis/apps/v1/deployments?watch=1',
      { verb: 'watch', group: 'apps', version: 'v1', resource: 'deployments' },
    ],
    [
      'GET',
      '/apis/apps/v1/deployments?watch=false',
      { verb: 'list', group: 'apps', version: 'v1', resource: 'deployments' },
    ],
    [
      'DELETE',
      '/apis/apps/v1/deployments',
      {
        verb: 'deletecollection',
        group: 'apps',
        version: 'v1',
        resource: 'deployments',
      },
    ],
    [
      'POST',
      '/api/v1/namespaces/shop/pods',
      {
        verb: 'create',
        group: '',
        version: 'v1',
        resource: 'pods',
        namespace: 'shop',
      },
    ],
  ])('reads %s %s as a request for objects', (method, url, expected) => {
    expect(parse(method, url)).toEqual({ type: 'resource', ...expected });
  });

  it.each(['/', '/api', '/api/v1', '/apis/apps', '/apis/apps/v1', '/version'])(
    'reads %s as a path, with and without a slash at its end',
    path => {
      const expected = { type: 'path', verb: 'get', path };
      expect(parse('GET', path)).toEqual(expected);
      expect(parse('GET', `${path}/?timeout=32s`)).toEqual(expected);
    },
  );

  it('gives up on what cannot be decoded', () => {
    expect(parseRequest('GET', '/api/v1/%E0%A4%A')).toBeUndefined();
  });

  it('reads anything without throwing', () => {
    fc.assert(
      fc.property(fc.string(), fc.webPath(), (method, path) => {
        const request = parseRequest(method, `${path}?${method}`);
        expect([undefined, 'resource', 'path']).toContain(request?.type);
      }),
    );
  });
});

describe('readFlag', () => {
  it.each([
    ['a=true', true],
    ['a=1', true],
    ['a', true],
    ['a=False', false],
    ['a=0', false],
    ['b=true', undefined],
  ])('reads a of %s as %s', (query, expected) => {
    expect(readFlag(new URLSearchParams(query), 'a')).toBe(expected);
  });
});
