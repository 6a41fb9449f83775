import { apisOf } from '../apis';
import { ApiCatalog } from './ApiCatalog';

describe('ApiCatalog', () => {
  it('puts stable versions before beta before alpha, and newer before older', () => {
    const versions = ['v1alpha1', 'v1', 'v2beta2', 'v2beta10', 'v10', 'odd'];
    const catalog = new ApiCatalog(
      versions.map(version => ({
        group: 'example.com',
        version,
        resource: 'things',
        singular: 'thing',
        kind: 'Thing',
        namespaced: true,
        builtIn: false,
      })),
    );
    expect(
      catalog.findGroup('example.com')?.versions.map(({ version }) => version),
    ).toEqual(['v10', 'v1', 'v2beta10', 'v2beta2', 'v1alpha1', 'odd']);
  });

  it('finds a resource by path and by kind', () => {
    const catalog = new ApiCatalog(apisOf(['core']));
    const services = catalog.findKind('v1', 'Service');
    expect(services?.resource).toBe('services');
    expect(
      catalog.find({ group: '', version: 'v1', resource: 'services' }),
    ).toBe(services);
    expect(catalog.findKind('apps/v1', 'Service')).toBeUndefined();
    expect(
      catalog.find({ group: '', version: 'v1', resource: 'constructor' }),
    ).toBeUndefined();
  });
});
