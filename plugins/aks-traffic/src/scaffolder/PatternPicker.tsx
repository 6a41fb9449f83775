import { useApi } from '@backstage/frontend-plugin-api';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { Alert, Skeleton, Text } from '@backstage/ui';
import { PatternList } from 'backstage-plugin-aks-traffic-common';
import { useEffect } from 'react';
import { aksTrafficApiRef } from '../api/aksTrafficApiRef';
import { useTexts } from '../hooks/useTexts';
import { formValuesOf } from './formValues';
import { PatternCard } from './PatternCard';
import styles from './PatternPicker.module.css';
import { useAnswer } from './useAnswer';
import { asShown } from '../text/asShown';

/** Chooses one of the approved patterns that the cluster of the form can run. */
export function PatternPicker({
  formData,
  formContext,
  onChange,
}: FieldExtensionComponentProps<string>) {
  const { t } = useTexts();
  const api = useApi(aksTrafficApiRef);
  const { cluster, environment, exposure } = formValuesOf(formContext);
  const { value, error } = useAnswer(
    cluster && JSON.stringify([cluster, environment, exposure]),
    signal =>
      api.listPatterns(
        { cluster: cluster!, environment, exposure },
        { signal },
      ),
  );
  useChoiceThatIsOffered(value, formData, onChange);
  if (cluster === undefined) {
    return <Text>{t('goldenPath.chooseClusterFirst')}</Text>;
  }
  if (error) {
    return (
      <Alert
        status="danger"
        title={t('goldenPath.patternsFailed', { reason: error.message })}
      />
    );
  }
  if (!value) {
    return (
      <div role="status" aria-label={t('goldenPath.patternsLoading')}>
        <Skeleton height={96} />
      </div>
    );
  }
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{t('goldenPath.pattern')}</legend>
      {value.items.map(option => (
        <PatternCard
          key={option.id}
          option={option}
          isChosen={formData === option.id}
          onChoose={() => onChange(option.id)}
        />
      ))}
      <details className={styles.never}>
        <summary>{t('goldenPath.never')}</summary>
        <ul>
          {value.neverOffered.map(({ name, reason }) => (
            <li key={name}>
              {asShown(name)}: {asShown(reason)}
            </li>
          ))}
        </ul>
      </details>
    </fieldset>
  );
}

/** Begins with the recommended pattern, and lets go of one that another cluster or exposure does not offer. */
function useChoiceThatIsOffered(
  list: PatternList | undefined,
  chosen: string | undefined,
  onChange: (value: string | undefined) => void,
) {
  useEffect(() => {
    if (!list) {
      return;
    }
    const isOffered = list.items.some(
      ({ id, whyNot }) => id === chosen && whyNot.length === 0,
    );
    if (!isOffered) {
      const recommended = list.items.find(({ recommended: is }) => is);
      if (recommended?.id !== chosen) {
        onChange(recommended?.id);
      }
    }
  }, [list, chosen, onChange]);
}
