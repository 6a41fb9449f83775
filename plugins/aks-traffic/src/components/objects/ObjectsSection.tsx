import { Alert, Button, Text } from '@backstage/ui';
import { ServiceTraffic } from 'backstage-plugin-aks-traffic-common';
import { useEntityObjects } from '../../hooks/useEntityObjects';
import { useTexts } from '../../hooks/useTexts';
import { reasonOf } from '../../model/cardState';
import { ExpandableList } from '../shared/ExpandableList';
import { Section } from '../shared/Section';
import { StoredObjectItem } from './StoredObjectItem';
import styles from './ObjectsSection.module.css';

const objectsShown = 20;

/** The objects that the verdicts about a service's cluster rest on, loaded when they are asked for. */
export function ObjectsSection(props: {
  entityRef: string;
  service: ServiceTraffic;
  now: Date;
}) {
  const { entityRef, service, now } = props;
  const { t } = useTexts();
  const { objects, error, loading, load } = useEntityObjects(entityRef);
  const items = objects?.items.filter(
    ({ cluster }) => cluster === service.cluster,
  );
  return (
    <Section title={t('objects.title')} meaning={t('objects.meaning')}>
      {error && (
        <Alert
          role="alert"
          status="danger"
          icon
          title={t('objects.failed')}
          description={reasonOf(error)}
        />
      )}
      <div className={styles.action}>
        <Button
          size="small"
          variant="secondary"
          isPending={loading}
          onPress={load}
        >
          {objects === undefined ? t('objects.load') : t('objects.again')}
        </Button>
        <Text as="p" variant="body-small" role="status">
          {loading && t('objects.loading')}
          {!loading &&
            items !== undefined &&
            (items.length === 0
              ? t('objects.none')
              : t('objects.count', { count: items.length }))}
        </Text>
      </div>
      {items !== undefined && items.length > 0 && (
        <ExpandableList items={items} limit={objectsShown}>
          {item => <StoredObjectItem item={item} now={now} />}
        </ExpandableList>
      )}
    </Section>
  );
}
