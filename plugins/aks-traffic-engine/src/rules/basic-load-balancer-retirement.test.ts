import { clusterRow } from '../egress/__testUtils__/egressEstate';
import {
  entryPoint,
  ruleInput,
  serviceDraft,
  serviceFindings,
} from './__testUtils__/ruleInput';
import { basicLoadBalancerRetirement as rule } from './basic-load-balancer-retirement';

function inputWith(
  loadBalancerSku: string,
  system: 'load-balancer-service' | 'istio',
) {
  return ruleInput({
    rows: [clusterRow({ network: { loadBalancerSku } })],
    services: [serviceDraft({ entryPoints: [entryPoint({ system })] })],
  });
}

describe('basic-load-balancer-retirement', () => {
  it('concerns the cluster and the services that stand on it', () => {
    const input = inputWith('Basic', 'load-balancer-service');
    expect(rule.cluster(input)).toMatchObject([
      { severity: 'high', deadline: '2025-09-30' },
    ]);
    expect(serviceFindings(rule, input)).toMatchObject([{ severity: 'high' }]);
  });

  it('leaves other services of the cluster alone', () => {
    expect(serviceFindings(rule, inputWith('basic', 'istio'))).toEqual([]);
  });

  it('has nothing to say about the standard load balancer', () => {
    const input = inputWith('standard', 'load-balancer-service');
    expect([...rule.cluster(input), ...serviceFindings(rule, input)]).toEqual(
      [],
    );
  });
});
