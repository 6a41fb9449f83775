import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { EstateError } from './EstateError';
import { loadEstate } from './loadEstate';

const tenantId = '3f7a1c52-8e0b-4d69-a1f4-6c2e9b70d815';
const subscriptionId = '6a1f0d3e-2b47-4c8d-9e15-0f3c7a5b1d02';

const estateYaml = `
name: small
tenantId: ${tenantId}
managementGroups:
  all: [${subscriptionId}]
subscriptions:
  - { id: ${subscriptionId}, name: one }
identities: []
roles:
  reader: []
clusters:
  - name: one
    version: 1.35.4
    entra: true
`;

const serviceYaml = `# verdict: systems=- exposure=cluster-only egress=unknown risk=none because=nothing leads in
apiVersion: v1
kind: Service
metadata: { name: shop, namespace: default }
spec: { selector: { app: shop }, ports: [{ port: 80, targetPort: web }] }
`;

const workloadYaml = `apiVersion: v1
kind: Node
metadata: { name: node-1, labels: { agentpool: apps, topology.kubernetes.io/zone: westeurope-1 } }
status: { addresses: [{ type: InternalIP, address: 10.0.0.4 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: shop, namespace: default }
spec:
  replicas: 2
  selector: { matchLabels: { app: shop } }
  template:
    metadata: { labels: { app: shop } }
    spec:
      nodeSelector: { agentpool: apps }
      containers: [{ name: shop, image: shop:1, ports: [{ name: web, containerPort: 8080 }] }]
`;

describe('loadEstate', () => {
  let directory: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'estate-'));
    write('estate.yaml', estateYaml);
    write('azure/none.json', '[]');
    write('clusters/one/shop.yaml', serviceYaml);
  });

  afterEach(() => {
    rmSync(directory, { recursive: true });
  });

  function write(path: string, text: string) {
    const full = join(directory, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, text);
  }

  function objectsOf(kind: string) {
    return loadEstate(directory).clusters[0].objects.filter(
      object => object.kind === kind,
    );
  }

  function problemsOf() {
    try {
      loadEstate(directory);
    } catch (error) {
      if (error instanceof EstateError) {
        return error.message.split('\n');
      }
      throw error;
    }
    return [];
  }

  it('reads clusters with their objects and the verdicts about their Services', () => {
    const estate = loadEstate(directory);
    expect(estate.clusters).toHaveLength(1);
    expect(estate.clusters[0]).toMatchObject({ name: 'one', reach: 'open' });
    expect(estate.verdicts).toEqual([
      {
        cluster: 'one',
        namespace: 'default',
        service: 'shop',
        systems: [],
        exposure: 'cluster-only',
        egress: ['unknown'],
        risk: 'none',
        because: 'nothing leads in',
      },
    ]);
  });

  it('runs workloads on nodes that fit, and leads Services to their pods', () => {
    write('clusters/one/workload.yaml', workloadYaml);
    const pods = objectsOf('Pod');
    expect(pods.map(pod => pod.spec)).toEqual([
      expect.objectContaining({ nodeName: 'node-1' }),
      expect.objectContaining({ nodeName: 'node-1' }),
    ]);
    const [replicaSet] = objectsOf('ReplicaSet');
    expect(pods[0].metadata.ownerReferences).toEqual([
      expect.objectContaining({ uid: replicaSet.metadata.uid }),
    ]);
    const slice = objectsOf('EndpointSlice').find(
      ({ metadata }) =>
        metadata.labels?.['kubernetes.io/service-name'] === 'shop',
    );
    expect(slice).toMatchObject({
      ports: [{ port: 8080 }],
      endpoints: [
        { zone: 'westeurope-1', conditions: { ready: true } },
        { zone: 'westeurope-1', conditions: { ready: true } },
      ],
    });
    expect(objectsOf('Deployment')[0].status).toMatchObject({
      readyReplicas: 2,
    });
  });

  it('leaves pods pending that no node fits, and does not count them as ready', () => {
    write(
      'clusters/one/workload.yaml',
      workloadYaml.replace(
        'nodeSelector: { agentpool: apps }',
        'nodeSelector: { agentpool: gone }',
      ),
    );
    expect(objectsOf('Pod')[0].status).toMatchObject({ phase: 'Pending' });
    expect(objectsOf('Deployment')[0].status).toMatchObject({
      readyReplicas: 0,
    });
  });

  it('keeps what an object says itself', () => {
    write(
      'clusters/one/shop.yaml',
      serviceYaml
        .replace('metadata: {', 'metadata: { uid: mine,')
        .replace('spec: {', 'spec: { clusterIP: 10.0.7.7,'),
    );
    const shop = objectsOf('Service').find(
      ({ metadata }) => metadata.name === 'shop',
    );
    expect(shop).toMatchObject({
      metadata: { uid: 'mine' },
      spec: { clusterIP: '10.0.7.7', clusterIPs: ['10.0.7.7'] },
    });
  });

  it('gives the same objects at every load', () => {
    write('clusters/one/workload.yaml', workloadYaml);
    expect(loadEstate(directory)).toEqual(loadEstate(directory));
  });

  it('names file, line and document of everything that is wrong', () => {
    write(
      'clusters/one/shop.yaml',
      `${serviceYaml}---
apiVersion: v1
kind: Service
metadata: { name: bare, namespace: default }
---
apiVersion: v1
kind: Service
metadata: { name: twice, name: twice }
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: mesh, namespace: nowhere }
---
- a list
---
${serviceYaml}`,
    );
    expect(problemsOf()).toEqual([
      expect.stringMatching(
        /shop\.yaml:7 \(document 2\): Service bare: a Service needs a comment/,
      ),
      expect.stringMatching(
        /shop\.yaml:13 \(document 3\): Map keys must be unique/,
      ),
      expect.stringMatching(
        /shop\.yaml:15 \(document 4\): the cluster serves no Gateway/,
      ),
      expect.stringMatching(
        /shop\.yaml:15 \(document 4\): there is no namespace nowhere/,
      ),
      expect.stringMatching(
        /shop\.yaml:19 \(document 5\): is not a Kubernetes object/,
      ),
      expect.stringMatching(
        /shop\.yaml:22 \(document 6\): Service shop stands here a second time/,
      ),
    ]);
  });

  it('refuses a verdict whose words are not in the vocabulary', () => {
    write(
      'clusters/one/shop.yaml',
      serviceYaml.replace('cluster-only', 'safe'),
    );
    expect(problemsOf()).toEqual([
      expect.stringMatching(/shop\.yaml:2 .*'safe' is no exposure/),
    ]);
  });

  it('refuses Azure rows whose columns contradict their id', () => {
    const row = {
      id: `/subscriptions/${subscriptionId}/resourceGroups/rg/providers/Microsoft.Network/natGateways/ngw`,
      name: 'ngw',
      type: 'microsoft.network/natgateways',
      tenantId,
      subscriptionId,
      resourceGroup: 'rg',
      location: 'westeurope',
      properties: {},
    };
    write(
      'azure/rows.json',
      JSON.stringify([row, { ...row, name: 'other' }, { ...row, sku: 'text' }]),
    );
    expect(problemsOf()).toEqual([
      expect.stringMatching(/rows\.json: .*name that is not that of its id/),
      expect.stringMatching(/rows\.json: .*stands here twice/),
      expect.stringMatching(/rows\.json: 2\.sku:/),
    ]);
  });

  it('says which key of estate.yaml is wrong, and which names lead nowhere', () => {
    write('estate.yaml', estateYaml.replace('1.35.4', 'latest'));
    expect(problemsOf()).toEqual([
      expect.stringMatching(/^estate\.yaml: clusters\.0\.version: /),
    ]);
    write(
      'estate.yaml',
      estateYaml.replace('entra: true', 'entra: true\n    apis: [istoi]'),
    );
    expect(problemsOf()).toEqual([
      "estate.yaml: clusters 'one'.apis: nothing is named 'istoi'",
    ]);
    write(
      'estate.yaml',
      estateYaml.replace(`[${subscriptionId}]`, '[another]'),
    );
    expect(problemsOf()).toEqual([
      "estate.yaml: managementGroups.all: nothing is named 'another'",
    ]);
  });
});
