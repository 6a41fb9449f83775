import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  AksTrafficApi,
  EgressOption,
} from 'backstage-plugin-aks-traffic-common';
import { ComponentProps } from 'react';
import { renderWithTexts } from '../__testUtils__/renderWithTexts';
import { EgressPicker } from './EgressPicker';

function option(overrides: Partial<EgressOption>): EgressOption {
  return {
    id: 'cluster',
    title: 'The way of the cluster',
    summary: 'Any host.',
    eligible: true,
    requirements: [],
    whyNot: [],
    ...overrides,
  };
}

const list = {
  cluster: 'aks-a',
  items: [],
  egress: [
    option({}),
    option({ id: 'static', title: 'A fixed address', eligible: 'unknown' }),
    option({
      id: 'names',
      title: 'Named hosts only',
      whyNot: ['Not on aks-a: Needs Azure CNI Powered by Cilium.'],
    }),
  ],
  neverOffered: [],
};

function renderPicker(options: {
  formData?: string;
  values?: Record<string, string>;
  listPatterns?: AksTrafficApi['listPatterns'];
}) {
  const {
    formData,
    values = { cluster: 'aks-a' },
    listPatterns = async () => list,
  } = options;
  const onChange = jest.fn();
  const props = { formData, onChange, formContext: { formData: values } };
  renderWithTexts(
    <EgressPicker
      {...(props as unknown as ComponentProps<typeof EgressPicker>)}
    />,
    { listPatterns },
  );
  return { onChange };
}

describe('EgressPicker', () => {
  it('begins with the way of the cluster, and takes another one', async () => {
    const { onChange } = renderPicker({});

    await waitFor(() => expect(onChange).toHaveBeenCalledWith('cluster'));
    await userEvent.click(
      await screen.findByRole('radio', { name: /A fixed address/ }),
    );
    expect(onChange).toHaveBeenCalledWith('static');
    expect(
      screen.getByText('Not known whether the cluster can run it'),
    ).toBeVisible();
  });

  it('says why a way out is not offered, and lets go of it', async () => {
    const { onChange } = renderPicker({ formData: 'names' });

    const refused = await screen.findByRole('radio', { name: /Named hosts/ });
    expect(refused).toBeDisabled();
    expect(refused).toHaveAccessibleDescription(
      'Not on aks-a: Needs Azure CNI Powered by Cilium.',
    );
    await waitFor(() => expect(onChange).toHaveBeenCalledWith('cluster'));
  });

  it('offers the way of the cluster where the cluster cannot be asked', async () => {
    renderPicker({
      formData: 'cluster',
      listPatterns: () => Promise.reject(new Error('not allowed')),
    });

    expect(
      await screen.findByText(/cannot be read: not allowed/),
    ).toBeVisible();
    expect(
      screen.getByRole('radio', { name: 'The way of the cluster' }),
    ).toBeChecked();
  });

  it('waits for a cluster', () => {
    renderPicker({ values: {} });

    expect(screen.getByText('Choose a cluster first.')).toBeVisible();
  });
});
