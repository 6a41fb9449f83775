import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { cardFixtures } from '../../../dev/fixtures';
import { storedObjects } from '../../../dev/fixtures/assessments';
import { renderTab } from '../../__testUtils__/renderTab';

function section(name: string) {
  return within(screen.getByRole('region', { name }));
}

/** Opens the finding about managed NGINX. */
async function openFinding() {
  await userEvent.click(
    section('Findings').getByRole('button', {
      name: /The Ingress is served by managed NGINX/,
    }),
  );
}

describe('TrafficTabView', () => {
  it('shows with each finding how bad it is, until when, what to do and what shows it', async () => {
    renderTab('assessed');

    const findings = section('Findings');
    expect(
      findings.getByRole('button', {
        name: /High.*8 days left through November 2026.*served by managed NGINX/,
      }),
    ).toBeVisible();
    await openFinding();
    expect(findings.getByText(/^What to do: Move the Ingress/)).toBeVisible();
    expect(findings.getByText('The class of the managed NGINX.')).toBeVisible();
    expect(
      findings.getByRole('link', { name: /managed-nginx-retirement/ }),
    ).toHaveAttribute(
      'href',
      'https://example.com/docs/rules/managed-nginx-retirement',
    );
  });

  it.each(['/create?x', undefined])(
    'leads to the template that moves the Ingresses: %s',
    address => {
      renderTab('assessed', {
        moveAddressOf: address === undefined ? undefined : () => address,
      });

      const link = screen.queryByRole('link', { name: 'Plan the move' });
      expect(link?.getAttribute('href')).toBe(address);
    },
  );

  it('explains the score line by line, with its evidence', async () => {
    renderTab('assessed');

    const risk = section('Risk of staying');
    expect(risk.getByRole('meter', { name: 'Risk score' })).toHaveAttribute(
      'value',
      '100',
    );
    expect(risk.getByText('Effort of a move: High')).toBeVisible();
    expect(risk.getByText('+50')).toBeVisible();
    expect(
      risk.getByText('The lines add up to 110; a score is 100 at most.'),
    ).toBeVisible();
    await userEvent.click(
      risk.getByRole('button', { name: /It is reachable from the internet/ }),
    );
    expect(risk.getByText('status.loadBalancer.ingress[0].ip')).toBeVisible();
  });

  it('says what ends when, and what that does not mean', () => {
    renderTab('assessed');

    const risk = section('Risk of staying');
    expect(risk.getByText('8 days left')).toBeVisible();
    expect(risk.getByText(/through November 2026, according to/)).toBeVisible();
    expect(risk.getByText(/^The add-on itself is not retired/)).toBeVisible();
  });

  it('does not make a number up where too little was read', () => {
    renderTab('not-assessable');

    const risk = section('Risk of staying');
    expect(
      risk.getByText('Score not known').closest('[data-tone]'),
    ).toHaveAttribute('data-tone', 'unknown');
    expect(risk.queryByRole('meter')).not.toBeInTheDocument();
    expect(risk.getByText('Support ended March 2026')).toBeVisible();
  });

  it('says so where no assessment was made', () => {
    renderTab('managed-nginx');
    expect(
      section('Risk of staying').getByText(
        'No assessment was made of this service.',
      ),
    ).toBeVisible();
  });

  it('offers to waive a finding to who may, and to nobody else', async () => {
    const { unmount } = renderTab('managed-nginx');
    await openFinding();
    expect(
      screen.queryByRole('button', { name: /^Waive/ }),
    ).not.toBeInTheDocument();
    unmount();

    renderTab('assessed');
    await openFinding();
    await userEvent.click(
      section('Findings').getByRole('button', {
        name: 'Waive the finding of rule managed-nginx-retirement',
      }),
    );
    expect(
      await screen.findByRole('dialog', { name: 'Waive a finding' }),
    ).toBeVisible();
  });

  it('asks for a new answer once a waiver was made', async () => {
    const onRetry = jest.fn();
    const createWaiver = jest.fn().mockResolvedValue({ id: '1' });
    renderTab('assessed', { onRetry, api: { createWaiver } });

    await openFinding();
    await userEvent.click(
      screen.getByRole('button', { name: /^Waive the finding/ }),
    );
    await userEvent.type(
      await screen.findByLabelText(/^Reason/),
      'The move is planned for December',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Waive' }));

    await waitFor(() => expect(onRetry).toHaveBeenCalledTimes(1));
    expect(createWaiver).toHaveBeenCalledWith(
      expect.objectContaining({
        cluster: 'aks-shop-weu',
        namespace: 'shop',
        service: 'storefront',
        ruleId: 'managed-nginx-retirement',
      }),
    );
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('leads to the dashboard, filtered by owner and by cluster', () => {
    renderTab('assessed', {
      dashboard: {
        addressOf: filter => `/aks-traffic?${JSON.stringify(filter)}`,
        owners: ['group:default/shop-team'],
      },
    });

    expect(
      screen.getByRole('link', { name: 'All services of shop-team' }),
    ).toHaveAttribute(
      'href',
      '/aks-traffic?{"owner":["group:default/shop-team"]}',
    );
    expect(
      screen.getByRole('link', { name: 'All services on aks-shop-weu' }),
    ).toHaveAttribute('href', '/aks-traffic?{"cluster":["aks-shop-weu"]}');
  });

  it('shows a waived finding as waived', async () => {
    renderTab('waived');

    const findings = section('Findings');
    expect(findings.getByText('Waived until 20 December 2026')).toBeVisible();
    await openFinding();
    expect(
      findings.getByText(/change freeze.*Answered for by shop-team\./),
    ).toBeVisible();
    expect(
      findings.queryByRole('button', { name: /^Waive/ }),
    ).not.toBeInTheDocument();
  });

  it('gives a verdict on each annotation for each target, the hardest first', () => {
    renderTab('assessed');

    const table = screen.getByRole('grid', {
      name: 'Annotations and what becomes of them',
    });
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map(header => header.textContent),
    ).toEqual([
      'Annotation',
      'Application routing add-on (Gateway API)',
      'Istio add-on',
      'Application Gateway for Containers',
    ]);
    const rows = within(table).getAllByRole('row').slice(1);
    expect(rows).toHaveLength(6);
    expect(rows[0]).toHaveTextContent(
      /configuration-snippet.*Value withheld.*Blocked.*Blocked.*Blocked/,
    );
    expect(rows[1]).toHaveTextContent(
      /limit-rps.*twenty.*Wrong value.*Not a whole number.*Blocked.*By a policy/,
    );
    expect(rows[2]).toHaveTextContent(
      /proxy-body-sise.*No annotation of NGINX.*Meant is perhaps proxy-body-size.*Not known/,
    );
    expect(rows[3]).toHaveTextContent(
      /enable-cors.*Changes behaviour.*From AKS 1\.36 · Gateway API v1\.5\.1/,
    );
    expect(
      within(rows[3]).getAllByRole('link', { name: 'Source' }),
    ).toHaveLength(3);
  });

  it('tells of effects that no annotation asks for', async () => {
    renderTab('assessed');

    const annotations = section('NGINX annotations');
    const effect = annotations.getByRole('button', {
      name: /^The TLS block redirects/,
    });
    expect(effect).toHaveTextContent(
      /until a route says so\. Changes behaviour/,
    );
    await userEvent.click(effect);
    expect(annotations.getByText('spec.tls')).toBeVisible();
  });

  it('orders the targets and compares what they need with what is there', async () => {
    renderTab('assessed');

    const targets = section('Where it can move');
    expect(
      targets.getAllByRole('heading', { level: 3 }).map(h => h.textContent),
    ).toEqual([
      'Application routing add-on (Gateway API)',
      'Istio add-on',
      'Application Gateway for Containers',
    ]);
    expect(targets.getByText('Cannot be used here')).toBeVisible();
    await userEvent.click(
      targets.getByRole('button', {
        name: /^Not met yet Needs AKS 1\.36.*Upgrade the cluster/,
      }),
    );
    expect(
      targets.getByText('properties.currentKubernetesVersion'),
    ).toBeVisible();
    expect(
      targets.getByRole('button', { name: /^Not known Whether the address/ }),
    ).toBeVisible();
  });

  it('speaks of NGINX only where it matters', () => {
    renderTab('istio-two-pools');
    expect(
      screen.queryByRole('region', { name: 'NGINX annotations' }),
    ).not.toBeInTheDocument();
    expect(
      screen.queryByRole('region', { name: 'Where it can move' }),
    ).not.toBeInTheDocument();
  });

  it('says what holds between pods and what rules found about failures', () => {
    renderTab('istio-two-pools');

    const inside = section('Inside the cluster');
    expect(
      inside.getByText(/^Connections to the pods are denied/),
    ).toBeVisible();
    expect(inside.getByText('Pods of the service')).toBeVisible();
    expect(inside.getAllByText('No rule found anything')).not.toHaveLength(0);
  });

  it('does not call silence an answer where not everything was read', () => {
    renderTab('partial');

    expect(screen.getByText('Partly read')).toBeVisible();
    expect(
      section('Inside the cluster').getAllByText(
        'Nothing found in what could be read',
      ),
    ).not.toHaveLength(0);
  });

  it('loads the raw objects when asked for, and shows one as YAML', async () => {
    const getEntityObjects = jest.fn().mockResolvedValue(storedObjects);
    renderTab('assessed', { api: { getEntityObjects } });
    const objects = section('Raw objects');
    expect(
      objects.getByText(/only the fields that verdicts use/),
    ).toBeVisible();
    expect(getEntityObjects).not.toHaveBeenCalled();

    await userEvent.click(
      objects.getByRole('button', { name: 'Show the objects' }),
    );
    expect(await objects.findByText('2 objects')).toBeVisible();
    expect(getEntityObjects).toHaveBeenCalledWith(
      'component:default/storefront',
      { signal: expect.any(AbortSignal) },
    );
    await userEvent.click(
      objects.getByRole('button', { name: /^Ingress shop\/storefront/ }),
    );
    expect(objects.getByText(/ingressClassName: webapprouting/)).toBeVisible();
    expect(objects.getByRole('button', { name: /copy/i })).toBeEnabled();
  });

  it('says why the raw objects could not be loaded, and tries again', async () => {
    const getEntityObjects = jest
      .fn()
      .mockRejectedValueOnce(new Error('503 Service Unavailable'))
      .mockResolvedValueOnce({ items: [] });
    renderTab('assessed', { api: { getEntityObjects } });
    const objects = section('Raw objects');

    await userEvent.click(
      objects.getByRole('button', { name: 'Show the objects' }),
    );
    expect(await objects.findByRole('alert')).toHaveTextContent(
      '503 Service Unavailable',
    );
    await userEvent.click(
      objects.getByRole('button', { name: 'Show the objects' }),
    );
    expect(
      await objects.findByText('No object of this service is stored.'),
    ).toBeVisible();
    expect(objects.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('shows one of several services at a time, the worst first', async () => {
    renderTab('several-services');

    const choice = screen.getByRole('button', { name: /5 services/ });
    expect(choice).toHaveTextContent(
      'storefront in namespace shop on aks-shop-eus',
    );
    await userEvent.click(choice);
    await userEvent.click(
      screen.getByRole('option', {
        name: 'storefront-admin in namespace shop on aks-shop-neu',
      }),
    );
    await waitFor(() =>
      expect(
        screen.getByRole('group', {
          name: 'Path of storefront-admin, step by step',
        }),
      ).toBeVisible(),
    );
    expect(
      screen.getByRole('button', { name: /^Elsewhere/ }),
    ).toHaveTextContent('1 of 4 clusters');
  });

  it('keeps the last answer when asking again failed', () => {
    renderTab('refresh-failed');
    expect(screen.getByText('Could not ask again')).toBeVisible();
    expect(section('Path').getByText('Way in')).toBeVisible();
  });

  it.each([
    ['loading', 'Loading traffic'],
    ['denied', 'You may not see this'],
    ['failed', 'Traffic could not be loaded'],
    ['not-annotated', 'Not linked to Kubernetes'],
    ['not-found', 'Not found in any of the 2 clusters that could be read'],
  ])('has nothing but the reason to show when it is %s', (id, text) => {
    renderTab(id);
    expect(screen.getByText(text)).toBeInTheDocument();
    expect(
      screen.queryByRole('region', { name: 'Path' }),
    ).not.toBeInTheDocument();
  });

  it.each(cardFixtures.map(fixture => fixture.id))(
    'leaves no message key or placeholder in %s',
    id => {
      const { container } = renderTab(id);
      expect(container).not.toHaveTextContent(
        id === 'hostile' ? /undefined/ : /undefined|\{\{|[a-z]+\.[a-z]+_other/,
      );
      expect(container.querySelector('img, script, b')).not.toBeInTheDocument();
    },
  );
});
