import { Card, CardBody } from '@backstage/ui';
import { useId } from 'react';
import { useTexts } from '../../../hooks/useTexts';
import { Clock } from '../../../model/dashboard/clocks';
import { supportTone } from '../../../model/support';
import { clockText } from '../../../text/clockText';
import { systemName } from '../../../text/names';
import { Disclosure } from '../../shared/Disclosure';
import styles from './ClockCard.module.css';
import { ClockFacts } from './ClockFacts';

/** How long NGINX is supported upstream or on AKS, in days, and what that does not mean. */
export function ClockCard(props: { clock: Clock; now: Date }) {
  const { clock, now } = props;
  const texts = useTexts();
  const { t } = texts;
  const titleId = useId();
  const { figure, detail } = clockText(texts, { support: clock.support, now });
  return (
    <Card>
      <CardBody>
        <section aria-labelledby={titleId} className={styles.clock}>
          <h2 id={titleId} className={styles.title}>
            {systemName(texts, clock.system)}
          </h2>
          <p className={styles.figure} data-tone={supportTone(clock.support)}>
            {figure}
          </p>
          <p className={styles.detail}>{detail}</p>
          {clock.retirement && (
            <Disclosure nested summary={t('clock.meaning')}>
              <ClockFacts retirement={clock.retirement} />
            </Disclosure>
          )}
        </section>
      </CardBody>
    </Card>
  );
}
