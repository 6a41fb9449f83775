import { Text } from '@backstage/ui';
import { kubernetesAnnotations } from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../hooks/useTexts';
import { asShown } from '../../text/asShown';
import { Snippet } from '../shared/Snippet';
import styles from './states.module.css';

/** The entity is not linked to any Service, and how that is done. */
export function NotAnnotatedState(props: { entityName: string }) {
  const { t } = useTexts();
  return (
    <div className={styles.state}>
      <Text as="p" variant="body-medium" weight="bold">
        {t('states.notAnnotatedTitle')}
      </Text>
      <Text as="p" variant="body-small">
        {t('states.notAnnotated')}
      </Text>
      <Snippet text={snippetFor(props.entityName)} />
      <Text as="p" variant="body-small" color="secondary">
        {t('states.notAnnotatedSelector', {
          annotation: kubernetesAnnotations.labelSelector,
        })}
      </Text>
    </div>
  );
}

/** Always quoted: names such as `1.0` or `null` would not be text in YAML otherwise. */
function snippetFor(entityName: string): string {
  return [
    'metadata:',
    '  annotations:',
    `    ${kubernetesAnnotations.id}: ${asShown(JSON.stringify(entityName))}`,
  ].join('\n');
}
