import { observationOf, workloadOf } from './__testUtils__/egressEstate';
import { loadBalancerRows, resolve, meaningsOf } from './__testUtils__/waysOut';

describe('static egress gateway', () => {
  const annotated = workloadOf(
    {},
    {
      annotations: {
        'kubernetes.azure.com/static-gateway-configuration': 'fixed',
      },
    },
  );
  const configuration = {
    apiVersion: 'egressgateway.kubernetes.azure.com/v1alpha1',
    kind: 'StaticGatewayConfiguration',
    metadata: { name: 'fixed', namespace: 'shop' },
    spec: { gatewayNodepoolName: 'egress' },
    status: { egressIpPrefix: '20.3.3.0/31' },
  };
  const read = {
    group: 'egressgateway.kubernetes.azure.com',
    resource: 'staticgatewayconfigurations',
    state: 'complete' as const,
  };

  it('wins over what the pool would do', () => {
    const paths = resolve(loadBalancerRows, {
      workloads: [annotated],
      observation: observationOf([configuration]),
    });
    expect(paths).toMatchObject([
      {
        kind: 'static-egress-gateway',
        publicIps: ['20.3.3.0/31'],
        nodePools: ['egress'],
      },
    ]);
  });

  it('does not take a configuration of another namespace', () => {
    const paths = resolve(loadBalancerRows, {
      workloads: [annotated],
      observation: observationOf(
        [
          {
            ...configuration,
            metadata: { name: 'fixed', namespace: 'other' },
          },
        ],
        [read],
      ),
    });
    expect(paths[0].kind).toBe('unknown');
    expect(meaningsOf(paths[0])).toContain('There is no such gateway');
  });

  it('keeps the addresses unknown when configurations could not be read', () => {
    const [path] = resolve(loadBalancerRows, { workloads: [annotated] });
    expect(path).toMatchObject({
      kind: 'static-egress-gateway',
      publicIps: [],
    });
  });

  it('is known without any Azure row', () => {
    const [path] = resolve([], {
      workloads: [annotated],
      observation: observationOf([configuration]),
    });
    expect(path.kind).toBe('static-egress-gateway');
  });
});
