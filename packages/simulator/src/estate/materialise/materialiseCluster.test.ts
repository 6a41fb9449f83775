import { StoredObject } from '../types';
import { materialiseCluster } from './materialiseCluster';

function node(name: string, options: { pool: string; taint?: string }) {
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name, labels: { agentpool: options.pool } },
    spec: options.taint
      ? { taints: [{ key: options.taint, effect: 'NoSchedule' }] }
      : {},
    status: { addresses: [{ type: 'InternalIP', address: `10.0.0.${name}` }] },
  };
}

function workload(
  kind: string,
  options: { spec?: object; pod?: object; status?: object } = {},
): StoredObject {
  return {
    apiVersion: 'apps/v1',
    kind,
    metadata: { name: 'app', namespace: 'default' },
    spec: {
      selector: { matchLabels: { app: 'app' } },
      template: {
        metadata: { labels: { app: 'app' } },
        spec: { containers: [{ name: 'app', image: 'app:1' }], ...options.pod },
      },
      ...options.spec,
    },
    ...(options.status && { status: options.status }),
  };
}

function service(spec: object): StoredObject {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'app', namespace: 'default' },
    spec,
  };
}

const nodes = [
  node('1', { pool: 'apps' }),
  node('2', { pool: 'apps' }),
  node('3', { pool: 'gpu', taint: 'gpu' }),
];

function materialise(...objects: StoredObject[]) {
  const all = materialiseCluster({
    cluster: 'one',
    version: '1.35.4',
    objects: [...nodes, ...objects],
  });
  const find = (kind: string) => all.filter(object => object.kind === kind);
  return {
    all,
    find,
    nodesOfPods: () =>
      find('Pod').map(pod => (pod.spec as { nodeName?: string }).nodeName),
    app: (kind: string) =>
      find(kind).find(({ metadata }) => metadata.name === 'app')!,
  };
}

describe('materialiseCluster', () => {
  it('adds what every cluster starts with', () => {
    const { find } = materialise();
    expect(find('Namespace').map(({ metadata }) => metadata.name)).toEqual([
      'default',
      'kube-node-lease',
      'kube-public',
      'kube-system',
    ]);
    expect(find('Service').map(({ metadata }) => metadata.name)).toEqual([
      'kubernetes',
    ]);
    expect(find('Node')[0]).toMatchObject({
      metadata: { labels: { 'kubernetes.io/hostname': '1' } },
      status: { nodeInfo: { kubeletVersion: 'v1.35.4' } },
    });
  });

  it('gives every object a uid, a version and a time of its own cluster', () => {
    const { all } = materialise(workload('Deployment'));
    const uids = new Set(all.map(({ metadata }) => metadata.uid));
    expect(uids.size).toBe(all.length);
    const versions = all.map(({ metadata }) =>
      Number(metadata.resourceVersion),
    );
    expect(versions).toEqual([...versions].sort((a, b) => a - b));
    const other = materialiseCluster({
      cluster: 'two',
      version: '1.35.4',
      objects: nodes,
    });
    expect(other.some(({ metadata }) => uids.has(metadata.uid))).toBe(false);
  });

  it('keeps pods off nodes whose taints they do not tolerate', () => {
    expect(
      materialise(workload('Deployment', { spec: { replicas: 4 } }))
        .nodesOfPods()
        .sort(),
    ).toEqual(['1', '1', '2', '2']);
    expect(
      materialise(
        workload('DaemonSet', {
          pod: { tolerations: [{ operator: 'Exists' }] },
        }),
      ).nodesOfPods(),
    ).toEqual(['1', '2', '3']);
  });

  it('follows required node affinity', () => {
    const affinityTo = (operator: string, values?: string[]) => ({
      pod: {
        tolerations: [{ key: 'gpu', operator: 'Exists' }],
        affinity: {
          nodeAffinity: {
            requiredDuringSchedulingIgnoredDuringExecution: {
              nodeSelectorTerms: [
                { matchExpressions: [{ key: 'agentpool', operator, values }] },
              ],
            },
          },
        },
      },
    });
    const nodesFor = (operator: string, values?: string[]) =>
      materialise(
        workload('DaemonSet', affinityTo(operator, values)),
      ).nodesOfPods();
    expect(nodesFor('In', ['gpu'])).toEqual(['3']);
    expect(nodesFor('NotIn', ['gpu'])).toEqual(['1', '2']);
    expect(nodesFor('Exists')).toEqual(['1', '2', '3']);
    expect(nodesFor('DoesNotExist')).toEqual([]);
  });

  it('fills in what the API server fills in, and leaves what is stated', () => {
    const { app, find } = materialise(
      workload('Deployment', {
        spec: {
          revisionHistoryLimit: 3,
          template: {
            metadata: { labels: { app: 'app' } },
            spec: {
              containers: [
                {
                  name: 'app',
                  image: 'app:1',
                  ports: [{ containerPort: 80 }],
                  readinessProbe: { httpGet: { port: 80 }, periodSeconds: 5 },
                },
              ],
            },
          },
        },
      }),
    );
    const container = {
      imagePullPolicy: 'IfNotPresent',
      ports: [{ containerPort: 80, protocol: 'TCP' }],
      readinessProbe: {
        httpGet: { path: '/', port: 80, scheme: 'HTTP' },
        periodSeconds: 5,
        timeoutSeconds: 1,
      },
    };
    const template = {
      spec: {
        containers: [container],
        dnsPolicy: 'ClusterFirst',
        terminationGracePeriodSeconds: 30,
      },
    };
    expect(app('Deployment').spec).toMatchObject({
      progressDeadlineSeconds: 600,
      revisionHistoryLimit: 3,
      template,
    });
    expect(find('ReplicaSet')[0].spec).toMatchObject({ template });
    expect(find('Pod')[0].spec).toMatchObject({
      containers: [
        { ...container, volumeMounts: [{ name: expect.any(String) }] },
      ],
      serviceAccountName: 'default',
      tolerations: [{ effect: 'NoExecute' }, { effect: 'NoExecute' }],
      volumes: [{ projected: { sources: { length: 3 } } }],
    });
  });

  it('numbers the pods of a StatefulSet', () => {
    const { find } = materialise(
      workload('StatefulSet', { spec: { replicas: 2 } }),
    );
    expect(find('Pod').map(({ metadata }) => metadata.name)).toEqual([
      'app-0',
      'app-1',
    ]);
  });

  it('makes as few pods ready as the status of the workload says', () => {
    const { app, find } = materialise(
      workload('Deployment', {
        spec: { replicas: 3 },
        status: { readyReplicas: 1 },
      }),
      service({ selector: { app: 'app' }, ports: [{ port: 80 }] }),
      {
        apiVersion: 'policy/v1',
        kind: 'PodDisruptionBudget',
        metadata: { name: 'app', namespace: 'default' },
        spec: {
          minAvailable: '50%',
          selector: { matchLabels: { app: 'app' } },
        },
      },
    );
    const slice = find('EndpointSlice').find(
      ({ metadata }) =>
        metadata.labels?.['kubernetes.io/service-name'] === 'app',
    );
    const endpoints = slice!.endpoints as { conditions: { ready: boolean } }[];
    expect(endpoints.map(({ conditions }) => conditions.ready)).toEqual([
      true,
      false,
      false,
    ]);
    expect(app('PodDisruptionBudget').status).toMatchObject({
      currentHealthy: 1,
      desiredHealthy: 2,
      disruptionsAllowed: 0,
      expectedPods: 3,
    });
  });

  it('makes no pods where the files state some', () => {
    const { find } = materialise(workload('Deployment'), {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'mine', namespace: 'default', labels: { app: 'app' } },
    });
    expect(find('Pod').map(({ metadata }) => metadata.name)).toEqual(['mine']);
  });

  it('allocates addresses and node ports as the type of a Service needs', () => {
    const { app } = materialise(
      service({
        type: 'LoadBalancer',
        externalTrafficPolicy: 'Local',
        ports: [{ port: 80 }],
      }),
    );
    expect(app('Service').spec).toMatchObject({
      clusterIP: expect.stringMatching(/^10\.0\./),
      allocateLoadBalancerNodePorts: true,
      healthCheckNodePort: expect.any(Number),
      ports: [
        {
          port: 80,
          targetPort: 80,
          protocol: 'TCP',
          nodePort: expect.any(Number),
        },
      ],
    });
    const plain = materialise(service({ ports: [{ port: 80 }] })).app(
      'Service',
    );
    expect(plain.spec).not.toHaveProperty('externalTrafficPolicy');
    expect(plain.spec).toMatchObject({ type: 'ClusterIP' });
  });
});
