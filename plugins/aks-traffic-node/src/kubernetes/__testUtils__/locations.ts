import { ClusterLocation } from '../../extensions';

/** A cluster whose API server accepts the token `secret`. */
export function testLocation(
  overrides: Partial<ClusterLocation> = {},
): ClusterLocation {
  return {
    name: 'shop',
    source: 'config',
    server: 'https://shop.example',
    access: {
      kind: 'token',
      getToken: async () => ({ token: 'secret' }),
    },
    ...overrides,
  };
}
