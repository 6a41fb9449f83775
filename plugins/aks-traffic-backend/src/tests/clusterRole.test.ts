import { readFileSync } from 'node:fs';
import { get } from 'node:https';
import { resolve as resolvePath } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { observedResources } from 'backstage-plugin-aks-traffic-engine';
import { ClusterLocation } from 'backstage-plugin-aks-traffic-node';
import { parseAllDocuments } from 'yaml';
import { writeEveryApiEstate } from '../__testUtils__/everyApiEstate';
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
    resolvePath(
      __dirname,
      '../../../../docs/manifests/aks-traffic-reader.yaml',
    ),
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
      expect(verbs).toEqual(['list', 'watch']);
      expect([...apiGroups, ...resources, ...verbs]).not.toContain('*');
      expect(resources).not.toContain('secrets');
      expect(resources).not.toContain('configmaps');
    }
  });

  describe('in a cluster with every API that is read', () => {
    const name = 'every-api';
    const token = 'token-of-the-reader';
    let simulator: RunningSimulator;
    let collector: DefaultCollector;
    let location: ClusterLocation;

    beforeAll(async () => {
      const estate = writeEveryApiEstate({ cluster: name, token });
      try {
        simulator = await startSimulator(['--estate', estate.folder]);
      } finally {
        estate.remove();
      }
      const [{ server: url, caFile }] = simulator.clusters;
      collector = DefaultCollector.create({
        config: readConfig(
          new ConfigReader({
            aksTraffic: {
              clusters: [{ name, url, caFile, serviceAccountToken: token }],
            },
          }),
        ),
        logger: mockServices.logger.mock(),
      });
      [location] = (
        await collector.discover(new AbortController().signal)
      ).clusters;
    });

    afterAll(() => simulator?.stop());

    const setRole = (rules: Rule[]) =>
      simulator.request('PUT', `/clusters/${name}/roles/traffic-reader`, rules);

    async function observeWith(rules: Rule[]) {
      await setRole(rules);
      return collector.observe(location, new AbortController().signal);
    }

    it('is enough', async () => {
      const { coverage, gaps, reads } = await observeWith(role.rules);
      expect({ coverage, gaps }).toEqual({ coverage: 'complete', gaps: [] });
      expect(
        reads.map(({ group, resource, state }) => ({ group, resource, state })),
      ).toEqual(
        observedResources.map(({ group, resource }) => ({
          group,
          resource,
          state: 'complete',
        })),
      );
    });

    it('grants nothing that is not asked for', async () => {
      await simulator.request('DELETE', '/requests');
      await observeWith(role.rules);
      const { requests } = (await simulator.request('GET', '/requests')) as {
        requests: { resource: string; verb: string }[];
      };
      const listed = requests.filter(
        ({ resource }) => resource !== 'discovery',
      );
      expect(new Set(listed.map(({ verb }) => verb))).toEqual(
        new Set(['list']),
      );
      expect(new Set(listed.map(({ resource }) => resource))).toEqual(
        new Set(role.rules.flatMap(({ resources }) => resources)),
      );
    });

    it.each(grants)(
      'lacks $name when that alone is taken away, and says so',
      async taken => {
        const { reads } = await observeWith(
          grants.filter(each => each !== taken).map(({ rule }) => rule),
        );
        const [group] = taken.rule.apiGroups;
        const [resource] = taken.rule.resources;
        expect(reads.filter(({ state }) => state !== 'complete')).toEqual([
          {
            group,
            resource,
            state: 'forbidden',
            gap: `Listing ${resource}${
              group && `.${group}`
            } is forbidden: give the reader's role the rule apiGroups: ["${group}"], resources: ["${resource}"], verbs: ["list", "watch"]`,
          },
        ]);
      },
    );

    it('lacks every resource of a rule when the rule alone is taken away', async () => {
      for (const taken of role.rules) {
        const { reads } = await observeWith(
          role.rules.filter(each => each !== taken),
        );
        expect(
          reads
            .filter(({ state }) => state === 'forbidden')
            .map(({ group, resource }) => `${resource}.${group}`)
            .sort(),
        ).toEqual(
          taken.apiGroups
            .flatMap(group =>
              taken.resources.map(resource => `${resource}.${group}`),
            )
            .sort(),
        );
      }
    });

    it('lists nothing with the verb watch alone', async () => {
      const { gaps, coverage } = await observeWith(
        role.rules.map(rule => ({ ...rule, verbs: ['watch'] })),
      );
      expect(coverage).toBe('unreachable');
      expect(gaps).toEqual([
        expect.stringContaining('lets it read nothing: bind it to'),
      ]);
    });

    it.each(['secrets', 'configmaps', 'pods/log', 'pods/exec'])(
      'does not let its holder read %s',
      async resource => {
        await setRole(role.rules);
        expect(await askFor(`/api/v1/${resource}`)).toBe(403);
      },
    );

    it('leads to no Secret even where somebody grants everything', async () => {
      await setRole([{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }]);
      expect(await askFor('/api/v1/configmaps')).toBe(200);
      expect(await askFor('/api/v1/secrets')).toBe(403);
    });

    /** Status of a GET with the reader's token, in every namespace or on a Pod that need not exist. */
    function askFor(path: string): Promise<number | undefined> {
      const [{ server, caFile }] = simulator.clusters;
      const inPod = path.replace('/pods/', '/namespaces/default/pods/any/');
      return new Promise((resolve, reject) => {
        get(
          `${server}${inPod}`,
          {
            ca: readFileSync(caFile),
            headers: { authorization: `Bearer ${token}` },
          },
          response => {
            response.resume();
            resolve(response.statusCode);
          },
        ).on('error', reject);
      });
    }
  });
});
