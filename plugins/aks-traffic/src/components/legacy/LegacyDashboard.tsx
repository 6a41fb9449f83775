import { PageWithHeader, TabbedLayout } from '@backstage/core-components';
import { useTexts } from '../../hooks/useTexts';
import { ClustersPage } from '../clusters/ClustersPage';
import { ServicesPage } from '../dashboard/services/ServicesPage';
import { WaiversPage } from '../waivers/WaiversPage';

/**
 * What an app can set of the dashboard.
 *
 * @public
 */
export interface AksTrafficPageProps {
  /** Address at which the folder `docs` of AKS Traffic is published, as for the card. */
  docsUrl?: string;
}

/** The dashboard with a header and tabs of its own, which the new frontend system brings along. */
export function LegacyDashboard(props: AksTrafficPageProps) {
  const { docsUrl } = props;
  const { t } = useTexts();
  return (
    <PageWithHeader themeId="tool" title={t('dashboard.title')}>
      <TabbedLayout>
        <TabbedLayout.Route path="/services" title={t('dashboard.services')}>
          <ServicesPage docsUrl={docsUrl} />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/clusters" title={t('dashboard.clusters')}>
          <ClustersPage docsUrl={docsUrl} />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/waivers" title={t('dashboard.waivers')}>
          <WaiversPage docsUrl={docsUrl} />
        </TabbedLayout.Route>
      </TabbedLayout>
    </PageWithHeader>
  );
}
