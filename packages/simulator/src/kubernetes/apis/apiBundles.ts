import type { ApiResource, StoredObject } from '../../estate/types';
import type { ApiBundle } from './ApiBundle';
import { azureApiBundles } from './azureApis';
import { builtInApis } from './builtInApis';
import { createCustomResourceDefinitions } from './createCustomResourceDefinitions';
import { gatewayApiBundles } from './gatewayApis';
import { istioApiBundles } from './istioApis';
import { vendorApiBundles } from './vendorApis';

const bundlesByName: ReadonlyMap<string, ApiBundle> = new Map(
  [
    { name: 'core', apis: builtInApis },
    ...gatewayApiBundles,
    ...azureApiBundles,
    ...istioApiBundles,
    ...vendorApiBundles,
  ].map(bundle => [bundle.name, bundle]),
);

/** Sets of resources by the name that an estate uses for them. */
export const apiBundles: ReadonlyMap<string, ApiResource[]> = new Map(
  [...bundlesByName].map(([name, { apis }]) => [name, apis]),
);

/**
 * The CustomResourceDefinitions of a bundle, new objects at each call; none for `core`.
 * Throws when there is no bundle of that name.
 */
export function crdsOf(bundleName: string): StoredObject[] {
  return createCustomResourceDefinitions(findBundle(bundleName));
}

/**
 * The resources of several bundles together, each named once.
 * Throws when there is no bundle of one of the names.
 */
export function apisOf(bundleNames: string[]): ApiResource[] {
  const byPath = new Map<string, ApiResource>();
  for (const name of bundleNames) {
    for (const api of findBundle(name).apis) {
      byPath.set(`${api.group}/${api.version}/${api.resource}`, api);
    }
  }
  return [...byPath.values()];
}

function findBundle(name: string): ApiBundle {
  const bundle = bundlesByName.get(name);
  if (!bundle) {
    throw new Error(
      `There is no API bundle named '${name}'. Known bundles: ${[
        ...bundlesByName.keys(),
      ].join(', ')}`,
    );
  }
  return bundle;
}
