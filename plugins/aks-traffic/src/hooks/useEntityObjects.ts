import { useApi } from '@backstage/frontend-plugin-api';
import { ErrorLike, toError } from '@backstage/errors';
import { EntityObjects } from 'backstage-plugin-aks-traffic-common';
import { useCallback, useEffect, useRef, useState } from 'react';
import { aksTrafficApiRef } from '../api/aksTrafficApiRef';

/** What is known about a request for an entity's objects; nothing until it is made. */
export interface ObjectsRequest {
  objects?: EntityObjects;
  error?: ErrorLike;
  loading: boolean;
}

/** Loads the objects behind an entity's verdicts when it is told to, and not before: they are many and seldom needed. */
export function useEntityObjects(
  entityRef: string,
): ObjectsRequest & { load: () => void } {
  const api = useApi(aksTrafficApiRef);
  const [request, setRequest] = useState<ObjectsRequest>({ loading: false });
  const abort = useRef<AbortController>();

  useEffect(() => {
    setRequest({ loading: false });
    return () => abort.current?.abort();
  }, [api, entityRef]);

  const load = useCallback(async () => {
    abort.current?.abort();
    const { signal } = (abort.current = new AbortController());
    setRequest(({ objects }) => ({ objects, loading: true }));
    try {
      const objects = await api.getEntityObjects(entityRef, { signal });
      if (!signal.aborted) {
        setRequest({ objects, loading: false });
      }
    } catch (error) {
      if (!signal.aborted) {
        setRequest(({ objects }) => ({
          objects,
          error: toError(error),
          loading: false,
        }));
      }
    }
  }, [api, entityRef]);

  return { ...request, load };
}
