import {
  ApiBlueprint,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { AksTrafficClient } from 'backstage-plugin-aks-traffic-common';
import { aksTrafficApiRef } from '../api/aksTrafficApiRef';

export const aksTrafficApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: aksTrafficApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new AksTrafficClient({ discoveryApi, fetchApi }),
    }),
});
