import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AksTrafficApi } from 'backstage-plugin-aks-traffic-common';
import { assessed } from '../../../../dev/fixtures/assessments';
import { listItem, listOf } from '../../../../dev/fixtures/dashboard';
import {
  fakeApi,
  renderDashboard,
} from '../../../__testUtils__/renderDashboard';
import { ServicesPage } from '../services/ServicesPage';

// Mounting a whole app takes seconds on a busy machine.
jest.setTimeout(60_000);

const template = {
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
  metadata: { name: 'migrate-ingress', namespace: 'default' },
};

const [{ cluster, namespace, service }] = assessed.services;
const row = listItem({ cluster, namespace, service });

function renderRows(answers: Partial<AksTrafficApi>) {
  return renderDashboard(<ServicesPage />, {
    api: fakeApi({
      listServices: async () =>
        listOf([row, listItem({ service: 'done', state: 'moved' })]),
      ...answers,
    }),
    entities: [template],
  });
}

async function planned(): Promise<Record<string, unknown>> {
  await userEvent.click(
    await screen.findByRole('button', { name: `Plan the move of ${service}` }),
  );
  const address = screen.getByTestId('address');
  await waitFor(() => expect(address).toHaveTextContent(/^\/create/));
  const { pathname, searchParams } = new URL(
    address.textContent!,
    'http://portal.test',
  );
  expect(pathname).toBe('/create/default/migrate-ingress');
  return JSON.parse(searchParams.get('formData')!);
}

describe('Plan the move, of a row', () => {
  it('fills the template in with what is known of the service, for what is at risk only', async () => {
    renderRows({ getEntityTraffic: async () => assessed });

    expect(await planned()).toMatchObject({
      entityRef: assessed.entityRef,
      ingresses: ['shop/storefront'],
    });
    expect(
      screen.queryByRole('button', { name: 'Plan the move of done' }),
    ).not.toBeInTheDocument();
  });

  it('starts with what the row knows where the rest cannot be read', async () => {
    renderRows({
      getEntityTraffic: () => Promise.reject(new Error('the backend is gone')),
    });

    expect(await planned()).toEqual({
      entityRef: row.entityRef,
      cluster,
      namespace,
    });
  });
});
