import { parseEntityRef } from '@backstage/catalog-model';
import {
  configApiRef,
  useApi,
  useApiHolder,
  useRouteRef,
} from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { MovePlan } from '../model/movePlan';
import { migrationTemplateRouteRef } from '../routes';
import { useAnswer } from './useAnswer';

/** Nobody to ask: an app may have the card without the catalog's own pages. */
const noCatalog = {};

/** A template does not come and go; one look in a quarter of an hour is enough. */
const intervalMs = 15 * 60_000;

/**
 * Gives the address of the template that moves Ingresses, filled in with a plan; `undefined` where the app has no
 * scaffolder, or the catalog no such template that the user may see.
 */
export function useMoveAddress(): ((plan: MovePlan) => string) | undefined {
  const templateRoute = useRouteRef(migrationTemplateRouteRef);
  const catalogApi = useApiHolder().get(catalogApiRef);
  const config = useApi(configApiRef);
  const templateRef =
    config.getOptionalString('aksTraffic.goldenPath.migrationTemplate') ??
    'template:default/migrate-ingress';
  const { value: exists } = useAnswer({
    of: catalogApi ?? noCatalog,
    question: templateRef,
    ask: async () =>
      templateRoute !== undefined &&
      catalogApi !== undefined &&
      (await catalogApi.getEntityByRef(templateRef)) !== undefined,
    intervalMs,
  });
  if (templateRoute === undefined || !exists) {
    return undefined;
  }
  const { namespace, name } = parseEntityRef(templateRef, {
    defaultKind: 'template',
    defaultNamespace: 'default',
  });
  return plan => {
    const query = new URLSearchParams({ formData: JSON.stringify(plan) });
    return `${templateRoute({ namespace, templateName: name })}?${query}`;
  };
}
