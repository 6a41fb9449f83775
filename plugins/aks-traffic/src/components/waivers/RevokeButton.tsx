import { Button, DialogTrigger } from '@backstage/ui';
import { Waiver } from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../hooks/useTexts';
import { RevokeDialog } from './RevokeDialog';

/** Takes a waiver back, after asking once more. */
export function RevokeButton(props: { waiver: Waiver; onRevoked: () => void }) {
  const { waiver, onRevoked } = props;
  const { t } = useTexts();
  return (
    <DialogTrigger>
      <Button
        size="small"
        variant="secondary"
        aria-label={t('waivers.revokeOf', {
          rule: waiver.ruleId,
          service: waiver.service,
        })}
      >
        {t('waivers.revoke')}
      </Button>
      <RevokeDialog waiver={waiver} onRevoked={onRevoked} />
    </DialogTrigger>
  );
}
