import {
  entryPoint,
  ruleInput,
  serviceDraft,
  serviceFindings,
} from './__testUtils__/ruleInput';
import { httpLoadBalancer as rule } from './http-load-balancer';

function findings(
  port: Record<string, unknown>,
  exposure: 'public' | 'internal' = 'public',
) {
  return serviceFindings(
    rule,
    ruleInput({
      services: [
        serviceDraft({
          entryPoints: [
            entryPoint({ system: 'load-balancer-service', exposure }),
          ],
          object: {
            apiVersion: 'v1',
            kind: 'Service',
            metadata: { name: 'web', namespace: 'shop' },
            spec: { ports: [port] },
          },
        }),
      ],
    }),
  );
}

describe('http-load-balancer', () => {
  it.each([
    [{ port: 443 }],
    [{ name: 'http-api', port: 9000 }],
    [{ port: 9000, appProtocol: 'kubernetes.io/h2c' }],
  ])('finds HTTP at %j', port => {
    expect(findings(port)).toMatchObject([{ severity: 'low' }]);
    expect(findings(port, 'internal')).toMatchObject([{ severity: 'info' }]);
  });

  it.each([
    [{ name: 'amqps', port: 5671 }],
    [{ port: 443, appProtocol: 'mqtt' }],
    [{ name: 'quic', port: 443, protocol: 'UDP' }],
    [{ name: 'httpbin-metrics2', port: 'x' }],
  ])('has nothing to say about %j', port => {
    expect(findings(port)).toEqual([]);
  });
});
