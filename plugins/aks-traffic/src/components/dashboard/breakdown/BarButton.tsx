import { useTexts } from '../../../hooks/useTexts';
import { Bar, BreakdownGroup } from '../../../model/dashboard/breakdown';
import { barText } from '../../../text/barText';
import { groupName } from '../../../text/groupName';
import { numberText } from '../../../text/numbers';
import colours from '../../shared/stateColours.module.css';
import styles from './BarButton.module.css';

/** One bar: pressing it filters the table by it, pressing it again takes the filter off. */
export function BarButton(props: {
  group: BreakdownGroup;
  bar: Bar;
  isChosen: boolean;
  onPress: () => void;
}) {
  const { group, bar, isChosen, onPress } = props;
  const texts = useTexts();
  const name = groupName(texts, { group, value: bar.value, title: bar.title });
  const text = barText(texts, { name, bar });
  return (
    <button
      type="button"
      className={styles.button}
      aria-pressed={isChosen}
      title={text}
      onClick={onPress}
    >
      <span className={styles.spoken}>{text}</span>
      <span className={styles.line} aria-hidden="true">
        <span className={styles.name}>{name}</span>
        <span className={styles.count}>
          {numberText(texts, bar.atRisk)} / {numberText(texts, bar.services)}
        </span>
      </span>
      <span className={styles.track}>
        {bar.segments.map(({ state, percent }) => (
          <span
            key={state}
            className={colours.colour}
            data-state={state}
            style={{ width: `${percent}%` }}
          />
        ))}
      </span>
    </button>
  );
}
