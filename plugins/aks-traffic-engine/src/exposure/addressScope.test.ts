import fc from 'fast-check';
import { addressScope } from './addressScope';

describe('addressScope', () => {
  it.each([
    ['10.0.0.1', 'internal'],
    ['172.16.0.1', 'internal'],
    ['172.32.0.1', 'public'],
    ['192.168.1.1', 'internal'],
    ['100.64.0.1', 'internal'],
    ['100.128.0.1', 'public'],
    ['20.50.2.1', 'public'],
    ['203.0.113.9', 'public'],
    ['fd12::1', 'internal'],
    ['fe80::1', 'internal'],
    ['2603:1020::1', 'public'],
    ['::ffff:192.168.1.1', 'internal'],
    ['gateway.shop.svc.cluster.local', 'cluster'],
    ['edge.westeurope.cloudapp.azure.com', 'public'],
    ['edge.westeurope.CLOUDAPP.azure.com.', 'public'],
    ['abc.fz01.alb.azure.com', 'unknown'],
    ['lb.example', 'unknown'],
    ['1.2', 'unknown'],
    ['', 'unknown'],
  ])('%p is %s', (address, scope) => {
    expect(addressScope(address)).toBe(scope);
  });

  it('has an answer for any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.ipV4(), fc.ipV6()), text => {
        expect(['public', 'internal', 'cluster', 'unknown']).toContain(
          addressScope(text),
        );
      }),
    );
  });
});
