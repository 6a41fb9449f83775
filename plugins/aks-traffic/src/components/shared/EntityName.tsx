import { Link } from '@backstage/ui';
import {
  entityRouteParams,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { useRouteIfMounted } from '../../hooks/useRouteIfMounted';
import { entityName } from '../../text/groupName';

/** An entity by its reference, such as an owner or a System, leading to its page where the app has one. */
export function EntityName(props: { entityRef: string }) {
  const { entityRef } = props;
  const entityRoute = useRouteIfMounted(entityRouteRef);
  const address = entityRoute && addressOf(entityRoute, entityRef);
  return address === undefined ? (
    <>{entityName(entityRef)}</>
  ) : (
    <Link href={address} variant="body-medium">
      {entityName(entityRef)}
    </Link>
  );
}

/** `undefined` for what is no reference: it comes from data. */
function addressOf(
  route: (params: ReturnType<typeof entityRouteParams>) => string,
  entityRef: string,
): string | undefined {
  try {
    return route(entityRouteParams(entityRef));
  } catch {
    return undefined;
  }
}
