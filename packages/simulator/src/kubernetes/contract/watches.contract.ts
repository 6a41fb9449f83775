import assert from 'node:assert/strict';
import type { ContractCase, ContractTarget } from './ContractTarget';

const SHORT = 'watch=true&timeoutSeconds=1';

/** Watches. */
export const watchesContract: ContractCase[] = [
  {
    name: 'begins a watch without resourceVersion with what is there, and ends it at timeoutSeconds',
    async run({ watch, request, builtIn }) {
      const list = (await request(builtIn.path)).json();
      const events = await collect(watch(`${builtIn.path}?${SHORT}`));
      assert.ok(events.length >= list.items.length);
      for (const event of events.slice(0, list.items.length)) {
        assert.equal(event.type, 'ADDED');
        assert.equal(event.object.kind, builtIn.kind);
        assert.ok(event.object.apiVersion);
      }
    },
  },
  {
    name: 'marks the end of the initial events of a streamed list',
    async run({ watch, request, builtIn }) {
      const list = (await request(builtIn.path)).json();
      const events = await collect(
        watch(
          `${builtIn.path}?${SHORT}&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true`,
        ),
      );
      const end = events.findIndex(event => event.type === 'BOOKMARK');
      assert.ok(end >= list.items.length);
      assert.equal(
        events[end].object.metadata.annotations['k8s.io/initial-events-end'],
        'true',
      );
      assert.ok(events[end].object.metadata.resourceVersion);
    },
  },
  {
    name: 'refuses initial events without resourceVersionMatch',
    async run({ request, builtIn }) {
      const response = await request(
        `${builtIn.path}?${SHORT}&sendInitialEvents=true`,
      );
      assert.equal(response.status, 422);
      assert.match(
        response.json().message,
        /sendInitialEvents requires setting resourceVersionMatch to NotOlderThan/,
      );
    },
  },
  {
    name: 'sends nothing of before to a watch from the revision of a list',
    needs: ['controls'],
    async run(target) {
      const events = await collect(target.watch(await watchFromNow(target)));
      assert.deepEqual(events, []);
    },
  },
  {
    name: 'sends what happens after the revision of a list, in order',
    needs: ['controls'],
    async run(target) {
      const path = await watchFromNow(target);
      target.controls!.apply('watched');
      const reading = collect(target.watch(path));
      target.controls!.apply('watched', { step: 'two' });
      target.controls!.remove('watched');
      const events = await reading;
      assert.deepEqual(
        events.map(({ type, object }) => `${type} ${object.metadata.name}`),
        ['ADDED watched', 'MODIFIED watched', 'DELETED watched'],
      );
      const revisions = events.map(({ object }) =>
        Number(object.metadata.resourceVersion),
      );
      assert.ok(revisions[0] < revisions[1] && revisions[1] < revisions[2]);
    },
  },
  {
    name: 'shows objects that begin or cease to match a selector as added and deleted',
    needs: ['controls'],
    async run(target) {
      const path = await watchFromNow(target);
      const { controls, watch } = target;
      controls!.apply('selected');
      controls!.apply('selected', { chosen: 'yes' });
      controls!.apply('selected', {});
      const events = await collect(watch(`${path}&labelSelector=chosen`));
      controls!.remove('selected');
      assert.deepEqual(
        events.map(({ type }) => type),
        ['ADDED', 'DELETED'],
      );
    },
  },
  {
    name: 'answers a watch from a compacted revision with 200 and one ERROR event of code 410',
    needs: ['controls'],
    async run(target) {
      const path = await watchFromNow(target);
      target.controls!.compact();
      const events = await collect(target.watch(path));
      assert.equal(events.length, 1);
      assert.equal(events[0].type, 'ERROR');
      assert.equal(events[0].object.kind, 'Status');
      assert.equal(events[0].object.code, 410);
      assert.equal(events[0].object.reason, 'Expired');
    },
  },
];

async function watchFromNow({
  request,
  builtIn,
}: ContractTarget): Promise<string> {
  const { metadata } = (await request(`${builtIn.path}?limit=1`)).json();
  return `${builtIn.path}?${SHORT}&resourceVersion=${metadata.resourceVersion}`;
}

async function collect(events: AsyncGenerator<any>): Promise<any[]> {
  const all = [];
  for await (const event of events) {
    all.push(event);
  }
  return all;
}
