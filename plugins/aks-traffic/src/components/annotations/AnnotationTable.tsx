import {
  Cell,
  Column,
  Row,
  TableBody,
  TableHeader,
  TableRoot,
} from '@backstage/ui';
import { AnnotationVerdict } from 'backstage-plugin-aks-traffic-common';
import { useState } from 'react';
import { useTexts } from '../../hooks/useTexts';
import { hardestFirst } from '../../model/assessment';
import { targetName } from '../../text/assessmentText';
import { TextButton } from '../shared/TextButton';
import { AnnotationName } from './AnnotationName';
import styles from './AnnotationTable.module.css';
import { TargetVerdict } from './TargetVerdict';

const rowsShown = 10;

/** Every annotation with what becomes of it at each target. */
export function AnnotationTable(props: {
  annotations: readonly AnnotationVerdict[];
  /** In the order recommended. */
  targets: readonly string[];
}) {
  const { annotations, targets } = props;
  const texts = useTexts();
  const { t } = texts;
  const [isWhole, setWhole] = useState(false);
  const rows = hardestFirst(annotations);
  const objects = new Set(rows.map(({ object }) => JSON.stringify(object)));
  return (
    <div className={styles.frame}>
      <TableRoot aria-label={t('annotations.table')}>
        <TableHeader>
          <Column id="annotation" isRowHeader>
            {t('annotations.name')}
          </Column>
          {targets.map(target => (
            <Column key={target} id={target}>
              {targetName(texts, target)}
            </Column>
          ))}
        </TableHeader>
        <TableBody>
          {(isWhole ? rows : rows.slice(0, rowsShown)).map(
            (annotation, index) => (
              <Row
                key={keyOf(annotation)}
                // Becomes part of the ids of elements, in which names of objects have no place.
                id={String(index)}
              >
                <Cell>
                  <AnnotationName
                    annotation={annotation}
                    namesObject={objects.size > 1}
                  />
                </Cell>
                {targets.map(target => (
                  <Cell key={target}>
                    <span className={styles.target} aria-hidden="true">
                      {targetName(texts, target)}
                    </span>
                    <TargetVerdict
                      verdict={annotation.targets.find(
                        verdict => verdict.target === target,
                      )}
                    />
                  </Cell>
                ))}
              </Row>
            ),
          )}
        </TableBody>
      </TableRoot>
      {rows.length > rowsShown && (
        <TextButton isExpanded={isWhole} onPress={() => setWhole(!isWhole)}>
          {isWhole
            ? t('card.showLess')
            : t('card.showAll', { count: rows.length })}
        </TextButton>
      )}
    </div>
  );
}

function keyOf({ object, key }: AnnotationVerdict): string {
  return JSON.stringify([object.kind, object.namespace, object.name, key]);
}
