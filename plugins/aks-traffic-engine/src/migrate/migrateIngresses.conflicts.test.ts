import { KubernetesObject } from '../model/observation';
import { ingress, migrate, notesAbout } from './__testUtils__/migrations';

const older = ingress({
  name: 'z-older',
  paths: [['/', 'first']],
  createdAt: '2024-01-01T00:00:00Z',
});
const newer = ingress({
  name: 'a-newer',
  paths: [['/', 'second']],
  createdAt: '2025-01-01T00:00:00Z',
});

function servicesOf(objects: readonly KubernetesObject[]): string[] {
  return objects
    .filter(({ kind }) => kind === 'HTTPRoute')
    .flatMap(({ spec }: any) => spec.rules)
    .flatMap(({ backendRefs = [] }) => backendRefs)
    .map(({ name }) => name);
}

describe('migrateIngresses, of two Ingresses with one host and path,', () => {
  it.each([
    ['in this order', [older, newer]],
    ['in the other order', [newer, older]],
  ])('takes the older one, %s', (_, objects) => {
    const result = migrate(objects);

    expect(servicesOf(result.objects)).toEqual(['first']);
    expect(result.paths.every(({ route }) => route !== undefined)).toBe(true);
    expect(notesAbout(result, 'conflict')).toEqual([
      expect.stringMatching(
        /^check: .*NGINX takes it from shop\/z-older, which is older\. So does the route\.$/,
      ),
    ]);
  });

  it('asks a person where nothing says which is older', () => {
    const result = migrate([
      ingress({ name: 'b', paths: [['/', 'second']] }),
      ingress({ name: 'a', paths: [['/', 'first']] }),
    ]);

    expect(servicesOf(result.objects)).toEqual(['first']);
    expect(notesAbout(result, 'conflict')).toEqual([
      expect.stringMatching(/^decide: .*creationTimestamp/),
    ]);
  });

  it('does not serve what NGINX takes from an Ingress that stays', () => {
    const result = migrate([older, newer], {
      only: [{ namespace: 'shop', name: 'a-newer' }],
    });

    expect(servicesOf(result.objects)).toEqual([]);
    expect(result.paths).toEqual([
      expect.objectContaining({
        reason: 'NGINX takes it from shop/z-older, which stays',
      }),
    ]);
  });

  it('keeps both where the types of the paths differ, as NGINX does', () => {
    const result = migrate([
      older,
      ingress({ name: 'exact', paths: [['/', 'second', 'Exact']] }),
    ]);

    expect(servicesOf(result.objects).sort()).toEqual(['first', 'second']);
  });

  it('does not take a canary for a second one', () => {
    const result = migrate([
      older,
      ingress({
        name: 'canary',
        nginx: { canary: 'true', 'canary-weight': '5' },
        paths: [['/', 'second']],
        createdAt: '2020-01-01T00:00:00Z',
      }),
    ]);

    expect(notesAbout(result, 'conflict')).toEqual([]);
    expect(servicesOf(result.objects)).toEqual(['first', 'second']);
  });
});
