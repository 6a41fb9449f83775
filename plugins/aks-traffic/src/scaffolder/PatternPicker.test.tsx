import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  AksTrafficApi,
  PatternList,
  PatternOption,
} from 'backstage-plugin-aks-traffic-common';
import { ComponentProps } from 'react';
import { renderWithTexts } from '../__testUtils__/renderWithTexts';
import { PatternPicker } from './PatternPicker';

function option(overrides: Partial<PatternOption>): PatternOption {
  return {
    id: 'mesh-gateway',
    title: 'Gateway of the mesh',
    summary: 'The mesh takes the traffic in.',
    exposures: ['public'],
    needs: [],
    gives: ['Mutual TLS'],
    limits: ['Revisions to follow'],
    whenToUse: ['A mesh is there'],
    sources: [],
    approved: true,
    eligible: true,
    requirements: [],
    recommended: false,
    whyNot: [],
    asOf: '2026-11-22',
    ...overrides,
  };
}

const list: PatternList = {
  cluster: 'aks-a',
  items: [
    option({
      id: 'app-routing-public',
      title: 'Application routing',
      recommended: true,
    }),
    option({ eligible: 'unknown' }),
    option({
      id: 'layer-4',
      title: 'Load balancer',
      whyNot: ['Not approved here: everything has a firewall.'],
    }),
  ],
  egress: [],
  neverOffered: [{ name: 'NodePort', reason: 'It opens a port.' }],
};

function renderPicker(options: {
  formData?: string;
  values?: Record<string, string>;
  listPatterns?: AksTrafficApi['listPatterns'];
}) {
  const {
    formData,
    values = { cluster: 'aks-a', exposure: 'public' },
    listPatterns = async () => list,
  } = options;
  const onChange = jest.fn();
  const asked = jest.fn(listPatterns);
  const props = { formData, onChange, formContext: { formData: values } };
  renderWithTexts(
    <PatternPicker
      {...(props as unknown as ComponentProps<typeof PatternPicker>)}
    />,
    {
      listPatterns: asked,
    },
  );
  return { onChange, asked };
}

describe('PatternPicker', () => {
  it('asks for what the form says, and begins with the recommended pattern', async () => {
    const { onChange, asked } = renderPicker({});

    await waitFor(() =>
      expect(onChange).toHaveBeenCalledWith('app-routing-public'),
    );
    expect(asked.mock.calls[0][0]).toEqual({
      cluster: 'aks-a',
      environment: undefined,
      exposure: 'public',
    });
  });

  it('keeps the choice of the user, and takes another one', async () => {
    const { onChange } = renderPicker({ formData: 'mesh-gateway' });

    expect(
      await screen.findByRole('radio', { name: /Gateway of the mesh/ }),
    ).toBeChecked();
    expect(onChange).not.toHaveBeenCalled();
    await userEvent.click(
      screen.getByRole('radio', { name: /Application routing/ }),
    );
    expect(onChange).toHaveBeenCalledWith('app-routing-public');
  });

  it('lets go of a choice that is not offered here', async () => {
    const { onChange } = renderPicker({ formData: 'layer-4' });

    await waitFor(() =>
      expect(onChange).toHaveBeenCalledWith('app-routing-public'),
    );
  });

  it('says why a pattern is not offered, what is not known, and what never is', async () => {
    renderPicker({});

    const refused = await screen.findByRole('radio', { name: /Load balancer/ });
    expect(refused).toBeDisabled();
    expect(refused).toHaveAccessibleDescription(
      'Not approved here: everything has a firewall.',
    );
    expect(
      screen.getByText('Not known whether the cluster can run it'),
    ).toBeVisible();
    await userEvent.click(screen.getByText('Never offered to new services'));
    expect(screen.getByText('NodePort: It opens a port.')).toBeVisible();
  });

  it('waits for a cluster', () => {
    const { asked } = renderPicker({ values: {} });

    expect(screen.getByText('Choose a cluster first.')).toBeVisible();
    expect(asked).not.toHaveBeenCalled();
  });

  it('says why the patterns cannot be read', async () => {
    const { onChange } = renderPicker({
      formData: 'mesh-gateway',
      listPatterns: () =>
        Promise.reject(new Error('No cluster aks-a is known')),
    });

    expect(
      await screen.findByText(/cannot be read: No cluster aks-a is known/),
    ).toBeVisible();
    expect(onChange).not.toHaveBeenCalled();
  });
});
