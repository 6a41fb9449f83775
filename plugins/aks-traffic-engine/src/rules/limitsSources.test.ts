import { limitsSources } from './limitsSources';

describe('limitsSources', () => {
  it.each([
    ['no limit', {}, false],
    ['networks', { sourceRanges: '203.0.113.0/24,198.51.100.7/32' }, true],
    ['a service tag', { allowedServiceTags: 'AzureFrontDoor.Backend' }, true],
    ['a list of nothing', { sourceRanges: ' , ' }, false],
    ['every IPv4 address', { sourceRanges: '10.0.0.0/8, 0.0.0.0/0' }, false],
    ['every IPv6 address', { sourceRanges: '::/0' }, false],
    ['the tag of the internet', { allowedServiceTags: 'Internet' }, false],
    [
      'a tag beside everybody',
      {
        allowedServiceTags: 'AzureFrontDoor.Backend',
        sourceRanges: '0.0.0.0/0',
      },
      false,
    ],
  ])('%s', (_case, capabilities, expected) => {
    expect(limitsSources(capabilities)).toBe(expected);
  });
});
