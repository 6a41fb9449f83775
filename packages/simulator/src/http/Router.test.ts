import fc from 'fast-check';
import { Router } from './Router';

const router = new Router<string>()
  .add('GET', '/subscriptions/:subscription/resourceGroups/:group', 'group')
  .add('POST', '/subscriptions/:subscription/resourceGroups/:group', 'post')
  .add('GET', '/:tenant/keys', 'keys');

describe('Router', () => {
  it('finds a handler by method and path, whatever the case of the fixed parts', () => {
    const match = router.find(
      'GET',
      '/SUBSCRIPTIONS/a/resourcegroups/RG%20one/',
    );
    expect(match?.handler).toBe('group');
    expect(match?.parameters.get('group')).toBe('RG one');
    expect(
      router.find('POST', '/subscriptions/a/resourceGroups/b')?.handler,
    ).toBe('post');
    expect(router.find('DELETE', '/a/keys')).toBeUndefined();
    expect(router.find('GET', '/a/keys/more')).toBeUndefined();
  });

  it('gives back every name that was encoded into a path', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), name => {
        const match = router.find('GET', `/${encodeURIComponent(name)}/keys`);
        expect(match?.parameters.get('tenant')).toBe(name);
      }),
    );
  });

  it('does not find paths whose encoding is broken', () => {
    expect(router.find('GET', '/%E0%A4%A/keys')).toBeUndefined();
  });
});
