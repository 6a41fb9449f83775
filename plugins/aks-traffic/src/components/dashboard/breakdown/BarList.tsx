import { useState } from 'react';
import { useTexts } from '../../../hooks/useTexts';
import { Bar, BreakdownGroup } from '../../../model/dashboard/breakdown';
import { TextButton } from '../../shared/TextButton';
import { BarButton } from './BarButton';
import styles from './BarList.module.css';

const shownAtFirst = 8;

/** More would be a page of its own; the table can be searched instead. */
const shownAtMost = 200;

/** The bars, those with most to move first. */
export function BarList(props: {
  group: BreakdownGroup;
  bars: readonly Bar[];
  /** Values that the table is filtered by. */
  chosen: readonly string[];
  onToggle: (value: string) => void;
}) {
  const { group, bars, chosen, onToggle } = props;
  const { t } = useTexts();
  const [isWhole, setWhole] = useState(false);
  const shown = bars.slice(0, isWhole ? shownAtMost : shownAtFirst);
  return (
    <div>
      <ul className={styles.bars}>
        {shown.map(bar => (
          <li key={bar.value}>
            <BarButton
              group={group}
              bar={bar}
              isChosen={chosen.includes(bar.value)}
              onPress={() => onToggle(bar.value)}
            />
          </li>
        ))}
      </ul>
      {bars.length > shownAtFirst && (
        <TextButton isExpanded={isWhole} onPress={() => setWhole(!isWhole)}>
          {isWhole
            ? t('card.showLess')
            : t('card.showAll', { count: Math.min(bars.length, shownAtMost) })}
        </TextButton>
      )}
      {isWhole && bars.length > shownAtMost && (
        <p className={styles.rest}>
          {t('card.more', { count: bars.length - shownAtMost })}
        </p>
      )}
    </div>
  );
}
