import { useApi } from '@backstage/frontend-plugin-api';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { Alert, Text } from '@backstage/ui';
import { EgressOption } from 'backstage-plugin-aks-traffic-common';
import { useEffect } from 'react';
import { aksTrafficApiRef } from '../api/aksTrafficApiRef';
import { useTexts } from '../hooks/useTexts';
import { ChoiceCard } from './ChoiceCard';
import { formValuesOf } from './formValues';
import styles from './PatternPicker.module.css';
import { useAnswer } from './useAnswer';
import { asShown } from '../text/asShown';

/** What a card shows of a way out; where the cluster could not be asked there is no more than its name. */
type EgressChoice = Pick<EgressOption, 'id' | 'title' | 'whyNot'> &
  Partial<Pick<EgressOption, 'summary' | 'eligible'>>;

/** Chooses a way out that the cluster of the form has; the way of the cluster is always there. */
export function EgressPicker({
  formData,
  formContext,
  onChange,
}: FieldExtensionComponentProps<string>) {
  const { t } = useTexts();
  const api = useApi(aksTrafficApiRef);
  const { cluster } = formValuesOf(formContext);
  const { value, error } = useAnswer(cluster, signal =>
    api.listPatterns({ cluster: cluster! }, { signal }),
  );
  const ofCluster: EgressChoice = {
    id: 'cluster',
    title: t('goldenPath.egressCluster'),
    whyNot: [],
  };
  const options: EgressChoice[] = value?.egress ?? [ofCluster];
  const isKnown = value !== undefined || error !== undefined;
  const isOffered = options.some(
    ({ id, whyNot }) => id === formData && whyNot.length === 0,
  );
  useEffect(() => {
    // Another cluster may not have what was chosen before.
    if (isKnown && !isOffered) {
      onChange('cluster');
    }
  }, [isKnown, isOffered, onChange]);
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{t('goldenPath.egress')}</legend>
      {cluster === undefined && (
        <Text>{t('goldenPath.chooseClusterFirst')}</Text>
      )}
      {error && (
        <Alert
          status="warning"
          title={t('goldenPath.egressFailed', { reason: error.message })}
        />
      )}
      {options.map(option => (
        <ChoiceCard
          key={option.id}
          group="aks-traffic-egress"
          title={option.title}
          eligible={option.eligible}
          whyNot={option.whyNot}
          isChosen={formData === option.id}
          onChoose={() => onChange(option.id)}
        >
          {option.summary !== undefined && (
            <Text>{asShown(option.summary)}</Text>
          )}
        </ChoiceCard>
      ))}
    </fieldset>
  );
}
