import { Alert } from '@backstage/ui';
import { aksTrafficReadPermission } from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../hooks/useTexts';

/** The user may not see the traffic of this entity, and which permission that takes. */
export function DeniedState() {
  const { t } = useTexts();
  return (
    <Alert
      status="info"
      icon
      title={t('states.deniedTitle')}
      description={t('states.denied', {
        permission: aksTrafficReadPermission.name,
      })}
    />
  );
}
