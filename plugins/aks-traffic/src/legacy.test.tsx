import { createApp } from '@backstage/app-defaults';
import { AppRouter, FlatRoutes } from '@backstage/core-app-api';
import {
  createTranslationMessages,
  createTranslationResource,
} from '@backstage/core-plugin-api/alpha';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { registerMswTestHooks } from '@backstage/test-utils';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { kubernetesAnnotations } from 'backstage-plugin-aks-traffic-common';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { Route } from 'react-router-dom';
import { managedNginxRetirement } from '../dev/fixtures/retirements';
import { managedNginx } from '../dev/fixtures/systems';
import { entityOf } from './__testUtils__/entities';
import {
  aksTrafficTranslationRef,
  EntityAksTrafficCard,
  isAksTrafficAvailable,
} from './legacy';

// Mounting a whole app takes seconds on a busy machine.
jest.setTimeout(60_000);

const germanMessages = createTranslationMessages({
  ref: aksTrafficTranslationRef,
  full: false,
  messages: {
    'card.title': 'Datenverkehr',
    'support.endsThrough': 'Unterstützt bis Ende {{month}}',
    'exposureName.public': 'Öffentlich',
  },
});

/** A whole app of the old frontend system with nothing but the card on its only page. */
function renderLegacyApp(options: Parameters<typeof createApp>[0] = {}) {
  const app = createApp({
    configLoader: async () => [
      {
        context: 'test',
        data: {
          app: { baseUrl: 'http://localhost' },
          backend: { baseUrl: 'http://backend.test' },
        },
      },
    ],
    ...options,
  });
  const Root = app.createRoot(
    <AppRouter>
      <FlatRoutes>
        <Route
          path="/"
          element={
            <EntityProvider entity={entityOf({})}>
              <EntityAksTrafficCard docsUrl="https://example.com/docs" />
            </EntityProvider>
          }
        />
      </FlatRoutes>
    </AppRouter>,
  );
  return render(<Root />);
}

describe('the legacy entry', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  beforeEach(() => {
    localStorage.clear();
    server.use(
      http.get(
        'http://backend.test/api/aks-traffic/v1/entities/component/default/storefront/traffic',
        () =>
          HttpResponse.json({
            ...managedNginx,
            services: managedNginx.services.map(service => ({
              ...service,
              findings: service.findings.map(finding => ({
                ...finding,
                docs: 'docs/rules/rule.md',
              })),
            })),
            retirements: [{ ...managedNginxRetirement, date: '9999-12-31' }],
          }),
      ),
    );
  });

  it('gives the same card to an app of the old frontend system', async () => {
    renderLegacyApp();

    expect(
      await screen.findByRole('button', {
        name: /^Ingress Application routing add-on \(managed NGINX\)/,
      }),
    ).toBeVisible();
    expect(screen.getByRole('heading', { name: 'Traffic' })).toBeVisible();
  });

  it('takes the address of the documentation as a property', async () => {
    renderLegacyApp();

    await userEvent.click(await screen.findByRole('button', { name: /^Risk/ }));
    expect(
      await screen.findByRole('link', { name: /^Documentation of rule/ }),
    ).toHaveAttribute('href', 'https://example.com/docs/rules/rule.md');
  });

  it("speaks the app's language", async () => {
    renderLegacyApp({
      __experimentalTranslations: {
        defaultLanguage: 'de',
        availableLanguages: ['en', 'de'],
        resources: [
          createTranslationResource({
            ref: aksTrafficTranslationRef,
            translations: {
              de: () => Promise.resolve({ default: germanMessages }),
            },
          }),
        ],
      },
    });

    expect(
      await screen.findByText(/^Unterstützt bis Ende Dezember 9999/),
    ).toBeVisible();
    expect(screen.getByText('Öffentlich')).toBeVisible();
    expect(screen.getByRole('heading', { name: 'Datenverkehr' })).toBeVisible();
  });
});

describe('isAksTrafficAvailable', () => {
  it.each([kubernetesAnnotations.id, kubernetesAnnotations.labelSelector])(
    'is true of an entity with %s',
    annotation => {
      expect(
        isAksTrafficAvailable(entityOf({ annotations: { [annotation]: 'x' } })),
      ).toBe(true);
    },
  );

  it('is false where nothing leads to a Service', () => {
    expect(isAksTrafficAvailable(entityOf({}))).toBe(false);
    expect(
      isAksTrafficAvailable(
        entityOf({ annotations: { [kubernetesAnnotations.namespace]: 'x' } }),
      ),
    ).toBe(false);
  });
});
