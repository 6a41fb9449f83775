import { ReactNode, useState } from 'react';
import { useTexts } from '../../hooks/useTexts';
import { TextButton } from '../shared/TextButton';
import styles from './ManyItems.module.css';

const shownMore = 20;

/** A list of any length, of which more is shown each time it is asked for. */
export function ManyItems<T>(props: {
  items: readonly T[];
  keyOf: (item: T) => string;
  children: (item: T) => ReactNode;
}) {
  const { items, keyOf, children } = props;
  const { t } = useTexts();
  const [limit, setLimit] = useState(shownMore);
  return (
    <>
      <ul className={styles.items}>
        {items.slice(0, limit).map(item => (
          <li key={keyOf(item)} className={styles.item}>
            {children(item)}
          </li>
        ))}
      </ul>
      {items.length > limit && (
        <TextButton onPress={() => setLimit(limit + shownMore)}>
          {t('clusters.more', { count: items.length - limit })}
        </TextButton>
      )}
    </>
  );
}
