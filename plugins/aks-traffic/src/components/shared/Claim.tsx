import { ReactNode } from 'react';
import styles from './Claim.module.css';

/** The words of a claim with its chips beside them, wrapping where the column is narrow. */
export function Claim(props: { name?: ReactNode; children?: ReactNode }) {
  return (
    <span className={styles.claim}>
      {props.name !== undefined && (
        <span className={styles.name}>{props.name}</span>
      )}{' '}
      {props.children}
    </span>
  );
}

/** What qualifies a claim, on a line of its own below it. */
export function ClaimDetail(props: { children: ReactNode }) {
  return <span className={styles.detail}>{props.children}</span>;
}
