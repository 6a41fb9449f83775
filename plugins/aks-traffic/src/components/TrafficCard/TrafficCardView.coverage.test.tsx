import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { line, openByKeyboard, toneOf } from '../../__testUtils__/cardLines';
import { renderCard } from '../../__testUtils__/renderCard';

describe('TrafficCardView, of what is known and what is not', () => {
  it('says since when and why the answer is stale', () => {
    renderCard('stale');

    expect(screen.getByText('Stale: this is the last reading')).toBeVisible();
    expect(
      screen.getByText(/^The API server did not answer within 10 s/),
    ).toBeVisible();
    expect(screen.getAllByText('3 hours ago')).toHaveLength(2);
    expect(line('Ingress')).toHaveTextContent('managed NGINX');
  });

  it('names what could not be read, and finds nothing good in finding nothing', () => {
    renderCard('partial');

    expect(screen.getByText('Partly read')).toBeVisible();
    expect(screen.getByText(/^httproutes.*403 Forbidden/)).toBeVisible();
    expect(line('Risk')).toHaveTextContent('No finding in what could be read');
    expect(toneOf('Risk', 'No finding')).toBe('neutral');
  });

  it('does not call it good when another cluster was never read', async () => {
    renderCard('elsewhere-unread');

    expect(toneOf('Risk', 'No finding')).toBe('neutral');
    const panel = await openByKeyboard('Elsewhere');
    expect(panel.getByText('aks-partner-weu: never read')).toBeVisible();
    expect(panel.getByText(/403 AuthorizationFailed/)).toBeVisible();
  });

  it('does not call it good when clusters may be missing, and says why they may', async () => {
    renderCard('list-not-whole');

    expect(toneOf('Risk', 'No finding')).toBe('neutral');
    expect(line('Elsewhere')).toHaveTextContent('List of clusters not whole');
    const panel = await openByKeyboard('Elsewhere');
    expect(
      panel.getByText(/^Resource Graph could not be asked for clusters: 403/),
    ).toBeVisible();
  });

  it('says beside "not found" that clusters may be missing from the list', () => {
    renderCard('not-found-list-not-whole');

    expect(
      screen.getByText('Not found in the cluster that could be read'),
    ).toBeVisible();
    expect(
      screen.getByText(/^Clusters may be missing from the list/),
    ).toBeVisible();
    expect(
      screen.getByText(/^Resource Graph could not be asked for clusters: 403/),
    ).toBeVisible();
  });

  it('shows findings about the cluster that concern the service, and the rest behind one line', async () => {
    const user = userEvent.setup();
    renderCard('cluster-findings');

    expect(line('Risk')).toHaveTextContent('2 findings about the cluster');
    const panel = await openByKeyboard('Risk');
    expect(panel.getByText(/^Controller nginx is managed/)).toBeVisible();
    expect(panel.getByText(/^The cluster runs Kubernetes 1.31/)).toBeVisible();
    expect(
      panel.queryByText(/^Controller nginx-internal-0/),
    ).not.toBeInTheDocument();

    await user.click(
      panel.getByRole('button', {
        name: '2 findings about other things in the cluster aks-shop-weu',
      }),
    );
    expect(panel.getByText(/^Controller nginx-internal-0/)).toBeVisible();
    expect(panel.getByText(/^Controller nginx-partner-0/)).toBeVisible();
  });

  it('calls it good when everything was read', () => {
    renderCard('gateway-for-containers');

    expect(toneOf('Risk', 'No finding')).toBe('positive');
  });

  it('does not call it good when nobody can say how the service is reached', async () => {
    renderCard('undecided');

    expect(line('Risk')).toHaveTextContent('No finding in what is known');
    expect(toneOf('Risk', 'No finding')).toBe('neutral');
    const panel = await openByKeyboard('Risk');
    expect(panel.getByText(/Rules can only judge what is known/)).toBeVisible();
  });

  it('shows what is not known as not known, with the reason', async () => {
    renderCard('unknown');

    expect(line('Ingress')).toHaveTextContent(
      'No entry point in what could be read',
    );
    for (const [label, words] of [
      ['Exposure', 'Exposure not known'],
      ['Egress', 'Egress not known'],
      ['Risk', 'Risk not known'],
    ]) {
      expect(toneOf(label, words)).toBe('unknown');
    }
    const panel = await openByKeyboard('Risk');
    expect(panel.getByText('Too little was read to say.')).toBeVisible();
    expect(panel.getByText(/^services could not be listed: 429/)).toBeVisible();
  });

  it('marks a route that no controller accepted, and objects that lead nowhere', async () => {
    renderCard('unattached');

    expect(line('Ingress')).toHaveTextContent('Not attached');
    const ingress = await openByKeyboard('Ingress');
    expect(ingress.getByText('None while it is not attached')).toBeVisible();
    expect(line('Loose ends')).toHaveTextContent(
      /2 objects lead nowhere.*Medium/,
    );
    const panel = await openByKeyboard('Loose ends');
    expect(panel.getAllByText('HTTPRoute shop/storefront')).toHaveLength(1);
    expect(panel.getAllByText(/has not accepted the route/)).toHaveLength(1);
    expect(panel.getByText('Ingress shop/storefront-old')).toBeVisible();
    expect(panel.getByText(/^No IngressClass named/)).toBeVisible();
  });

  it('keeps the last answer when asking again failed', () => {
    renderCard('refresh-failed');

    expect(screen.getByText('Could not ask again')).toBeVisible();
    expect(screen.getByText(/503 Service Unavailable/)).toBeVisible();
    expect(line('Ingress')).toHaveTextContent(
      'Application Gateway for Containers',
    );
  });

  it('tells clusters that were looked at from clusters that could not be', () => {
    renderCard('not-found');

    expect(
      screen.getByText('Not found in any of the 2 clusters that could be read'),
    ).toBeVisible();
    expect(
      screen.getByText(
        /backstage\.io\/kubernetes-id = storefront in namespace shop/,
      ),
    ).toBeVisible();
    expect(screen.getByText('Could not be looked at')).toBeVisible();
    expect(screen.getByText('aks-partner-weu: never read')).toBeVisible();
  });

  it('does not say "not found" when nothing could be looked at', () => {
    renderCard('not-looked-for');
    expect(
      screen.getByText('Not known: no cluster could be read'),
    ).toBeVisible();
    expect(screen.queryByText(/Not found/)).not.toBeInTheDocument();
  });

  it('names the one cluster that the entity is limited to when that was not read', () => {
    renderCard('cluster-not-looked-for');
    expect(
      screen.getByText(
        'Not known: the cluster aks-partner-weu could not be read',
      ),
    ).toBeVisible();
  });

  it('says that no cluster has been read yet', () => {
    renderCard('no-clusters');
    expect(
      screen.getByText('Not known: no cluster has been read yet'),
    ).toBeVisible();
  });
});
