import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { observedResources } from 'backstage-plugin-aks-traffic-engine';
import { ClusterLocation } from 'backstage-plugin-aks-traffic-node';
import { parseAllDocuments } from 'yaml';
import { azureConfiguration } from '../__testUtils__/azureConfiguration';
import {
  RunningSimulator,
  startSimulator,
} from '../__testUtils__/runSimulator';
import { DefaultCollector } from '../collect/DefaultCollector';
import { readConfig } from '../config/readConfig';

jest.setTimeout(60_000);

interface Rule {
  apiGroups: string[];
  resources: string[];
  verbs: string[];
}

const [role] = parseAllDocuments(
  readFileSync(
    resolve(__dirname, '../../../../docs/manifests/aks-traffic-reader.yaml'),
    'utf8',
  ),
).map(document => document.toJS() as { kind: string; rules: Rule[] });

/** The rules as one rule per group and resource. */
const grants = role.rules.flatMap(({ apiGroups, resources, verbs }) =>
  apiGroups.flatMap(group =>
    resources.map(resource => ({
      name: `${resource}.${group}`,
      rule: { apiGroups: [group], resources: [resource], verbs },
    })),
  ),
);

describe('the documented ClusterRole', () => {
  it('names exactly what is listed', () => {
    expect(grants.map(({ name }) => name).sort()).toEqual(
      observedResources
        .map(({ group, resource }) => `${resource}.${group}`)
        .sort(),
    );
  });

  it('has no write verb, no Secrets and no wildcard', () => {
    for (const { apiGroups, resources, verbs } of role.rules) {
      expect(['get', 'list', 'watch']).toEqual(expect.arrayContaining(verbs));
      expect([...apiGroups, ...resources, ...verbs]).not.toContain('*');
      expect(resources).not.toContain('secrets');
      expect(resources).not.toContain('configmaps');
    }
  });

  describe('in a cluster', () => {
    let simulator: RunningSimulator;
    let collector: DefaultCollector;
    let location: ClusterLocation;

    beforeAll(async () => {
      simulator = await startSimulator([
        ...['--clusters', '1', '--services', '3', '--seed', '7'],
        ...['--query-quota', '0'],
      ]);
      collector = DefaultCollector.create({
        config: readConfig(
          new ConfigReader({
            aksTraffic: { azure: azureConfiguration(simulator) },
          }),
        ),
        logger: mockServices.logger.mock(),
      });
      [location] = (
        await collector.discover(new AbortController().signal)
      ).clusters;
    });

    afterAll(() => simulator?.stop());

    async function observeWith(rules: Rule[]) {
      await simulator.request(
        'PUT',
        `/clusters/${location.name}/roles/traffic-reader`,
        rules,
      );
      return collector.observe(location, new AbortController().signal);
    }

    it('is enough', async () => {
      const { coverage, gaps, reads } = await observeWith(role.rules);
      expect({ coverage, gaps }).toEqual({ coverage: 'complete', gaps: [] });
      expect(
        reads.filter(({ state }) => state === 'complete').length,
      ).toBeGreaterThan(15);
    });

    it('lacks something that is named, whichever rule is taken away', async () => {
      const whole = await observeWith(role.rules);
      const installed = new Set(
        whole.reads
          .filter(({ state }) => state === 'complete')
          .map(({ group, resource }) => `${resource}.${group}`),
      );
      for (const taken of grants.filter(({ name }) => installed.has(name))) {
        const { reads } = await observeWith(
          grants.filter(each => each !== taken).map(({ rule }) => rule),
        );
        const [group] = taken.rule.apiGroups;
        const [resource] = taken.rule.resources;
        expect(reads.filter(({ gap }) => gap !== undefined)).toEqual([
          {
            group,
            resource,
            state: 'forbidden',
            gap: expect.stringContaining(
              `apiGroups: ["${group}"], resources: ["${resource}"]`,
            ),
          },
        ]);
      }
    });
  });
});
