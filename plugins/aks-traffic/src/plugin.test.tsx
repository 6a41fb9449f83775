import { Entity } from '@backstage/catalog-model';
import {
  createFrontendPlugin,
  createRouteRef,
  createSubRouteRef,
  FrontendFeature,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  catalogApiMock,
  createTestEntityPage,
} from '@backstage/plugin-catalog-react/testUtils';
import { registerMswTestHooks } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { kubernetesAnnotations } from 'backstage-plugin-aks-traffic-common';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { assessed } from '../dev/fixtures/assessments';
import { managedNginx } from '../dev/fixtures/systems';
import { notAnnotated } from '../dev/fixtures/troubled';
import { entityOf } from './__testUtils__/entities';
import aksTrafficPlugin from './index';

// Mounting a whole app takes seconds on a busy machine.
jest.setTimeout(60_000);

const trafficUrl =
  'http://backend.test/api/aks-traffic/v1/entities/:kind/:namespace/:name/traffic';

/** The extensions of the plugin on an entity's page; a test page shows both at once, so each is looked at alone. */
const card = 'entity-card:aks-traffic/traffic';
const tab = 'entity-content:aks-traffic/traffic';

function renderEntityPage(
  entity: Entity,
  extensions: (string | object)[] = [{ [tab]: false }],
  others: { features?: FrontendFeature[]; entities?: Entity[] } = {},
) {
  const { features = [], entities = [] } = others;
  return renderTestApp({
    apis: [[catalogApiRef, catalogApiMock({ entities })]],
    config: {
      app: {
        baseUrl: 'http://portal.test',
        extensions: extensions as string[],
      },
      backend: { baseUrl: 'http://backend.test' },
    },
    features: [aksTrafficPlugin, ...features],
    extensions: [createTestEntityPage({ entity })],
  });
}

const scaffolderRoot = createRouteRef();

/** As much of the scaffolder as a link to a template needs. */
const scaffolder = createFrontendPlugin({
  pluginId: 'scaffolder',
  routes: {
    selectedTemplate: createSubRouteRef({
      parent: scaffolderRoot,
      path: '/templates/:namespace/:templateName',
    }),
  },
  extensions: [
    PageBlueprint.make({
      params: {
        path: '/create',
        routeRef: scaffolderRoot,
        loader: async () => <div />,
      },
    }),
  ],
});

const migrationTemplate: Entity = {
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
  metadata: { name: 'migrate-ingress', namespace: 'default' },
};

/** The part of app-config that configures the card. */
function configured(config: Record<string, string | object | undefined>) {
  return [{ [card]: { config } }, { [tab]: false }];
}

describe('aksTrafficPlugin', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  it('shows on the entity page what the backend answers', async () => {
    server.use(
      http.get(trafficUrl, ({ params }) =>
        HttpResponse.json({
          ...managedNginx,
          services: managedNginx.services.map(service => ({
            ...service,
            service: `${params.kind}-${params.namespace}-${params.name}`,
          })),
        }),
      ),
    );
    renderEntityPage(
      entityOf({ annotations: { [kubernetesAnnotations.id]: 'storefront' } }),
    );

    expect(
      await screen.findByText('Application routing add-on (managed NGINX)'),
    ).toBeVisible();
    expect(
      screen.getByText(/^component-default-storefront in namespace shop/),
    ).toBeVisible();
  });

  it.each([
    ['https://example.com/docs', 'https://example.com/docs/rules/rule.md'],
    [undefined, undefined],
  ])('with docsUrl %s links rules to %s', async (docsUrl, address) => {
    server.use(
      http.get(trafficUrl, () =>
        HttpResponse.json({
          ...managedNginx,
          services: managedNginx.services.map(service => ({
            ...service,
            findings: service.findings.map(finding => ({
              ...finding,
              docs: 'docs/rules/rule.md',
            })),
          })),
        }),
      ),
    );
    renderEntityPage(entityOf({}), configured({ docsUrl }));

    await userEvent.click(await screen.findByRole('button', { name: /^Risk/ }));
    expect(
      (await screen.findByText(/^Documentation of rule/)).getAttribute('href'),
    ).toBe(address ?? null);
  });

  it('shows a component without annotations how to get them', async () => {
    server.use(http.get(trafficUrl, () => HttpResponse.json(notAnnotated)));
    renderEntityPage(entityOf({}));

    expect(await screen.findByText('Not linked to Kubernetes')).toBeVisible();
  });

  it('says so when the user may not see it', async () => {
    server.use(
      http.get(trafficUrl, () =>
        HttpResponse.json(
          {
            error: { name: 'NotAllowedError', message: 'Unauthorized' },
            response: { statusCode: 403 },
          },
          { status: 403 },
        ),
      ),
    );
    renderEntityPage(entityOf({}));

    expect(await screen.findByText('You may not see this')).toBeVisible();
  });

  it('passes on why the backend failed', async () => {
    server.use(
      http.get(trafficUrl, () =>
        HttpResponse.json(
          {
            error: { name: 'Error', message: 'the database is locked' },
            response: { statusCode: 500 },
          },
          { status: 500 },
        ),
      ),
    );
    renderEntityPage(entityOf({}));

    expect(await screen.findByText('the database is locked')).toBeVisible();
  });

  it.each(Object.values(kubernetesAnnotations))(
    'shows any kind of entity that has %s',
    async annotation => {
      server.use(http.get(trafficUrl, () => HttpResponse.json(managedNginx)));
      renderEntityPage(
        entityOf({ kind: 'System', annotations: { [annotation]: 'x' } }),
      );

      expect(await screen.findByText('Traffic')).toBeVisible();
    },
  );

  it('has a tab with the whole of it', async () => {
    server.use(http.get(trafficUrl, () => HttpResponse.json(managedNginx)));
    renderEntityPage(entityOf({}), [
      { [card]: false },
      { [tab]: { config: { docsUrl: 'https://example.com/docs' } } },
    ]);

    for (const name of ['Path', 'Risk of staying', 'Findings', 'Raw objects']) {
      expect(await screen.findByRole('region', { name })).toBeVisible();
    }
  });

  it('plans the move in the scaffolder where there is a template for it', async () => {
    server.use(http.get(trafficUrl, () => HttpResponse.json(assessed)));
    renderEntityPage(entityOf({}), [{ [tab]: false }], {
      features: [scaffolder],
      entities: [migrationTemplate],
    });

    const link = await screen.findByRole('link', { name: 'Plan the move' });
    const { pathname, searchParams } = new URL(
      link.getAttribute('href')!,
      'http://portal.test',
    );
    expect(pathname).toBe('/create/templates/default/migrate-ingress');
    expect(JSON.parse(searchParams.get('formData')!)).toMatchObject({
      cluster: 'aks-shop-weu',
      namespace: 'shop',
      ingresses: ['shop/storefront'],
    });
  });

  it.each([
    ['the catalog has no template for it', [scaffolder], []],
    ['the app has no scaffolder', [], [migrationTemplate]],
  ])('plans no move where %s', async (_, features, entities) => {
    server.use(http.get(trafficUrl, () => HttpResponse.json(assessed)));
    renderEntityPage(entityOf({}), [{ [tab]: false }], { features, entities });

    await screen.findByRole('button', { name: /^Risk/ });
    expect(
      screen.queryByRole('link', { name: 'Plan the move' }),
    ).not.toBeInTheDocument();
  });

  it('has a page whose first tab is the one the campaign is run from', async () => {
    server.use(
      http.get('http://backend.test/api/aks-traffic/v1/*', () =>
        HttpResponse.json({}, { status: 403 }),
      ),
    );
    renderTestApp({
      config: {
        app: { baseUrl: 'http://portal.test' },
        backend: { baseUrl: 'http://backend.test' },
      },
      features: [aksTrafficPlugin],
      initialRouteEntries: ['/aks-traffic'],
    });

    const tabs = await screen.findAllByRole('tab');
    expect(tabs.map(({ textContent }) => textContent)).toEqual([
      'Services',
      'Clusters',
      'Waivers',
    ]);
    expect(
      await screen.findByRole('tab', { name: 'Services', selected: true }),
    ).toBeVisible();
  });

  it('leaves other entities alone', async () => {
    renderEntityPage(entityOf({ kind: 'Group' }), []);

    expect(await screen.findByTestId('empty-entity-page')).toBeInTheDocument();
  });

  it('can be limited to annotated entities by configuration', async () => {
    renderEntityPage(
      entityOf({}),
      configured({
        filter: {
          [`metadata.annotations.${kubernetesAnnotations.id}`]: {
            $exists: true,
          },
        },
      }),
    );

    expect(await screen.findByTestId('empty-entity-page')).toBeInTheDocument();
  });
});
