import { ApiClient } from '../__testUtils__/ApiClient';
import { readKubeconfig } from '../__testUtils__/readKubeconfig';
import {
  startTestServer,
  testCluster,
  testIngress,
} from '../__testUtils__/startTestServer';
import { accessContract } from './access.contract';
import { ContractCase, ContractTarget } from './ContractTarget';
import { discoveryContract } from './discovery.contract';
import { findTarget } from './findTarget';
import { listsContract } from './lists.contract';
import { watchesContract } from './watches.contract';

const contract: [topic: string, cases: ContractCase[]][] = [
  ['access', accessContract],
  ['discovery', discoveryContract],
  ['lists', listsContract],
  ['watches', watchesContract],
];

describe('the contract of API servers, kept by the simulator', () => {
  let server: Awaited<ReturnType<typeof startTestServer>>;
  let target: ContractTarget;

  beforeAll(async () => {
    server = await startTestServer({
      cluster: testCluster({
        objects: [
          testIngress('cart'),
          testIngress('front'),
          testIngress('status', {}, 'ops'),
          {
            apiVersion: 'gateway.networking.k8s.io/v1',
            kind: 'Gateway',
            metadata: { name: 'public', namespace: 'shop' },
          },
        ],
      }),
    });
    const { request, watch } = server.client();
    target = {
      request,
      watch,
      builtIn: {
        path: '/apis/networking.k8s.io/v1/ingresses',
        group: 'networking.k8s.io',
        version: 'v1',
        resource: 'ingresses',
        kind: 'Ingress',
        namespaced: true,
      },
      custom: {
        path: '/apis/gateway.networking.k8s.io/v1/gateways',
        group: 'gateway.networking.k8s.io',
        version: 'v1',
        resource: 'gateways',
        kind: 'Gateway',
        namespaced: true,
      },
      refusedPath: '/api/v1/secrets',
      controls: {
        apply: (name, labels) => server.server.apply(testIngress(name, labels)),
        remove: name =>
          server.server.remove({
            apiVersion: 'networking.k8s.io/v1',
            kind: 'Ingress',
            namespace: 'shop',
            name,
          }),
        compact: () => server.server.compact(),
      },
    };
  });

  afterAll(() => server.close());

  describe.each(contract)('%s', (_topic, cases) => {
    it.each(cases.map(({ name, run }) => [name, run] as const))(
      '%s',
      async (_name, run) => {
        await expect(run(target)).resolves.toBeUndefined();
      },
    );
  });
});

const kubeconfig = process.env.AKS_TRAFFIC_TEST_KUBECONFIG;
const describeWithServer = kubeconfig ? describe : describe.skip;

describeWithServer(
  'the contract of API servers, kept by the server that AKS_TRAFFIC_TEST_KUBECONFIG names',
  () => {
    let client: ApiClient;
    let target: ContractTarget;

    beforeAll(async () => {
      client = new ApiClient(await readKubeconfig(kubeconfig!));
      target = await findTarget(client);
    });

    afterAll(() => client.close());

    describe.each(contract)('%s', (_topic, cases) => {
      it.each(
        cases
          .filter(({ needs }) => !needs?.includes('controls'))
          .map(testCase => [testCase.name, testCase] as const),
      )('%s', async (name, { needs = [], run }) => {
        const missing = needs.filter(need => target[need] === undefined);
        if (missing.length > 0) {
          process.stderr.write(
            `skipped, the server has no ${missing.join(', ')}: ${name}\n`,
          );
          return;
        }
        await expect(run(target)).resolves.toBeUndefined();
      });

      const untouchable = cases.filter(({ needs }) =>
        needs?.includes('controls'),
      );
      if (untouchable.length > 0) {
        // eslint-disable-next-line jest/no-disabled-tests, jest/expect-expect -- what is left out has to be named
        it.skip.each(untouchable.map(({ name }) => [name]))(
          'needs a server that may be changed: %s',
          () => {},
        );
      }
    });
  },
);
