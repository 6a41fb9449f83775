import { screen } from '@testing-library/react';
import { ComponentProps } from 'react';
import { renderWithTexts } from '../__testUtils__/renderWithTexts';
import { RepositoryPicker } from './RepositoryPicker';

function renderPicker(options: {
  publish?: Record<string, string>;
  name?: string;
  formData?: string;
}) {
  const { publish, name, formData } = options;
  const onChange = jest.fn();
  const props = { formData, onChange, formContext: { formData: { name } } };
  renderWithTexts(
    <RepositoryPicker
      {...(props as unknown as ComponentProps<typeof RepositoryPicker>)}
    />,
    {},
    publish && { aksTraffic: { goldenPath: { publish } } },
  );
  return onChange;
}

const github = { kind: 'github', owner: 'contoso' };
const azure = { kind: 'azure', organization: 'contoso', project: 'shop' };

describe('RepositoryPicker', () => {
  it.each([
    [
      github,
      'github.com?owner=contoso&repo=parcels',
      'github.com/contoso/parcels',
    ],
    [
      azure,
      'dev.azure.com?organization=contoso&project=shop&repo=parcels',
      'dev.azure.com/contoso/shop/parcels',
    ],
  ])('publishes to where %j says', (publish, address, shown) => {
    const onChange = renderPicker({ publish, name: 'parcels' });

    expect(onChange).toHaveBeenCalledWith(address);
    expect(screen.getByText(`The service goes to ${shown}.`)).toBeVisible();
  });

  it('takes an address back when there is none any more', () => {
    expect(
      renderPicker({ name: 'parcels', formData: 'github.com?repo=old' }),
    ).toHaveBeenCalledWith(undefined);
    expect(
      screen.getByText(/publishes to a folder of its own machine/),
    ).toBeVisible();
  });

  it('waits for a name', () => {
    const onChange = renderPicker({ publish: github });

    expect(onChange).not.toHaveBeenCalled();
    expect(screen.getByText('Give the service a name first.')).toBeVisible();
  });
});
