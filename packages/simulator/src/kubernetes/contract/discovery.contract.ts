import assert from 'node:assert/strict';
import type { ContractCase } from './ContractTarget';

const AGGREGATED =
  'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,' +
  'application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList';

/** How a client finds out what there is. */
export const discoveryContract: ContractCase[] = [
  {
    name: 'tells its version',
    async run({ request }) {
      const { gitVersion, major } = (await request('/version')).json();
      assert.match(gitVersion, /^v1\.\d+\.\d+/);
      assert.equal(major, '1');
    },
  },
  {
    name: 'tells all groups and resources in one document',
    async run({ request, builtIn }) {
      const response = await request('/apis', { accept: AGGREGATED });
      assert.equal(response.status, 200);
      assert.match(
        String(response.headers['content-type']),
        /as=APIGroupDiscoveryList/,
      );
      const document = response.json();
      assert.equal(document.kind, 'APIGroupDiscoveryList');
      const apps = document.items.find(
        (item: any) => item.metadata.name === 'apps',
      );
      const deployments = apps.versions[0].resources.find(
        (resource: any) => resource.resource === 'deployments',
      );
      assert.equal(deployments.scope, 'Namespaced');
      assert.equal(deployments.responseKind.kind, 'Deployment');
      assert.equal(deployments.singularResource, 'deployment');
      assert.ok(deployments.verbs.includes('list'));
      assert.ok(
        builtIn.group === '' ||
          JSON.stringify(document).includes(builtIn.resource),
      );
    },
  },
  {
    name: 'names the core group by its absence in the document at /api',
    async run({ request }) {
      const document = (await request('/api', { accept: AGGREGATED })).json();
      assert.equal(document.items.length, 1);
      assert.ok(!document.items[0].metadata.name);
      assert.equal(document.items[0].versions[0].version, 'v1');
      assert.ok(
        document.items[0].versions[0].resources.some(
          (resource: any) => resource.resource === 'services',
        ),
      );
    },
  },
  {
    name: 'tells groups and resources one by one to clients that ask for plain JSON',
    async run({ request, builtIn }) {
      const groups = (await request('/apis')).json();
      assert.equal(groups.kind, 'APIGroupList');
      const apps = groups.groups.find((group: any) => group.name === 'apps');
      assert.equal(apps.preferredVersion.groupVersion, 'apps/v1');

      const path =
        builtIn.group === ''
          ? '/api/v1'
          : `/apis/${builtIn.group}/${builtIn.version}`;
      const list = (await request(path)).json();
      assert.equal(list.kind, 'APIResourceList');
      const entry = list.resources.find(
        (resource: any) => resource.name === builtIn.resource,
      );
      assert.equal(entry.kind, builtIn.kind);
      assert.equal(entry.namespaced, builtIn.namespaced);
      assert.deepEqual((await request('/api')).json().versions, ['v1']);
    },
  },
  {
    name: 'knows a group that is not installed as a page that is not there, without a Status',
    async run({ request }) {
      const response = await request('/apis/not.installed.example/v1');
      assert.equal(response.status, 404);
      assert.match(String(response.headers['content-type']), /^text\/plain/);
      assert.equal(response.text.trim(), '404 page not found');
    },
  },
];
