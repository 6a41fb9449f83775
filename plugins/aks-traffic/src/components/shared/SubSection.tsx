import { Text } from '@backstage/ui';
import { ReactNode, useContext } from 'react';
import { HeadingLevel } from './HeadingLevel';
import styles from './SubSection.module.css';

const headings = ['h3', 'h4', 'h5', 'h6'] as const;

/** A part of a section under a smaller heading. */
export function SubSection(props: { title: string; children: ReactNode }) {
  const level = useContext(HeadingLevel);
  return (
    <div className={styles.subSection}>
      <Text
        as={headings[Math.min(level, 6) - 3]}
        variant="body-medium"
        weight="bold"
      >
        {props.title}
      </Text>
      <HeadingLevel.Provider value={level + 1}>
        {props.children}
      </HeadingLevel.Provider>
    </div>
  );
}
