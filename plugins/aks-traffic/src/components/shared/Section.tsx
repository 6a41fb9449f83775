import { Card, CardBody, CardHeader, Text } from '@backstage/ui';
import { ReactNode, useId } from 'react';
import { HeadingLevel } from './HeadingLevel';
import styles from './Section.module.css';

/** A part of a page under a heading of its own. */
export function Section(props: {
  title: string;
  /** What the part is about, in a sentence. */
  meaning?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const { title, meaning, actions, children } = props;
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className={styles.section}>
      <Card>
        <CardHeader>
          <div className={styles.header}>
            <div>
              <Text as="h2" id={titleId} variant="title-x-small" weight="bold">
                {title}
              </Text>
              {meaning !== undefined && (
                <Text as="p" variant="body-small" color="secondary">
                  {meaning}
                </Text>
              )}
            </div>
            {actions}
          </div>
        </CardHeader>
        <CardBody>
          <HeadingLevel.Provider value={3}>
            <div className={styles.body}>{children}</div>
          </HeadingLevel.Provider>
        </CardBody>
      </Card>
    </section>
  );
}
