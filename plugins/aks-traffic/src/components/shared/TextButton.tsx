import { Button } from '@backstage/ui';
import { ReactNode } from 'react';
import styles from './TextButton.module.css';

/** A button that stands in the flow of a text or below a list. */
export function TextButton(props: {
  isExpanded?: boolean;
  isPending?: boolean;
  /** What it is called by itself, where its text says too little. */
  label?: string;
  onPress: () => void;
  children: ReactNode;
}) {
  return (
    <Button
      size="small"
      variant="tertiary"
      className={styles.button}
      aria-expanded={props.isExpanded}
      aria-label={props.label}
      isPending={props.isPending}
      onPress={props.onPress}
    >
      {props.children}
    </Button>
  );
}
