import { ReactNode, useState } from 'react';
import { useTexts } from '../../hooks/useTexts';
import { asShown } from '../../text/asShown';
import styles from './ExpandableList.module.css';
import { TextButton } from './TextButton';

/** A list that starts short and says how long it is. */
export function ExpandableList<T>(props: {
  items: readonly T[];
  /** How many are shown at first. */
  limit: number;
  keyOf?: (item: T, index: number) => string;
  children: (item: T) => ReactNode;
}) {
  const { items, limit, keyOf, children } = props;
  const { t } = useTexts();
  const [isExpanded, setExpanded] = useState(false);
  const shown = isExpanded ? items : items.slice(0, limit);
  return (
    <div>
      <ul className={styles.list}>
        {shown.map((item, index) => (
          <li
            key={keyOf ? keyOf(item, index) : String(index)}
            className={styles.item}
          >
            {asShown(children(item))}
          </li>
        ))}
      </ul>
      {items.length > limit && (
        <TextButton
          isExpanded={isExpanded}
          onPress={() => setExpanded(!isExpanded)}
        >
          {isExpanded
            ? t('card.showLess')
            : t('card.showAll', { count: items.length })}
        </TextButton>
      )}
    </div>
  );
}
