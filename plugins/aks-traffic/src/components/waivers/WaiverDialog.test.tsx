import { errorApiRef, translationApiRef } from '@backstage/frontend-plugin-api';
import { mockApis, TestApiProvider } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AksTrafficApi } from 'backstage-plugin-aks-traffic-common';
import { aksTrafficApiRef } from '../../api/aksTrafficApiRef';
import { WaiverDialog } from './WaiverDialog';

const finding = {
  cluster: 'aks-shop',
  namespace: 'shop',
  service: 'storefront',
  ruleId: 'app-routing-nginx-retirement',
  subject: {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    namespace: 'shop',
    name: 'storefront-old',
  },
  message: 'Served by managed NGINX, which is being retired',
};

function renderDialog(createWaiver: jest.Mock) {
  const onClose = jest.fn();
  const onCreated = jest.fn();
  render(
    <TestApiProvider
      apis={[
        [translationApiRef, mockApis.translation()],
        [errorApiRef, mockApis.error()],
        [aksTrafficApiRef, { createWaiver } as unknown as AksTrafficApi],
        [
          catalogApiRef,
          catalogApiMock({
            entities: [
              {
                apiVersion: 'backstage.io/v1alpha1',
                kind: 'Group',
                metadata: { name: 'team-shop', namespace: 'default' },
                spec: { profile: { displayName: 'Shop team' } },
              },
            ],
          }),
        ],
      ]}
    >
      <WaiverDialog
        finding={finding}
        isOpen
        onClose={onClose}
        onCreated={onCreated}
      />
    </TestApiProvider>,
  );
  return { onClose, onCreated };
}

const reason = 'Moves to Gateway API with the next release';

describe('WaiverDialog', () => {
  beforeEach(() => {
    jest
      .useFakeTimers({ advanceTimers: true, doNotFake: ['performance'] })
      .setSystemTime(new Date('2026-11-22T09:00:00Z'));
  });
  afterEach(() => jest.useRealTimers());

  function user() {
    return userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
  }

  it('names what is about to be waived', () => {
    renderDialog(jest.fn());

    expect(screen.getByText(finding.message)).toBeVisible();
    expect(screen.getByText(/storefront-old/)).toBeVisible();
    expect(
      screen.getByText('storefront in namespace shop on aks-shop'),
    ).toBeVisible();
  });

  it('waives the finding until the end of the suggested day, in the name of the reader', async () => {
    const waiver = { id: '1' };
    const createWaiver = jest.fn(async () => waiver);
    const { onCreated, onClose } = renderDialog(createWaiver);

    await user().type(screen.getByLabelText(/^Reason/), `  ${reason} `);
    await user().click(screen.getByRole('button', { name: 'Waive' }));

    await waitFor(() => expect(onCreated).toHaveBeenCalledWith(waiver));
    expect(createWaiver).toHaveBeenCalledWith({
      cluster: 'aks-shop',
      namespace: 'shop',
      service: 'storefront',
      ruleId: 'app-routing-nginx-retirement',
      subject: finding.subject,
      reason,
      owner: undefined,
      expiresAt: '2027-02-20T23:59:59.999Z',
    });
    expect(onClose).toHaveBeenCalled();
  });

  it('waives the same finding of everything else only when asked to', async () => {
    const createWaiver = jest.fn(async () => ({ id: '1' }));
    renderDialog(createWaiver);

    await user().click(screen.getByRole('checkbox'));
    await user().type(screen.getByLabelText(/^Reason/), reason);
    await user().click(screen.getByRole('button', { name: 'Waive' }));

    await waitFor(() =>
      expect(createWaiver).toHaveBeenCalledWith(
        expect.objectContaining({ subject: undefined }),
      ),
    );
  });

  it('names the user or group that was chosen', async () => {
    const createWaiver = jest.fn(async () => ({ id: '1' }));
    renderDialog(createWaiver);

    await user().type(screen.getByLabelText(/^Reason/), reason);
    await user().type(
      screen.getByRole('combobox', { name: /^Who answers/ }),
      'shop',
    );
    await user().click(
      await screen.findByRole('option', { name: /Shop team/ }),
    );
    await user().click(screen.getByRole('button', { name: 'Waive' }));

    await waitFor(() =>
      expect(createWaiver).toHaveBeenCalledWith(
        expect.objectContaining({ owner: 'group:default/team-shop' }),
      ),
    );
  });

  it('asks for a reason of some length before it sends anything', async () => {
    const createWaiver = jest.fn();
    renderDialog(createWaiver);

    await user().type(screen.getByLabelText(/^Reason/), 'soon');
    await user().click(screen.getByRole('button', { name: 'Waive' }));

    expect(
      await screen.findByText('Give a reason of at least 10 characters.'),
    ).toBeVisible();
    expect(createWaiver).not.toHaveBeenCalled();
  });

  it('stays open and says why when the backend refuses', async () => {
    const createWaiver = jest.fn(async () => {
      throw Object.assign(new Error('Request failed with 403'), {
        cause: { name: 'NotAllowedError', message: 'You may not waive this' },
      });
    });
    const { onClose } = renderDialog(createWaiver);

    await user().type(screen.getByLabelText(/^Reason/), reason);
    await user().click(screen.getByRole('button', { name: 'Waive' }));

    expect(await screen.findByText('You may not waive this')).toBeVisible();
    expect(screen.getByLabelText(/^Reason/)).toHaveValue(reason);
    expect(onClose).not.toHaveBeenCalled();
  });

  it('is closed without a waiver', async () => {
    const createWaiver = jest.fn();
    const { onClose } = renderDialog(createWaiver);

    await user().click(screen.getByRole('button', { name: 'Cancel' }));

    expect(onClose).toHaveBeenCalled();
    expect(createWaiver).not.toHaveBeenCalled();
  });
});
