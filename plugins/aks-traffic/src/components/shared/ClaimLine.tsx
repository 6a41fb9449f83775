import { ReactNode } from 'react';
import styles from './ClaimLine.module.css';
import { Disclosure } from './Disclosure';

/** One line of the card: what it is about, what is claimed, and behind it the evidence. */
export function ClaimLine(props: {
  icon: ReactNode;
  label: string;
  /** The claim; phrasing content only, because it is the text of a button. */
  claim: ReactNode;
  children: ReactNode;
}) {
  return (
    <Disclosure
      summary={
        <span className={styles.grid}>
          <span className={styles.label}>
            <span className={styles.icon} aria-hidden="true">
              {props.icon}
            </span>
            {props.label}
          </span>{' '}
          <span className={styles.claim}>{props.claim}</span>
        </span>
      }
    >
      <div className={styles.evidence}>{props.children}</div>
    </Disclosure>
  );
}
