import { homedir } from 'node:os';
import { MigrationTarget } from 'backstage-plugin-aks-traffic-common';
import {
  ClusterLocation,
  kubeconfigCluster,
} from 'backstage-plugin-aks-traffic-node';
import { stringify } from 'yaml';
import { DryRunClient } from '../__testUtils__/DryRunClient';
import {
  migratedOutput,
  renderedOutput,
} from '../__testUtils__/goldenPathOutput';
import { Simulator, startSimulator } from '../__testUtils__/startSimulator';

jest.setTimeout(60_000);

const outputs = [...renderedOutput(), ...migratedOutput()].map(
  output => [output.label, output] as const,
);

/** A simulated cluster that has what a target needs. */
const clusters: Record<MigrationTarget, string> = {
  'app-routing-gateway-api': 'aks-orders-prod-neu',
  'application-gateway-for-containers': 'aks-edge-prod-weu',
  istio: 'aks-mesh-prod-neu',
};

describe('what the golden path writes, taken by the simulator', () => {
  let simulator: Simulator;

  beforeAll(async () => {
    simulator = await startSimulator();
  });

  afterAll(() => simulator.stop());

  it.each(outputs)('%s', async (_label, { target, objects }) => {
    const cluster = target ? clusters[target] : 'aks-shop-prod-weu';
    const response = await fetch(
      `${simulator.control}/clusters/${cluster}/deploy`,
      {
        method: 'POST',
        body: objects.map(object => stringify(object)).join('---\n'),
      },
    );

    expect(await response.text()).not.toMatch(/"error"/);
    expect(response.status).toBe(200);
  });
});

const kubeconfig = process.env.AKS_TRAFFIC_TEST_KUBECONFIG;
const describeWithServer = kubeconfig ? describe : describe.skip;

describeWithServer(
  'what the golden path writes, taken with strict validation by the server that AKS_TRAFFIC_TEST_KUBECONFIG names',
  () => {
    let location: ClusterLocation;

    beforeAll(async () => {
      location = await kubeconfigCluster({
        file: kubeconfig,
        environment: process.env,
        homeDirectory: homedir(),
        hasTerminal: false,
        writeError: text => process.stderr.write(text),
      });
    });

    it.each(outputs)('%s', async (label, { objects }) => {
      const client = new DryRunClient(location);
      const problems: string[] = [];
      for (const object of objects) {
        const problem = await client.problem(object);
        const name = `${object.kind} ${object.metadata.name}`;
        if (problem === 'unknown-kind') {
          process.stderr.write(
            `skipped, the server has no ${object.apiVersion} ${object.kind}: ${label}\n`,
          );
        } else if (problem !== undefined) {
          problems.push(`${name}: ${problem}`);
        }
      }

      expect(problems).toEqual([]);
    });
  },
);
