import { isIPv4 } from 'node:net';
import { addressFor } from './addresses';

describe('addressFor', () => {
  it.each([true, false])(
    'gives every load balancer a valid address, private: %s',
    isPrivate => {
      const addresses = Array.from({ length: 200 }, (_, index) =>
        addressFor(
          'aks-shop',
          {
            apiVersion: 'v1',
            kind: 'Service',
            metadata: { namespace: 'shop', name: `service-${index}` },
          },
          isPrivate,
        ),
      );

      expect(addresses.filter(address => !isIPv4(address))).toEqual([]);
      expect(new Set(addresses).size).toBeGreaterThan(isPrivate ? 190 : 100);
    },
  );
});
