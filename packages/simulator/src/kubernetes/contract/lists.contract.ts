import assert from 'node:assert/strict';
import type { ContractCase, ContractTarget } from './ContractTarget';

const METADATA =
  'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1';

/** Lists and their pages. */
export const listsContract: ContractCase[] = [
  {
    name: 'leaves apiVersion and kind out of the items of built-in lists',
    async run({ request, builtIn }) {
      const list = (await request(`${builtIn.path}?limit=2`)).json();
      assert.equal(list.kind, `${builtIn.kind}List`);
      for (const item of list.items) {
        assert.equal(item.apiVersion, undefined);
        assert.equal(item.kind, undefined);
        assert.ok(item.metadata.uid);
        assert.ok(Array.isArray(item.metadata.managedFields));
      }
    },
  },
  {
    name: 'keeps apiVersion and kind in the items of custom resource lists',
    needs: ['custom'],
    async run({ request, custom }) {
      const list = (await request(custom!.path)).json();
      assert.equal(list.kind, `${custom!.kind}List`);
      for (const item of list.items) {
        assert.equal(item.kind, custom!.kind);
        assert.equal(item.apiVersion, `${custom!.group}/${custom!.version}`);
      }
    },
  },
  {
    name: 'gives all pages of a list one resourceVersion and loses nothing between them',
    async run(target) {
      const whole = (await target.request(target.builtIn.path)).json();
      const pages = await readPages(target, 1);
      assert.equal(
        new Set(pages.map(page => page.metadata.resourceVersion)).size,
        1,
      );
      assert.deepEqual(
        pages.flatMap(page => page.items.map(identify)),
        whole.items.map(identify),
      );
    },
  },
  {
    name: 'tells with a page how many items are left',
    async run({ request, builtIn }) {
      const first = (await request(`${builtIn.path}?limit=1`)).json();
      const whole = (await request(builtIn.path)).json();
      assert.equal(first.items.length, 1);
      assert.equal(first.metadata.remainingItemCount, whole.items.length - 1);
    },
  },
  {
    name: 'makes continue tokens of base64 JSON with version, revision and start',
    async run({ request, builtIn }) {
      const { metadata } = (await request(`${builtIn.path}?limit=1`)).json();
      const token = JSON.parse(
        Buffer.from(metadata.continue, 'base64url').toString(),
      );
      assert.equal(token.v, 'meta.k8s.io/v1');
      assert.equal(String(token.rv), metadata.resourceVersion);
      assert.equal(typeof token.start, 'string');
    },
  },
  {
    name: 'ignores the limit at resourceVersion=0',
    async run({ request, builtIn }) {
      const list = (
        await request(`${builtIn.path}?limit=1&resourceVersion=0`)
      ).json();
      assert.ok(list.items.length >= 3);
      assert.ok(!list.metadata.continue);
    },
  },
  {
    name: 'refuses a continue token that means nothing with 400',
    async run({ request, builtIn }) {
      for (const token of ['nonsense', 'e30', '%7B%7D']) {
        const response = await request(
          `${builtIn.path}?limit=1&continue=${token}`,
        );
        assert.equal(response.status, 400, token);
        assert.equal(response.json().reason, 'BadRequest');
      }
    },
  },
  {
    name: 'refuses a resourceVersion beside a continue token with 400',
    async run({ request, builtIn }) {
      const { metadata } = (await request(`${builtIn.path}?limit=1`)).json();
      const response = await request(
        `${builtIn.path}?limit=1&continue=${metadata.continue}&resourceVersion=${metadata.resourceVersion}`,
      );
      assert.equal(response.status, 400);
      assert.match(response.json().message, /not allowed when using continue/);
    },
  },
  {
    name: 'refuses a resourceVersionMatch without a resourceVersion',
    async run({ request, builtIn }) {
      const response = await request(
        `${builtIn.path}?resourceVersionMatch=Exact`,
      );
      assert.equal(response.status, 422);
      assert.match(
        response.json().message,
        /forbidden unless resourceVersion is provided/,
      );
    },
  },
  {
    name: 'gives an exact revision, or anything not older',
    async run({ request, builtIn }) {
      const { metadata } = (await request(`${builtIn.path}?limit=1`)).json();
      const revision = metadata.resourceVersion;
      const exact = await request(
        `${builtIn.path}?limit=1&resourceVersion=${revision}&resourceVersionMatch=Exact`,
      );
      assert.equal(exact.json().metadata.resourceVersion, revision);
      const newer = await request(
        `${builtIn.path}?resourceVersion=${revision}&resourceVersionMatch=NotOlderThan`,
      );
      assert.equal(newer.status, 200);
    },
  },
  {
    name: 'finds one object by fieldSelector',
    async run({ request, builtIn }) {
      const [item] = (await request(`${builtIn.path}?limit=1`)).json().items;
      const { name } = item.metadata;
      const found = (
        await request(`${builtIn.path}?fieldSelector=metadata.name%3D${name}`)
      ).json();
      assert.ok(found.items.length > 0);
      for (const { metadata } of found.items) {
        assert.equal(metadata.name, name);
      }
    },
  },
  {
    name: 'does not tell what is left when a selector is used',
    async run({ request, builtIn }) {
      const list = (
        await request(`${builtIn.path}?limit=1&labelSelector=!no-such-label`)
      ).json();
      assert.ok(list.metadata.continue);
      assert.equal(list.metadata.remainingItemCount, undefined);
    },
  },
  {
    name: 'refuses a label selector that cannot be read with 400',
    async run({ request, builtIn }) {
      const response = await request(
        `${builtIn.path}?labelSelector=${encodeURIComponent('a in b')}`,
      );
      assert.equal(response.status, 400);
      assert.match(response.json().message, /unable to parse requirement/);
    },
  },
  {
    name: 'shows metadata alone when asked to',
    async run({ request, builtIn }) {
      const list = (
        await request(`${builtIn.path}?limit=2`, { accept: METADATA })
      ).json();
      assert.equal(list.kind, 'PartialObjectMetadataList');
      assert.equal(list.apiVersion, 'meta.k8s.io/v1');
      for (const item of list.items) {
        assert.equal(item.kind, 'PartialObjectMetadata');
        assert.equal(item.spec, undefined);
        assert.ok(item.metadata.name);
      }
    },
  },
  {
    name: 'lists a namespace that does not exist as empty',
    async run({ request, builtIn }) {
      const path = builtIn.namespaced
        ? builtIn.path.replace(/\/([^/]+)$/, '/namespaces/no-such-namespace/$1')
        : `${builtIn.path}?labelSelector=no-such-label`;
      const response = await request(path);
      assert.equal(response.status, 200);
      assert.deepEqual(response.json().items, []);
    },
  },
  {
    name: 'shows in later pages nothing that happened after the first',
    needs: ['controls'],
    async run(target) {
      const { request, builtIn, controls } = target;
      const before = (await request(builtIn.path)).json().items.map(identify);
      const first = (await request(`${builtIn.path}?limit=1`)).json();
      controls!.apply('zz-came-later');
      const rest = (
        await request(`${builtIn.path}?continue=${first.metadata.continue}`)
      ).json();
      controls!.remove('zz-came-later');
      assert.deepEqual([...first.items, ...rest.items].map(identify), before);
    },
  },
  {
    name: 'answers an outdated continue token with 410 and a fresh one that goes on in the current state',
    needs: ['controls'],
    async run({ request, builtIn, controls }) {
      const first = (await request(`${builtIn.path}?limit=1`)).json();
      controls!.compact();
      const refused = await request(
        `${builtIn.path}?limit=1&continue=${first.metadata.continue}`,
      );
      assert.equal(refused.status, 410);
      const status = refused.json();
      assert.equal(status.reason, 'Expired');
      assert.ok(status.metadata.continue);

      const rest = (
        await request(`${builtIn.path}?continue=${status.metadata.continue}`)
      ).json();
      const whole = (await request(builtIn.path)).json();
      assert.deepEqual(
        [...first.items, ...rest.items].map(identify),
        whole.items.map(identify),
      );
      assert.notEqual(
        rest.metadata.resourceVersion,
        first.metadata.resourceVersion,
      );
    },
  },
  {
    name: 'answers for an exact revision that is too old with 410',
    needs: ['controls'],
    async run({ request, builtIn, controls }) {
      const { metadata } = (await request(`${builtIn.path}?limit=1`)).json();
      controls!.compact();
      const response = await request(
        `${builtIn.path}?resourceVersion=${metadata.resourceVersion}&resourceVersionMatch=Exact`,
      );
      assert.equal(response.status, 410);
      assert.equal(response.json().reason, 'Expired');
    },
  },
];

async function readPages(
  { request, builtIn }: ContractTarget,
  limit: number,
): Promise<any[]> {
  const pages: any[] = [];
  let token = '';
  do {
    const page = (
      await request(
        `${builtIn.path}?limit=${limit}${token && `&continue=${token}`}`,
      )
    ).json();
    pages.push(page);
    token = page.metadata.continue ?? '';
  } while (token !== '' && pages.length < 50);
  if (token !== '') {
    const rest = await request(`${builtIn.path}?continue=${token}`);
    pages.push(rest.json());
  }
  return pages;
}

function identify({ metadata }: any): string {
  return `${metadata.namespace ?? ''}/${metadata.name}`;
}
