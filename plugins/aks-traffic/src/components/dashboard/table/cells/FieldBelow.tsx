import { ReactNode } from 'react';
import styles from './FieldBelow.module.css';

/** A field that has no column of its own on this screen, named because no heading does. */
export function FieldBelow(props: { label: string; children: ReactNode }) {
  return (
    <div className={styles.field}>
      <div className={styles.label}>{props.label}</div>
      {props.children}
    </div>
  );
}
