import { Card, CardBody, Text } from '@backstage/ui';
import { useTexts } from '../../../hooks/useTexts';
import { GapList } from '../../coverage/GapList';
import { Snippet } from '../../shared/Snippet';
import { DocsLink } from '../../shared/DocsLink';
import styles from './DashboardEmpty.module.css';

const snippet = ['aksTraffic:', '  azure: {}'].join('\n');

/** No cluster is known yet: what that may be due to, and how clusters are found. */
export function DashboardEmpty(props: { gaps: readonly string[] }) {
  const { t } = useTexts();
  return (
    <Card>
      <CardBody>
        <div className={styles.state}>
          <Text as="h2" variant="title-x-small" weight="bold">
            {t('dashboard.emptyTitle')}
          </Text>
          <Text as="p" variant="body-medium">
            {t('dashboard.empty')}
          </Text>
          <Snippet text={snippet} />
          <DocsLink
            docs="docs/install.md"
            anchor="3-configuration"
            name={t('dashboard.emptyDocs')}
          />
          {props.gaps.length > 0 && (
            <section>
              <Text as="h3" variant="body-medium" weight="bold">
                {t('dashboard.emptyGaps')}
              </Text>
              <GapList gaps={props.gaps} limit={10} />
            </section>
          )}
        </div>
      </CardBody>
    </Card>
  );
}
