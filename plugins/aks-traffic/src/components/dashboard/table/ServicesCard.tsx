import { Card, CardBody } from '@backstage/ui';
import { useId } from 'react';
import { useServices } from '../../../hooks/dashboard/useServices';
import { useTexts } from '../../../hooks/useTexts';
import { useWidth } from '../../../hooks/useWidth';
import { ServiceView } from '../../../model/dashboard/serviceView';
import { layoutFor } from '../../../model/dashboard/tableLayout';
import { numberText } from '../../../text/numbers';
import { CardHeading } from '../CardHeading';
import { ExportMenu } from './ExportMenu';
import { ServicesTable } from './ServicesTable';
import { SortSelect } from './SortSelect';
import styles from './ServicesCard.module.css';

/** The services of the view, a page at a time, and all of them as a file. */
export function ServicesCard(props: {
  view: ServiceView;
  onChange: (change: (view: ServiceView) => ServiceView) => void;
}) {
  const { view, onChange } = props;
  const texts = useTexts();
  const { t } = texts;
  const titleId = useId();
  const [measure, width] = useWidth();
  const answer = useServices(view);
  const total = answer.value?.totalItems;
  return (
    <Card>
      <CardBody>
        <section
          ref={measure}
          aria-labelledby={titleId}
          className={styles.card}
        >
          <CardHeading
            id={titleId}
            title={
              total === undefined
                ? t('services.title')
                : t('services.titleCounted', {
                    number: numberText(texts, total),
                  })
            }
          >
            <SortSelect view={view} onChange={onChange} />
            <ExportMenu view={view} isDisabled={!total} />
          </CardHeading>
          <ServicesTable
            view={view}
            answer={answer}
            layout={layoutFor(width)}
            onChange={onChange}
          />
        </section>
      </CardBody>
    </Card>
  );
}
