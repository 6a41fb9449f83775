import { useTexts } from '../../hooks/useTexts';
import { ExpandableList } from '../shared/ExpandableList';
import styles from './ClusterLine.module.css';

const gapsShown = 3;

/** Why clusters may be missing from the list of those to look at. Nothing when the list is whole. */
export function ListGaps(props: { gaps: readonly string[] }) {
  const { gaps } = props;
  const { t } = useTexts();
  if (gaps.length === 0) {
    return undefined;
  }
  return (
    <div className={styles.cluster}>
      {t('coverage.listNotWholeMeaning')}
      <div className={styles.gaps}>
        <ExpandableList items={gaps} limit={gapsShown}>
          {gap => gap}
        </ExpandableList>
      </div>
    </div>
  );
}
