import { ReactNode } from 'react';
import { asShown } from '../../text/asShown';
import styles from './Facts.module.css';

/** Named values, as a description list. Those without a value are left out. */
export function Facts(props: {
  facts: readonly { name: string; value: ReactNode }[];
}) {
  return (
    <dl className={styles.facts}>
      {props.facts
        .filter(fact => Boolean(fact.value))
        .map(fact => (
          <div key={fact.name} className={styles.fact}>
            <dt>{asShown(fact.name)}</dt>
            <dd>{asShown(fact.value)}</dd>
          </div>
        ))}
    </dl>
  );
}
