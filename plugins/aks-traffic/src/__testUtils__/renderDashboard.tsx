import { Entity } from '@backstage/catalog-model';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { AksTrafficApi } from 'backstage-plugin-aks-traffic-common';
import { ReactElement } from 'react';
import { useLocation } from 'react-router-dom';
import {
  campaignHistory,
  listOf,
  summaryOf,
} from '../../dev/fixtures/dashboard';
import { aksTrafficApiRef } from '../api/aksTrafficApiRef';
import { dashboardRouteRef, migrationTemplateRouteRef } from '../routes';

/** A backend that knows a campaign and nothing else; what a test is about is given to it. */
export function fakeApi(answers: Partial<AksTrafficApi>): AksTrafficApi {
  const unknown = () => Promise.reject(new Error('Nobody should ask for this'));
  return {
    getEntityTraffic: unknown,
    getEntityObjects: unknown,
    refreshCluster: unknown,
    createWaiver: unknown,
    revokeWaiver: unknown,
    exportServices: unknown,
    getSummary: async ({ groupBy }) => summaryOf({ groupBy }),
    getHistory: async () => campaignHistory,
    listServices: async () => listOf([]),
    listClusters: async () => ({ items: [] }),
    listWaivers: async () => ({ items: [], pageInfo: {} }),
    ...answers,
  } as AksTrafficApi;
}

function Address() {
  const { pathname, search } = useLocation();
  return <output data-testid="address">{`${pathname}${search}`}</output>;
}

/** Renders a tab of the dashboard at an address, in an app that has the catalog. */
export function renderDashboard(
  element: ReactElement,
  options: {
    api: AksTrafficApi;
    address?: string;
    isAllowed?: boolean;
    entities?: Entity[];
  },
) {
  const {
    entities = [],
    api,
    address = '/aks-traffic/services',
    isAllowed = true,
  } = options;
  return renderInTestApp(
    <>
      {element}
      <Address />
    </>,
    {
      initialRouteEntries: [address],
      mountedRoutes: {
        '/aks-traffic': dashboardRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/create/:namespace/:templateName': migrationTemplateRouteRef,
      } as never,
      apis: [
        [aksTrafficApiRef, api],
        [catalogApiRef, catalogApiMock({ entities })],
        [
          permissionApiRef,
          mockApis.permission({
            authorize: isAllowed ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
          }),
        ],
      ] as const,
    },
  );
}
