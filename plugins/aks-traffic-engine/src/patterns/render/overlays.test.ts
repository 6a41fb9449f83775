import { PatternId } from 'backstage-plugin-aks-traffic-common';
import { parse } from 'yaml';
import { readManifests } from '../../manifests/readManifests';
import { patterns } from '../patterns';
import { inputs } from './__testUtils__/inputs';
import { PatternInputs } from './PatternInputs';
import { renderPattern } from './renderPattern';

function stagingOf(id: PatternId, given: Partial<PatternInputs> = {}) {
  const { exposures } = patterns.find(pattern => pattern.id === id)!;
  const files = renderPattern(id, {
    ...inputs,
    exposure: exposures[0],
    ...given,
  });
  const { namespace, patches } = parse(
    files.find(({ path }) => path === 'overlays/staging/kustomization.yaml')!
      .content,
  );
  const objects: any[] = files
    .filter(({ path }) => path.startsWith('base/'))
    .flatMap(({ path, content }) => readManifests(content, path).objects);
  for (const { target, patch } of patches) {
    const object = objects.find(
      ({ kind, metadata }) =>
        kind === target.kind && metadata.name === target.name,
    );
    for (const { path, value } of parse(patch)) {
      replace(object, path, value);
    }
  }
  return { namespace, objects };
}

/** As the operation of a JSON patch: what is replaced has to be there. */
function replace(object: any, path: string, value: unknown) {
  const keys = path
    .slice(1)
    .split('/')
    .map(key => key.replace(/~1/g, '/').replace(/~0/g, '~'));
  const last = keys.pop()!;
  const holder = keys.reduce((each, key) => each[key], object);
  expect(holder).toHaveProperty([last]);
  holder[last] = value;
}

describe('overlays', () => {
  it.each(patterns.map(({ id }) => id))(
    'of %s: staging shares neither namespace nor host nor Azure resource with production',
    id => {
      const { namespace, objects } = stagingOf(id);
      // Kustomize changes what is known as a namespace, and leaves the rest.
      const rest = JSON.stringify(objects.map(({ spec }) => spec));

      expect(namespace).toBe('shop-staging');
      expect(rest).not.toMatch(/"shop\.contoso\.com"|"pls-shop"/);
      expect(rest).not.toMatch(/ns\/shop\/|"namespace":"shop"/);
    },
  );

  it.each([
    [{}, 'shop-staging.contoso.com'],
    [{ host: '*.shop.contoso.com' }, '*.shop-staging.contoso.com'],
    [{ host: 'contoso.com' }, 'staging.contoso.com'],
    [{ host: '*.contoso.com' }, '*.staging.contoso.com'],
    [{ stagingHost: 'shop.test.contoso.com' }, 'shop.test.contoso.com'],
  ])('with %j serve staging at %s', (given, host) => {
    const { objects } = stagingOf('app-routing-public', given);

    expect(
      objects
        .filter(({ kind }) => kind === 'HTTPRoute')
        .map(({ spec }) => spec.hostnames),
    ).toEqual([[host], [host]]);
    expect(
      objects
        .find(({ kind }) => kind === 'Gateway')
        .spec.listeners.map(({ hostname }: any) => hostname),
    ).toEqual([host, host]);
  });

  it('let the gateway of staging call the service of staging', () => {
    const { objects } = stagingOf('mesh-gateway');

    expect(
      objects.find(({ kind }) => kind === 'AuthorizationPolicy').spec.rules[0]
        .from[0].source.principals,
    ).toEqual(['cluster.local/ns/shop-staging/sa/shop-istio']);
  });

  it.each([
    ['contoso.azurecr.io/shop:1.4.0', 'contoso.azurecr.io/shop', '1.4.0'],
    ['localhost:5000/shop:1', 'localhost:5000/shop', '1'],
    ['localhost:5000/shop', 'localhost:5000/shop', 'latest'],
    ['contoso.azurecr.io/shop:1@sha256:ab12', 'contoso.azurecr.io/shop', ''],
  ])('names the image %s in the overlays', (image, name, newTag) => {
    const file = renderPattern('cluster-only', {
      ...inputs,
      exposure: 'cluster-only',
      image,
    }).find(({ path }) => path === 'overlays/staging/kustomization.yaml');

    expect(parse(file!.content).images).toEqual([
      newTag === '' ? { name, digest: 'sha256:ab12' } : { name, newTag },
    ]);
  });
});
