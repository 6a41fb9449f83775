import { gatewayDeployment, gatewayInput } from './__testUtils__/gateway';
import { serviceFindings } from './__testUtils__/ruleInput';
import { controllerReplicas as rule } from './controller-replicas';

describe('controller-replicas', () => {
  it.each([
    ['one of two is ready', { replicas: 2, readyReplicas: 1 }, 'low'],
    ['none is ready', { replicas: 2 }, 'high'],
  ])(
    'tells the cluster and who stands on it when %s',
    (_, status, severity) => {
      const input = gatewayInput(gatewayDeployment({ status }));
      const expected = [{ severity, subject: { name: 'controller' } }];
      expect(rule.cluster(input)).toMatchObject(expected);
      expect(serviceFindings(rule, input)).toMatchObject(expected);
      expect(rule.service(input.draft.services[1], input)).toEqual([]);
    },
  );

  it('reads what manifests ask for', () => {
    const input = gatewayInput(gatewayDeployment({ replicas: 1 }), {
      reading: 'files',
    });
    expect(rule.cluster(input)).toMatchObject([{ severity: 'low' }]);
  });

  it('counts the nodes of a DaemonSet', () => {
    const input = gatewayInput(
      gatewayDeployment({
        kind: 'DaemonSet',
        status: { desiredNumberScheduled: 3, numberReady: 1 },
      }),
    );
    expect(rule.cluster(input)).toHaveLength(1);
  });

  it('has nothing to say about two', () => {
    const input = gatewayInput(
      gatewayDeployment({ status: { replicas: 2, readyReplicas: 2 } }),
    );
    expect(rule.cluster(input)).toEqual([]);
  });

  it('leaves control planes alone that no load balancer leads to', () => {
    const input = gatewayInput(gatewayDeployment({ replicas: 1 }), {
      controllers: [],
    });
    expect(rule.cluster(input)).toEqual([]);
  });
});
