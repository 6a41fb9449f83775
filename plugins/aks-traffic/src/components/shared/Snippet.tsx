import { CopyTextButton } from '@backstage/core-components';
import styles from './Snippet.module.css';

/** A few lines to copy. */
export function Snippet(props: { text: string }) {
  return (
    <div className={styles.snippet}>
      <pre className={styles.text}>{props.text}</pre>
      <CopyTextButton text={props.text} />
    </div>
  );
}
