import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  applyObject,
  ask,
  deleteObject,
  launchBrowser,
  line,
  openCard,
  signIn,
} from './portal.mjs';
import { statedVerdicts } from './statedVerdicts.mjs';
import { exposureNames } from './words.mjs';

/** What the product promises, in milliseconds; by itself an open page asks again after a minute. */
const promised = 5_000;

/** An entity with one Service, which nothing outside of its cluster reaches. */
const [entity] = [...statedVerdicts()].find(
  ([, stated]) => stated.length === 1 && stated[0].exposure === 'cluster-only',
);

describe('an open traffic card', () => {
  let browser;
  let page;
  let added;

  before(async () => {
    browser = await launchBrowser();
    page = await signIn(browser);
    const { services } = await ask(
      `/entities/component/default/${entity}/traffic`,
    );
    const [{ cluster, namespace }] = services;
    added = {
      cluster,
      object: {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: {
          name: 'opened-meanwhile',
          namespace,
          labels: { 'backstage.io/kubernetes-id': entity },
        },
        spec: { type: 'NodePort', ports: [{ port: 80, nodePort: 31080 }] },
      },
    };
    await watched(cluster);
  });

  after(async () => {
    await deleteObject(added).catch(() => {});
    await browser.close();
  });

  it(`shows what changes in a cluster within ${promised / 1000} s`, async t => {
    await openCard(page, entity);
    const exposure = line(page, 'Exposure');
    assert.ok(
      (await exposure.textContent()).includes(exposureNames['cluster-only']),
    );

    const opened = exposure.filter({ hasText: exposureNames['node-port'] });
    let began = Date.now();
    await applyObject(added);
    await opened.waitFor({ timeout: promised });
    t.diagnostic(`opened after ${Date.now() - began} ms`);

    began = Date.now();
    await deleteObject(added);
    await opened.waitFor({ state: 'detached', timeout: promised });
    t.diagnostic(`closed after ${Date.now() - began} ms`);
  });
});

/** Waits until a cluster is followed, which begins when it was read for the first time. */
async function watched(cluster) {
  const deadline = Date.now() + 120_000;
  while (Date.now() < deadline) {
    const { items } = await ask('/clusters');
    const { freshness } = items.find(({ name }) => name === cluster);
    if (freshness?.mode === 'watched') {
      return;
    }
    await new Promise(resolve => setTimeout(resolve, 500));
  }
  throw new Error(`${cluster} was not watched after two minutes`);
}
