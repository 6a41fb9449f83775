import fc from 'fast-check';
import { parseEntityRef } from '@backstage/catalog-model';
import { resultOrErrorName } from '../__testUtils__/resultOrErrorName';
import { parseEntityParameters } from './parseEntityParameters';

const good = { kind: 'component', namespace: 'default', name: 'shop' };

describe('parseEntityParameters', () => {
  it('reads kind, namespace and name', () => {
    expect(parseEntityParameters(good)).toEqual(good);
  });

  it.each(['', 'a:b', 'a/b', 'a b', 'nul\u0000', 'x'.repeat(254)])(
    'refuses %p and names the parameter',
    name => {
      expect(() => parseEntityParameters({ ...good, name })).toThrow(
        'Path parameter name is not part of an entity reference',
      );
    },
  );

  it('accepts only what is still the same after a round through text', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.string(),
        (kind, namespace, name) => {
          const parsed = resultOrErrorName(() =>
            parseEntityParameters({ kind, namespace, name }),
          );
          fc.pre(typeof parsed !== 'string');
          expect(parseEntityRef(`${kind}:${namespace}/${name}`)).toEqual(
            parsed,
          );
        },
      ),
    );
  });
});
