import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AksTrafficApi } from 'backstage-plugin-aks-traffic-common';
import { dashboardNow, summaryOf } from '../../../dev/fixtures/dashboard';
import { fakeApi, renderDashboard } from '../../__testUtils__/renderDashboard';
import { DashboardFrame } from './DashboardFrame';

// Mounting a whole app takes seconds on a busy machine.
jest.setTimeout(60_000);

function renderFrame(getSummary: AksTrafficApi['getSummary']) {
  return renderDashboard(
    <DashboardFrame>
      <p>The tab</p>
    </DashboardFrame>,
    { api: fakeApi({ getSummary }) },
  );
}

function refusal(name: string, message: string) {
  return async () => {
    throw Object.assign(new Error('Request failed'), {
      cause: { name, message },
    });
  };
}

describe('DashboardFrame', () => {
  beforeEach(() => {
    jest.spyOn(Date, 'now').mockReturnValue(dashboardNow.getTime());
    jest.useFakeTimers({ advanceTimers: true, now: dashboardNow });
  });
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('shows both clocks: one that has run out, and one that has not', async () => {
    renderFrame(async () => summaryOf());

    const upstream = await screen.findByRole('region', {
      name: 'Community ingress-nginx',
    });
    expect(within(upstream).getByText('236 days past')).toBeVisible();
    expect(
      within(upstream).getByText('Support ended March 2026'),
    ).toBeVisible();
    const aks = screen.getByRole('region', {
      name: 'Application routing add-on (managed NGINX)',
    });
    expect(within(aks).getByText('8 days left')).toBeVisible();
    expect(
      within(aks).getByText(/through November 2026, according to the last/),
    ).toBeVisible();
  });

  it('says of the end on AKS, once it is past, how that is known', async () => {
    jest.setSystemTime(new Date('2026-12-02T00:00:00Z'));
    renderFrame(async () => summaryOf());

    expect(
      await screen.findByText(
        'Support ended in November 2026 according to the last statement seen',
      ),
    ).toBeVisible();
    expect(screen.getByText('2 days past')).toBeVisible();
  });

  it('says what an end of support does not mean, and who said so', async () => {
    renderFrame(async () => summaryOf());

    const upstream = await screen.findByRole('region', {
      name: 'Community ingress-nginx',
    });
    await userEvent.setup({ advanceTimers: jest.advanceTimersByTime }).click(
      within(upstream).getByRole('button', {
        name: 'What this means, and what not',
      }),
    );
    expect(
      within(upstream).getByText(
        'F5 NGINX Ingress Controller and NGINX Gateway Fabric',
      ),
    ).toBeVisible();
    expect(within(upstream).getByRole('link')).toHaveAttribute(
      'href',
      'https://kubernetes.io/blog/2025/11/11/ingress-nginx-retirement/',
    );
  });

  it('leads from each count to the services behind it', async () => {
    renderFrame(async () => summaryOf());

    expect(
      await screen.findByRole('link', { name: 'At risk: show the 23' }),
    ).toHaveAttribute('href', '/aks-traffic/services?state=at-risk');
    expect(screen.getByText(/2 with waived findings/)).toBeVisible();
  });

  it('keeps in sight how much was read, and leads to the clusters of which too little was', async () => {
    renderFrame(async () => summaryOf({ gaps: ['Subscription x is hidden.'] }));

    const coverage = await screen.findByRole('region', { name: 'Coverage' });
    expect(within(coverage).getByText('15 clusters')).toBeVisible();
    expect(
      within(coverage).getByRole('link', { name: '1 could not be read' }),
    ).toHaveAttribute('href', '/aks-traffic/clusters?coverage=unreachable');
    expect(
      within(coverage).getByText(/numbers cannot speak for what was not read/),
    ).toBeVisible();
    await userEvent
      .setup({ advanceTimers: jest.advanceTimersByTime })
      .click(
        within(coverage).getByRole('button', { name: /list of clusters/ }),
      );
    expect(
      within(coverage).getByText('Subscription x is hidden.'),
    ).toBeVisible();
  });

  it('shows the tab only where there is something to show', async () => {
    renderFrame(async () => summaryOf());
    expect(await screen.findByText('The tab')).toBeVisible();
  });

  it('tells how clusters are found when none is known', async () => {
    renderFrame(async () =>
      summaryOf({
        total: { ...summaryOf().total, services: 0 },
        coverage: { complete: 0, partial: 0, stale: 0, unreachable: 0 },
        gaps: ['Clusters have not been looked for yet.'],
      }),
    );

    expect(await screen.findByText('No cluster is known yet')).toBeVisible();
    expect(
      screen.getByText('Clusters have not been looked for yet.'),
    ).toBeVisible();
    expect(screen.queryByText('The tab')).toBeNull();
  });

  it('names the permission that is missing', async () => {
    renderFrame(refusal('NotAllowedError', 'Unauthorized'));

    expect(await screen.findByText(/aks-traffic\.traffic\.read/)).toBeVisible();
    expect(screen.queryByText('The tab')).toBeNull();
  });

  it('passes on why the backend failed, and tries again when asked to', async () => {
    const getSummary = jest
      .fn()
      .mockImplementationOnce(refusal('Error', 'the database is locked'))
      .mockResolvedValue(summaryOf());
    renderFrame(getSummary);

    expect(await screen.findByText('the database is locked')).toBeVisible();
    await userEvent
      .setup({ advanceTimers: jest.advanceTimersByTime })
      .click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('The tab')).toBeVisible();
  });
});
