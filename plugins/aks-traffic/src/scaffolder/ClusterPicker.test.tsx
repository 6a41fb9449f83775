import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AksTrafficApi } from 'backstage-plugin-aks-traffic-common';
import { ComponentProps } from 'react';
import { renderWithTexts } from '../__testUtils__/renderWithTexts';
import { ClusterPicker } from './ClusterPicker';

function renderPicker(
  listClusters: AksTrafficApi['listClusters'],
  formData?: string,
) {
  const onChange = jest.fn();
  const props = {
    formData,
    onChange,
    required: true,
  } as unknown as ComponentProps<typeof ClusterPicker>;
  renderWithTexts(<ClusterPicker {...props} />, { listClusters });
  return onChange;
}

const clusters = async () =>
  ({
    items: [{ name: 'aks-a', location: 'westeurope' }, { name: 'edge-1' }],
  } as never);

describe('ClusterPicker', () => {
  it('chooses one of the clusters that the portal knows', async () => {
    const onChange = renderPicker(clusters);
    const user = userEvent.setup();

    const button = await screen.findByRole('button', { name: /Cluster/ });
    await user.click(button);
    expect(
      (await screen.findAllByRole('option')).map(
        ({ textContent }) => textContent,
      ),
    ).toEqual(['aks-a (westeurope)', 'edge-1']);
    await user.click(screen.getByRole('option', { name: 'edge-1' }));

    expect(onChange).toHaveBeenCalledWith('edge-1');
  });

  it('shows the cluster that the form has', async () => {
    renderPicker(clusters, 'aks-a');

    expect(
      await screen.findByRole('button', { name: /aks-a \(westeurope\)/ }),
    ).toBeVisible();
  });

  it('lets who may not list clusters write the name', async () => {
    const onChange = renderPicker(() =>
      Promise.reject(new Error('not allowed')),
    );

    const field = await screen.findByRole('textbox', { name: /Cluster/ });
    expect(screen.getByText(/cannot be listed \(not allowed\)/)).toBeVisible();
    await userEvent.type(field, 'a');
    expect(onChange).toHaveBeenLastCalledWith('a');
  });
});
