import { Accordion, AccordionPanel, AccordionTrigger } from '@backstage/ui';
import { ReactNode, useContext, useState } from 'react';
import styles from './Disclosure.module.css';
import { HeadingLevel } from './HeadingLevel';

/**
 * A line that opens what is behind it. The contents are only rendered once opened: an entity may have dozens of
 * entry points with evidence each.
 */
export function Disclosure(props: {
  summary: ReactNode;
  /** Whether the line is part of a list inside a panel rather than a line of the card. */
  nested?: boolean;
  children: ReactNode;
}) {
  const level = useContext(HeadingLevel);
  const [isExpanded, setExpanded] = useState(false);
  return (
    <Accordion
      className={props.nested ? styles.nested : styles.line}
      isExpanded={isExpanded}
      onExpandedChange={setExpanded}
    >
      <AccordionTrigger level={Math.min(level, 6)} className={styles.trigger}>
        <span className={styles.summary}>{props.summary}</span>
      </AccordionTrigger>
      <AccordionPanel className={styles.panel}>
        {isExpanded && (
          <HeadingLevel.Provider value={level + 1}>
            {props.children}
          </HeadingLevel.Provider>
        )}
      </AccordionPanel>
    </Accordion>
  );
}
