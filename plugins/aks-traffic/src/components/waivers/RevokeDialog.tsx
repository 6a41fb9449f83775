import { useApi } from '@backstage/frontend-plugin-api';
import { ErrorLike, toError } from '@backstage/errors';
import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Text,
} from '@backstage/ui';
import { Waiver } from 'backstage-plugin-aks-traffic-common';
import { useState } from 'react';
import { aksTrafficApiRef } from '../../api/aksTrafficApiRef';
import { useTexts } from '../../hooks/useTexts';
import { reasonOf } from '../../model/cardState';

/** Asks whether a waiver is really to be taken back, and does it. */
export function RevokeDialog(props: { waiver: Waiver; onRevoked: () => void }) {
  const { waiver, onRevoked } = props;
  const { t } = useTexts();
  const api = useApi(aksTrafficApiRef);
  const [isSending, setSending] = useState(false);
  const [error, setError] = useState<ErrorLike>();

  async function revoke() {
    setSending(true);
    setError(undefined);
    try {
      await api.revokeWaiver(waiver.id);
      onRevoked();
    } catch (failure) {
      setError(toError(failure));
      setSending(false);
    }
  }

  return (
    <Dialog width={480}>
      <DialogHeader>{t('waivers.revokeTitle')}</DialogHeader>
      <DialogBody>
        <Text as="p" variant="body-medium">
          {t('waivers.revokeMeaning', {
            rule: waiver.ruleId,
            service: waiver.service,
          })}
        </Text>
        {error && (
          <Alert
            role="alert"
            status="danger"
            icon
            title={t('waivers.revokeFailed')}
            description={reasonOf(error)}
          />
        )}
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" slot="close">
          {t('waiver.cancel')}
        </Button>
        <Button
          variant="primary"
          destructive
          isPending={isSending}
          onPress={revoke}
        >
          {t('waivers.revoke')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
