import { useApi } from '@backstage/frontend-plugin-api';
import { ErrorLike, toError } from '@backstage/errors';
import {
  Alert,
  Button,
  Checkbox,
  DialogBody,
  DialogFooter,
  TextAreaField,
} from '@backstage/ui';
import { Waiver } from 'backstage-plugin-aks-traffic-common';
import { FormEvent, useState } from 'react';
import { aksTrafficApiRef } from '../../api/aksTrafficApiRef';
import { useTexts } from '../../hooks/useTexts';
import { reasonOf } from '../../model/cardState';
import {
  endOfDay,
  expiryDays,
  reasonLength,
  reasonProblem,
  WaivableFinding,
} from '../../model/waivers/waiverRequest';
import { ExpiryField } from './ExpiryField';
import { OwnerField } from './OwnerField';
import { WaivedFinding } from './WaivedFinding';
import styles from './WaiverForm.module.css';

/** The questions of the dialog that waives a finding. */
export function WaiverForm(props: {
  finding: WaivableFinding;
  onCancel: () => void;
  onCreated: (waiver: Waiver) => void;
}) {
  const { finding, onCancel, onCreated } = props;
  const { t } = useTexts();
  const api = useApi(aksTrafficApiRef);
  const [days] = useState(() => expiryDays(new Date()));
  const [reason, setReason] = useState('');
  const [owner, setOwner] = useState<string>();
  const [isOfEvery, setOfEvery] = useState(false);
  const [lastDay, setLastDay] = useState<string | undefined>(days.suggested);
  const [error, setError] = useState<ErrorLike>();
  const [isSending, setSending] = useState(false);

  async function send(event: FormEvent) {
    event.preventDefault();
    if (lastDay === undefined || isSending) {
      return;
    }
    setSending(true);
    setError(undefined);
    try {
      const { cluster, namespace, service, ruleId, subject } = finding;
      onCreated(
        await api.createWaiver({
          cluster,
          namespace,
          service,
          ruleId,
          subject: isOfEvery ? undefined : subject,
          reason: reason.trim(),
          owner,
          expiresAt: endOfDay(lastDay),
        }),
      );
    } catch (failure) {
      setError(toError(failure));
      setSending(false);
    }
  }

  return (
    <form onSubmit={send} className={styles.form}>
      <DialogBody>
        <div className={styles.fields}>
          <WaivedFinding finding={finding} />
          <Checkbox isSelected={isOfEvery} onChange={setOfEvery}>
            {t('waiver.ofEvery')}
          </Checkbox>
          <TextAreaField
            label={t('waiver.reason')}
            description={t('waiver.reasonDescription')}
            secondaryLabel={t('waiver.required')}
            value={reason}
            onChange={setReason}
            isRequired
            maxLength={reasonLength.max}
            validate={text => {
              const problem = reasonProblem(text);
              return problem === undefined
                ? null
                : t(
                    problem === 'too-short'
                      ? 'waiver.reasonTooShort'
                      : 'waiver.reasonTooLong',
                    {
                      length: String(
                        problem === 'too-short'
                          ? reasonLength.min
                          : reasonLength.max,
                      ),
                    },
                  );
            }}
            rows={4}
          />
          <OwnerField onChange={setOwner} />
          <ExpiryField days={days} value={lastDay} onChange={setLastDay} />
          {error && (
            <Alert
              role="alert"
              status="danger"
              icon
              title={t('waiver.failed')}
              description={reasonOf(error)}
            />
          )}
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onCancel}>
          {t('waiver.cancel')}
        </Button>
        <Button type="submit" variant="primary" isPending={isSending}>
          {t('waiver.create')}
        </Button>
      </DialogFooter>
    </form>
  );
}
