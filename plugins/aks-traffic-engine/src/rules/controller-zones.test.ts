import {
  gatewayDeployment,
  gatewayInput,
  gatewayPod,
  node,
} from './__testUtils__/gateway';
import { controllerZones as rule } from './controller-zones';

const nodes = [node('a', 'weu-1'), node('b', 'weu-2'), node('c', 'weu-1')];
const together = [gatewayPod('p1', 'a'), gatewayPod('p2', 'c')];

function findings(
  objects = [...nodes, ...together],
  reading: 'whole' | 'nothing' = 'whole',
) {
  return rule.cluster(gatewayInput(gatewayDeployment(), { objects, reading }));
}

describe('controller-zones', () => {
  it('finds pods that share a zone', () => {
    expect(findings()).toMatchObject([
      { severity: 'low', subject: { name: 'controller' } },
    ]);
    expect(findings()[0].evidence).toHaveLength(2);
  });

  it('has nothing to say about pods in two zones, nor about one pod', () => {
    expect(
      findings([...nodes, gatewayPod('p1', 'a'), gatewayPod('p2', 'b')]),
    ).toEqual([]);
    expect(findings([...nodes, together[0]])).toEqual([]);
  });

  it('does not judge a cluster with one zone', () => {
    expect(findings([nodes[0], nodes[2], ...together])).toEqual([]);
  });

  it('does not judge where not all pods and nodes were read', () => {
    expect(findings(undefined, 'nothing')).toEqual([]);
  });
});
