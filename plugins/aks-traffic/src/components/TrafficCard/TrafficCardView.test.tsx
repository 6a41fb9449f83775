import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { cardFixtures } from '../../../dev/fixtures';
import { line, openByKeyboard, panelOf } from '../../__testUtils__/cardLines';
import { renderCard } from '../../__testUtils__/renderCard';

describe('TrafficCardView', () => {
  it('answers for managed NGINX in one glance', () => {
    renderCard('managed-nginx');

    expect(
      screen.getByText('storefront in namespace shop on aks-shop-weu'),
    ).toBeInTheDocument();
    expect(line('Ingress')).toHaveTextContent(
      /Application routing add-on \(managed NGINX\).*Supported through November 2026.*storefront\.contoso\.com/,
    );
    expect(line('Exposure')).toHaveTextContent(
      /Public.*reachable from the internet.*20\.82\.9\.10/,
    );
    expect(line('Egress')).toHaveTextContent(
      /NAT gateway.*ng-shop-weu → 20\.86\.14\.7, 20\.86\.14\.8/,
    );
    expect(line('Risk')).toHaveTextContent(
      /High.*8 days left.*through November 2026/,
    );
    const age = screen.getByText('4 minutes ago');
    expect(age.tagName).toBe('TIME');
    expect(age).toHaveAttribute('datetime', '2026-11-22T08:56:00.000Z');
    expect(age).toHaveAttribute(
      'title',
      expect.stringContaining('22 November 2026'),
    );
  });

  it('leads to the template that moves the Ingresses, where there is something to move', () => {
    const moveAddressOf = (plan: object) => `/create?${JSON.stringify(plan)}`;
    renderCard('assessed', { moveAddressOf });
    expect(screen.getByRole('link', { name: 'Plan the move' })).toHaveAttribute(
      'href',
      expect.stringContaining('"shop/storefront"'),
    );

    cleanup();
    renderCard('gateway-for-containers', { moveAddressOf });
    expect(
      screen.queryByRole('link', { name: 'Plan the move' }),
    ).not.toBeInTheDocument();
  });

  it('uses the wording of the announcement once the month is over', () => {
    renderCard('managed-nginx-ended');

    const text =
      'Support ended in November 2026 according to the last statement seen';
    expect(line('Ingress')).toHaveTextContent(text);
    expect(line('Risk')).toHaveTextContent(text);
    expect(line('Risk')).not.toHaveTextContent('left');
  });

  it.each([
    ['community-nginx', 'Community ingress-nginx', 'Support ended March 2026'],
    [
      'gateway-for-containers',
      'Application Gateway for Containers',
      'Supported',
    ],
    ['istio-two-pools', 'Istio ingress gateway', 'No retirement announced'],
    ['f5-nginx', 'F5 NGINX Ingress Controller', 'No retirement announced'],
    [
      'http-application-routing',
      'HTTP application routing add-on',
      'Support ended 3 March 2025',
    ],
    ['private-link', 'Application routing add-on (Gateway API)', 'Supported'],
  ])('names the system of %s and its support state', (id, name, support) => {
    renderCard(id);

    expect(line('Ingress')).toHaveTextContent(name);
    expect(line('Ingress')).toHaveTextContent(support);
  });

  it('opens the evidence for the ingress by keyboard', async () => {
    renderCard('managed-nginx');
    expect(screen.queryByText('spec.ingressClassName')).not.toBeInTheDocument();

    const panel = await openByKeyboard('Ingress');

    expect(panel.getAllByText('Ingress shop/storefront')).not.toHaveLength(0);
    expect(panel.getByText('spec.ingressClassName')).toBeVisible();
    expect(panel.getByText('The Ingress asks for this class.')).toBeVisible();
    expect(
      panel.getByText('webapprouting.kubernetes.azure.com/nginx'),
    ).toBeVisible();
    expect(panel.getByText(/no exact day is published/)).toBeVisible();
    expect(
      panel.getByText('Deployment app-routing-system/nginx'),
    ).toBeVisible();
  });

  it('opens the evidence for the exposure by keyboard', async () => {
    renderCard('managed-nginx');

    const panel = await openByKeyboard('Exposure');

    expect(panel.getByText('status.loadBalancer.ingress[0].ip')).toBeVisible();
    expect(panel.getAllByText('20.82.9.10')).toHaveLength(2);
  });

  it('shows for each question the evidence that answers it', async () => {
    renderCard('managed-nginx');

    const ingress = await openByKeyboard('Ingress');
    expect(ingress.getByText('spec.ingressClassName')).toBeVisible();
    expect(
      ingress.queryByText('status.loadBalancer.ingress[0].ip'),
    ).not.toBeInTheDocument();
    const exposure = await openByKeyboard('Exposure');
    expect(
      exposure.getByText('status.loadBalancer.ingress[0].ip'),
    ).toBeVisible();
    expect(
      exposure.queryByText('spec.ingressClassName'),
    ).not.toBeInTheDocument();
  });

  it('says what makes a private address public, and what has no controller', async () => {
    renderCard('published');

    expect(line('Exposure')).toHaveTextContent(
      /192\.0\.2\.25 Front Door afd-shop → Private Link service pls-shop → 10\.224\.0\.71/,
    );
    const ingress = await openByKeyboard('Ingress');
    expect(ingress.queryByText('Any host')).not.toBeInTheDocument();
    expect(line('Ingress')).toHaveTextContent(
      /Other ingress system.*Through external IP addresses of the Service/,
    );
    const panel = await openByKeyboard('Exposure');
    expect(
      panel.getByText('Front Door afd-shop → Private Link service pls-shop'),
    ).toBeVisible();
  });

  it('opens the evidence for the egress by keyboard', async () => {
    renderCard('managed-nginx');

    const panel = await openByKeyboard('Egress');

    expect(panel.getByText('properties.natGateway.id')).toBeVisible();
    expect(panel.getByText('Pool apps')).toBeVisible();
    expect(panel.getByText('20.86.14.8')).toBeVisible();
  });

  it('opens the evidence for the risk by keyboard, with what to do', async () => {
    renderCard('managed-nginx');

    const panel = await openByKeyboard('Risk');

    expect(panel.getByText(/^What to do: Move the Ingress/)).toBeVisible();
    expect(
      panel.getByRole('link', { name: /managed-nginx-retirement/ }),
    ).toHaveAttribute(
      'href',
      'https://example.com/docs/rules/managed-nginx-retirement',
    );
    expect(panel.getByText('The class of the managed NGINX.')).toBeVisible();
  });

  it("links to a rule's page where the documentation is published", async () => {
    renderCard('community-nginx', { docsUrl: 'https://example.com/aks/docs/' });

    const panel = await openByKeyboard('Risk');
    const link = panel.getByRole('link', {
      name: /community-nginx-retirement/,
    });
    expect(link).toHaveAttribute(
      'href',
      'https://example.com/aks/docs/rules/community-nginx-retirement.md',
    );
    expect(link).toHaveAttribute('rel', 'noopener noreferrer');
  });

  it("shows the path of a rule's page where it is not", async () => {
    renderCard('community-nginx');

    const panel = await openByKeyboard('Risk');
    expect(
      panel.getByText(/docs\/rules\/community-nginx-retirement\.md$/),
    ).toBeVisible();
    expect(panel.queryByRole('link')).not.toBeInTheDocument();
  });

  it('links to the web addresses in a source, and to nothing else in it', async () => {
    renderCard('community-nginx');

    const panel = await openByKeyboard('Ingress');
    const source = panel.getByText(/and the README of kubernetes/);
    expect(source).toHaveTextContent(
      'Source: https://kubernetes.io/blog/2025/11/11/ingress-nginx-retirement/ and the README of kubernetes/ingress-nginx',
    );
    const link = within(source).getByRole('link');
    expect(link).toHaveTextContent(
      'https://kubernetes.io/blog/2025/11/11/ingress-nginx-retirement/',
    );
    expect(link).toHaveAttribute('rel', 'noopener noreferrer');
  });

  it('shows for each pool how it gets out', async () => {
    renderCard('istio-two-pools');

    expect(line('Egress')).toHaveTextContent(
      /NAT gateway.*Pool apps.*ng-shop-weu.*Azure Firewall.*Pool batch.*Route table rt-spoke → fw-hub-weu → 51\.124\.8\.90/,
    );
  });

  it('says what each step on the way out is, and keeps the proxy apart from it', async () => {
    renderCard('proxied');

    expect(line('Egress')).toHaveTextContent(
      /kubernetes → 52\.169\.20\.31.*HTTP clients are told to use the proxy http:\/\/proxy\.contoso\.com:3128\//,
    );
    expect(line('Egress')).toHaveTextContent(
      'Pools of node auto-provisioning, nodepool1',
    );
    expect(line('Egress')).toHaveTextContent('wormhole wh-1 → ng-shop-weu');
    const panel = await openByKeyboard('Egress');
    expect(
      panel.getByText('Clients that honour it go through the proxy', {
        exact: false,
      }),
    ).toBeVisible();
    expect(panel.getByText('wormhole')).toBeVisible();
    expect(panel.queryByText('load-balancer')).not.toBeInTheDocument();
  });

  it('says what holds inside the cluster, and explains it', async () => {
    renderCard('istio-two-pools');

    expect(line('Inside the cluster')).toHaveTextContent(
      'Incoming traffic only where policies allow it · Mutual TLS required',
    );
    const panel = await openByKeyboard('Inside the cluster');
    expect(
      panel.getByText(/^Connections to the pods are denied unless/),
    ).toBeVisible();
    expect(panel.getByText(/take only encrypted connections/)).toBeVisible();
  });

  it('tells services apart by what holds inside their clusters', async () => {
    renderCard('several-services');

    expect(line('Inside the cluster')).toHaveTextContent(
      /No network policy · Not in a service mesh: 4.*Mutual TLS required: 1/,
    );
    const panel = await openByKeyboard('Inside the cluster');
    expect(
      panel.getByText('storefront-admin in namespace shop on aks-shop-neu'),
    ).toBeVisible();
  });

  it('says what it means that a service has no entry point', async () => {
    renderCard('cluster-only');

    expect(line('Ingress')).toHaveTextContent('No entry point');
    expect(line('Exposure')).toHaveTextContent('Cluster only');
  });

  it('keeps forty entry points usable', async () => {
    const user = userEvent.setup();
    renderCard('forty-entry-points');
    expect(line('Ingress')).toHaveTextContent(
      'country-1.storefront.contoso.com and 39 more hosts · 40 entry points',
    );

    const panel = await openByKeyboard('Ingress');
    expect(
      panel.getAllByRole('button', { name: /^Ingress shop/ }),
    ).toHaveLength(10);
    await user.click(panel.getByRole('button', { name: 'Show all 40' }));
    expect(
      panel.getAllByRole('button', { name: /^Ingress shop/ }),
    ).toHaveLength(40);

    const last = panel.getByRole('button', {
      name: /^Ingress shop\/storefront-40 /,
    });
    await user.click(last);
    expect(
      within(panelOf(last)).getByText('spec.ingressClassName'),
    ).toBeVisible();
  });

  it('puts the worst of several services first and opens each of them', async () => {
    const user = userEvent.setup();
    renderCard('several-services');

    expect(screen.getByText('5 services on 3 clusters')).toBeInTheDocument();
    expect(line('Ingress')).toHaveTextContent(
      /Community ingress-nginx.*Application routing add-on \(managed NGINX\).*Istio ingress gateway.*and 1 more system/,
    );
    expect(line('Exposure')).toHaveTextContent(
      /Public: 3.*Exposure not known: 1.*Internal: 1/,
    );
    expect(line('Risk')).toHaveTextContent(
      /Critical: 1.*High: 1.*Risk not known: 1.*No finding: 2/,
    );
    expect(line('Risk')).toHaveTextContent('Support ended March 2026');
    expect(line('Elsewhere')).toHaveTextContent('1 of 4 clusters');
    expect(screen.getByText('19 minutes ago')).toBeInTheDocument();

    const services = screen.getAllByRole('button', { name: /^storefront/ });
    expect(services).toHaveLength(5);
    expect(services[0]).toHaveTextContent(/Critical.*shop on aks-shop-eus/);
    await user.click(services[0]);
    expect(
      within(panelOf(services[0])).getByRole('button', { name: /^Egress/ }),
    ).toHaveTextContent('Azure Firewall');
  });

  it('shows how to link the entity, ready to be copied', async () => {
    renderCard('not-annotated');

    expect(
      screen.getByText(/backstage\.io\/kubernetes-id: "storefront"/),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: /copy/i })).toBeEnabled();
  });

  it('announces that it is loading', () => {
    renderCard('loading');
    expect(screen.getByRole('status')).toHaveTextContent('Loading traffic');
  });

  it('offers to try again after an error', async () => {
    const onRetry = jest.fn();
    renderCard('failed', { onRetry });

    expect(screen.getByRole('alert')).toHaveTextContent(
      '503 Service Unavailable',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(onRetry).toHaveBeenCalledTimes(1);
  });

  it('names the permission that is missing', () => {
    renderCard('denied');
    expect(screen.getByText(/aks-traffic\.traffic\.read/)).toBeVisible();
  });

  it('treats hostile strings as text', async () => {
    const { container } = renderCard('hostile');

    const panel = await openByKeyboard('Ingress');

    expect(container.querySelector('img, script, b')).not.toBeInTheDocument();
    expect(
      screen.getByText(/^<img src=x onerror=alert\(1\)> in namespace shop/),
    ).toBeVisible();
    expect(
      panel.getAllByText('Ingress shop/{{count}}$t(card.title)'),
    ).not.toHaveLength(0);
    expect(line('Ingress')).toHaveTextContent('Evidence conflicts');
    expect(line('Inside the cluster')).toHaveTextContent(
      '<b>audited</b> · __proto__',
    );
    expect(
      panel.getByRole('button', {
        name: 'Show the whole value (929 characters)',
      }),
    ).toBeEnabled();
  });

  it.each(cardFixtures.map(fixture => fixture.id))(
    'leaves no message key or placeholder in %s',
    id => {
      const { container } = renderCard(id);
      expect(container).not.toHaveTextContent(
        id === 'hostile' ? /undefined/ : /undefined|\{\{|[a-z]+\.[a-z]+_other/,
      );
    },
  );
});
