import { deployment } from '../__testUtils__/builders';
import { KubernetesObject } from '../model/observation';
import { ClusterIndex } from './ClusterIndex';
import { WorkloadIndex } from './WorkloadIndex';

function workloads(objects: KubernetesObject[]): WorkloadIndex {
  return WorkloadIndex.create(
    ClusterIndex.create({
      cluster: 'aks',
      coverage: 'complete',
      gaps: [],
      origin: 'api',
      reads: [],
      objects,
    }),
  );
}

function pod(
  name: string,
  labels: Record<string, string>,
  owner?: string,
): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      namespace: 'shop',
      labels,
      ownerReferences: owner
        ? [{ apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', name: owner }]
        : undefined,
    },
    spec: { containers: [{ name: 'main', image: 'example/app:1' }] },
  };
}

describe('WorkloadIndex', () => {
  const web = deployment({ name: 'web', labels: { tier: 'front' } });

  it('finds workloads by all labels of their pods, in one namespace or in any', () => {
    const found = workloads([
      web,
      deployment({ name: 'web', namespace: 'other' }),
    ]);
    const named = (list: readonly { namespace: string }[]) =>
      list.map(({ namespace }) => namespace);
    expect(named(found.selectedIn('shop', new Map([['app', 'web']])))).toEqual([
      'shop',
    ]);
    expect(named(found.selected(new Map([['app', 'web']])))).toEqual([
      'other',
      'shop',
    ]);
    expect(
      found.selected(
        new Map([
          ['app', 'web'],
          ['tier', 'back'],
        ]),
      ),
    ).toEqual([]);
  });

  it('selects nothing with an empty selector', () => {
    expect(workloads([web]).selected(new Map())).toEqual([]);
  });

  it('leaves pods out that a workload explains', () => {
    const { all } = workloads([
      web,
      pod('web-1', { app: 'web', tier: 'front', hash: '1' }),
    ]);
    expect(all.map(({ reference }) => reference.kind)).toEqual(['Deployment']);
  });

  it('takes pods of an unknown owner as one workload', () => {
    const { all } = workloads([
      pod('api-1', { app: 'api' }, 'api'),
      pod('api-2', { app: 'api' }, 'api'),
      pod('alone', { app: 'alone' }),
    ]);
    expect(
      all.map(({ reference }) => `${reference.kind} ${reference.name}`),
    ).toEqual(['Pod alone', 'Rollout api']);
  });
});
