import { Text } from '@backstage/ui';
import { RiskLine } from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../hooks/useTexts';
import { asShown } from '../../text/asShown';
import { Disclosure } from '../shared/Disclosure';
import { EvidenceList } from '../shared/EvidenceList';
import styles from './ScoreLines.module.css';

/** What each line adds to a score and why; a line with evidence opens it. */
export function ScoreLines(props: { lines: readonly RiskLine[] }) {
  const { lines } = props;
  const { t } = useTexts();
  if (lines.length === 0) {
    return (
      <Text as="p" variant="body-small">
        {t('score.nothing')}
      </Text>
    );
  }
  return (
    <ol className={styles.lines}>
      {lines.map(line => {
        const summary = (
          <span className={styles.line}>
            <span className={styles.points}>
              {line.points > 0
                ? t('score.plusPoints', { points: String(line.points) })
                : line.points}{' '}
            </span>
            <span className={styles.message}>{asShown(line.message)}</span>
          </span>
        );
        return (
          <li key={line.id}>
            {line.evidence.length === 0 ? (
              summary
            ) : (
              <Disclosure nested summary={summary}>
                <EvidenceList evidence={line.evidence} />
              </Disclosure>
            )}
          </li>
        );
      })}
    </ol>
  );
}
