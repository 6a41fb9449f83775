import { ReactNode } from 'react';
import { asShown } from '../../text/asShown';
import styles from './Claim.module.css';

/** The words of a claim and its chips side by side, wrapping where the column is narrow. */
export function Claim(props: { children: ReactNode }) {
  return <span className={styles.claim}>{props.children}</span>;
}

/** What is claimed, in the words that stand out. */
export function ClaimName(props: { children: ReactNode }) {
  return <span className={styles.name}>{asShown(props.children)} </span>;
}

/** What qualifies a claim: beside it, or on a line of its own below it. */
export function ClaimDetail(props: { children: ReactNode }) {
  return <span className={styles.detail}>{asShown(props.children)} </span>;
}
