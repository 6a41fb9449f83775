import { Evidence } from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../hooks/useTexts';
import { evidenceByObject } from '../../model/evidence';
import { asShown } from '../../text/asShown';
import styles from './EvidenceList.module.css';
import { ExpandableList } from './ExpandableList';
import { LongText } from './LongText';
import { ObjectName } from './ObjectName';

/** The fields that support a claim, under the object that each was read from. */
export function EvidenceList(props: { evidence: readonly Evidence[] }) {
  const { t } = useTexts();
  if (props.evidence.length === 0) {
    return <p className={styles.none}>{t('evidence.none')}</p>;
  }
  return (
    <div className={styles.evidence}>
      <ExpandableList items={evidenceByObject(props.evidence)} limit={8}>
        {group => (
          <>
            <ObjectName object={group.object} />
            <ul className={styles.fields}>
              {group.evidence.map((item, index) => (
                <li key={index} className={styles.field}>
                  <code className={styles.path}>{asShown(item.field)}</code>
                  <code className={styles.value}>
                    <LongText text={item.value} />
                  </code>
                  <span className={styles.meaning}>
                    {asShown(item.meaning)}
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
      </ExpandableList>
    </div>
  );
}
