import { parseFieldSelector } from './fieldSelector';

describe('parseFieldSelector', () => {
  const cart = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'cart', namespace: 'shop' },
  };

  it.each([
    ['', true],
    ['metadata.name=cart', true],
    ['metadata.name==cart', true],
    ['metadata.name!=cart', false],
    ['metadata.name=cart,metadata.namespace=ops', false],
    ['metadata.namespace!=ops', true],
  ])('selects by %s: %s', (selector, expected) => {
    expect(parseFieldSelector(selector)(cart)).toBe(expected);
  });

  it('refuses other fields and what it cannot read', () => {
    expect(() => parseFieldSelector('spec.type=NodePort')).toThrow(
      'field label not supported: spec.type',
    );
    expect(() => parseFieldSelector('metadata.name')).toThrow(
      /invalid field selector/,
    );
  });
});
