import { ReactNode } from 'react';
import styles from './CardHeading.module.css';

/** The title of a part of the dashboard, with what can be set of it beside. */
export function CardHeading(props: {
  id: string;
  title: string;
  children?: ReactNode;
}) {
  return (
    <div className={styles.heading}>
      <h2 id={props.id} className={styles.title}>
        {props.title}
      </h2>
      <div className={styles.settings}>{props.children}</div>
    </div>
  );
}
