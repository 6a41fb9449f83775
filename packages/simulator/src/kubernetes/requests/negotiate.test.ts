import { negotiateDiscovery, negotiateObjects } from './negotiate';

describe('negotiateObjects', () => {
  const partialList =
    'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1';
  const partial =
    'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1';

  it.each([
    [undefined, 'list', 'whole'],
    ['*/*', 'list', 'whole'],
    ['application/json', 'get', 'whole'],
    ['application/json; charset=utf-8', 'get', 'whole'],
    [partialList, 'list', 'metadata'],
    [`${partialList},application/json`, 'list', 'metadata'],
    [partial, 'get', 'metadata'],
    [partial, 'watch', 'metadata'],
    [`${partial},application/json`, 'list', 'whole'],
    [
      'application/json;as=Table;v=v1;g=meta.k8s.io,application/json',
      'list',
      'whole',
    ],
    ['application/vnd.kubernetes.protobuf,application/json', 'list', 'whole'],
    ['application/vnd.kubernetes.protobuf', 'list', undefined],
    ['application/json;as=Table;v=v1;g=meta.k8s.io', 'list', undefined],
    ['text/html', 'list', undefined],
  ])('answers %s for a %s with %s', (accept, verb, expected) => {
    expect(negotiateObjects(accept, verb)).toBe(expected);
  });
});

describe('negotiateDiscovery', () => {
  const v2 =
    'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList';
  const beta = v2.replace('v=v2', 'v=v2beta1');

  it('takes the first format that is on offer', () => {
    const accept = `${v2},${beta},application/json`;
    expect(negotiateDiscovery(accept, ['v2', 'v2beta1'])).toBe('v2');
    expect(negotiateDiscovery(accept, ['v2beta1'])).toBe('v2beta1');
    expect(negotiateDiscovery(accept, [])).toBe('legacy');
    expect(negotiateDiscovery(v2, [])).toBeUndefined();
    expect(negotiateDiscovery(undefined, ['v2'])).toBe('legacy');
  });
});
