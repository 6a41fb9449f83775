import { Alert } from '@backstage/ui';
import { aksTrafficReadPermission } from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../../hooks/useTexts';

/** The user may not see the dashboard, and which permission that takes. */
export function DashboardDenied() {
  const { t } = useTexts();
  return (
    <Alert
      status="info"
      icon
      title={t('states.deniedTitle')}
      description={t('dashboard.denied', {
        permission: aksTrafficReadPermission.name,
      })}
    />
  );
}
