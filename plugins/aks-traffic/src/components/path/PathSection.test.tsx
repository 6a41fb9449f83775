import {
  act,
  BoundFunctions,
  queries,
  screen,
  within,
} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderTab } from '../../__testUtils__/renderTab';

/** Shows the picture, which jsdom can neither measure nor make wide enough. */
async function renderPicture(id: string) {
  const user = userEvent.setup();
  renderTab(id);
  await user.click(screen.getByRole('radio', { name: 'Picture' }));
  const picture = await screen.findByRole('group', { name: /as a picture$/ });
  return { user, picture: within(picture) };
}

/** A step by what its title says; the library at hand does not take titles for the names of groups, browsers do. */
async function stepOf(
  picture: BoundFunctions<typeof queries>,
  title: RegExp,
): Promise<HTMLElement> {
  const element = await picture.findByText(title, { selector: 'title' });
  return element.closest<HTMLElement>('[role="button"]') as HTMLElement;
}

describe('PathSection', () => {
  beforeAll(() => {
    Object.defineProperty(SVGElement.prototype, 'getBBox', {
      configurable: true,
      value: () => ({ width: 128, height: 60 }),
    });
  });
  afterAll(() => {
    delete (SVGElement.prototype as { getBBox?: unknown }).getBBox;
  });

  it('lists the way in and the way out step by step on a narrow screen', async () => {
    renderTab('assessed');

    const path = within(screen.getByRole('region', { name: 'Path' }));
    expect(
      path
        .getAllByRole('button')
        .map(button => button.textContent)
        .filter(text => text !== 'Picture' && text !== 'List'),
    ).toEqual([
      expect.stringMatching(/^Client Internet Public/),
      expect.stringMatching(/^Public address 20\.82\.9\.10/),
      expect.stringMatching(
        /^Controller Application routing add-on \(managed NGINX\)/,
      ),
      expect.stringMatching(/^Ingress storefront storefront\.contoso\.com/),
      expect.stringMatching(/^Service storefront/),
      expect.stringMatching(/^Deployment storefront/),
      expect.stringMatching(/^Node pool apps Subnet snet-apps/),
      expect.stringMatching(/^NAT gateway ng-shop-weu/),
      expect.stringMatching(/^Internet sees 20\.86\.14\.7 and 1 more/),
    ]);
    await userEvent.click(path.getByRole('button', { name: /^NAT gateway/ }));
    expect(path.getByText('properties.publicIpAddresses[].id')).toBeVisible();
  });

  it('draws every step as a button that opens its evidence by keyboard', async () => {
    const { user, picture } = await renderPicture('assessed');
    const controller = await stepOf(
      picture,
      /^Controller Application routing add-on/,
    );

    act(() => controller.focus());
    await user.keyboard('{Enter}');

    const panel = screen.getByRole('region', { name: /^Controller: / });
    expect(panel).toHaveFocus();
    expect(within(panel).getByText('spec.controller')).toBeVisible();
    expect(controller).toHaveAttribute('aria-expanded', 'true');
    expect(controller).toHaveAttribute('aria-controls', panel.id);

    await user.keyboard('{Escape}');
    expect(panel).not.toBeInTheDocument();
    expect(controller).toHaveFocus();
    expect(controller).toHaveAttribute('aria-expanded', 'false');
  });

  it('marks in the picture what is not known, and explains the marks that it has', async () => {
    const { picture } = await renderPicture('undecided');

    const controller = await stepOf(
      picture,
      /^Controller Ingress system not known/,
    );
    expect(controller).toHaveAttribute('data-tone', 'unknown');
    const legend = within(screen.getByRole('list', { name: 'Legend' }));
    expect(legend.getByText('Not known')).toBeVisible();
    expect(legend.getByText('Not known whether traffic passes')).toBeVisible();
    expect(
      legend.queryByText('Not attached: nothing passes'),
    ).not.toBeInTheDocument();
  });

  it('tells the picture in words to whoever cannot see it', async () => {
    await renderPicture('proxied');

    const outline = within(
      screen.getByRole('group', { name: /step by step$/ }),
    );
    expect(outline.queryByRole('button')).not.toBeInTheDocument();
    expect(
      outline.getAllByText('Only clients that honour the proxy'),
    ).not.toHaveLength(0);
  });
});
