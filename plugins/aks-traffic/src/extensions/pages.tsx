import {
  coreExtensionData,
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import { RiRouteLine } from '@remixicon/react';
import { ToFirstTab } from '../components/dashboard/ToFirstTab';
import { dashboardRouteRef } from '../routes';
import { docsUrlSchema } from './docsUrlSchema';

/**
 * The dashboard; its tabs are extensions of their own, so that an app can leave one out or add one. The address of the
 * page itself leads to the first tab.
 */
export const dashboardPage = PageBlueprint.makeWithOverrides({
  factory(originalFactory, { inputs }) {
    const page = originalFactory({
      path: '/aks-traffic',
      title: 'AKS Traffic',
      icon: <RiRouteLine />,
      routeRef: dashboardRouteRef,
    });
    return [
      ...[...page].filter(({ id }) => id !== coreExtensionData.reactElement.id),
      coreExtensionData.reactElement(
        <ToFirstTab path={inputs.pages[0]?.get(coreExtensionData.routePath)}>
          {page.get(coreExtensionData.reactElement)}
        </ToFirstTab>,
      ),
    ];
  },
});

const attachTo = { id: 'page:aks-traffic', input: 'pages' } as const;

/** The tab that the campaign is run from. */
export const servicesPage = SubPageBlueprint.makeWithOverrides({
  name: 'services',
  attachTo,
  configSchema: { docsUrl: docsUrlSchema },
  factory(originalFactory, { config }) {
    return originalFactory({
      path: 'services',
      title: 'Services',
      loader: async () => {
        const { ServicesPage } = await import(
          '../components/dashboard/services/ServicesPage'
        );
        return <ServicesPage docsUrl={config.docsUrl} />;
      },
    });
  },
});

/** The tab about the clusters and what could not be read of them. */
export const clustersPage = SubPageBlueprint.makeWithOverrides({
  name: 'clusters',
  attachTo,
  configSchema: { docsUrl: docsUrlSchema },
  factory(originalFactory, { config }) {
    return originalFactory({
      path: 'clusters',
      title: 'Clusters',
      loader: async () => {
        const { ClustersPage } = await import(
          '../components/clusters/ClustersPage'
        );
        return <ClustersPage docsUrl={config.docsUrl} />;
      },
    });
  },
});

/** The tab about the findings that somebody accepted for a time. */
export const waiversPage = SubPageBlueprint.makeWithOverrides({
  name: 'waivers',
  attachTo,
  configSchema: { docsUrl: docsUrlSchema },
  factory(originalFactory, { config }) {
    return originalFactory({
      path: 'waivers',
      title: 'Waivers',
      loader: async () => {
        const { WaiversPage } = await import(
          '../components/waivers/WaiversPage'
        );
        return <WaiversPage docsUrl={config.docsUrl} />;
      },
    });
  },
});
