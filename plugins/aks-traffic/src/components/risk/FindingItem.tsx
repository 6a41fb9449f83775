import {
  Finding,
  Retirement,
  ServiceTraffic,
  Waiver,
} from 'backstage-plugin-aks-traffic-common';
import { ReactNode, useContext } from 'react';
import { Disclosure } from '../shared/Disclosure';
import { FindingClaim } from './FindingClaim';
import { FindingDetails } from './FindingDetails';
import styles from './FindingItem.module.css';
import { FoldedFindings } from './FoldedFindings';

/** One finding: what is wrong with what, until when, what to do, and what shows it. */
export function FindingItem(props: {
  finding: Finding;
  retirement?: Retirement;
  /** The service it was made about, where several are shown together. */
  service?: ServiceTraffic;
  /** Whether and how long somebody accepts it. */
  waiver?: Waiver;
  now: Date;
  /** What can be done about it here. */
  actions?: ReactNode;
}) {
  const { finding, retirement, service, waiver, now, actions } = props;
  const isFolded = useContext(FoldedFindings);
  const claim = (
    <FindingClaim
      finding={finding}
      retirement={retirement}
      waiver={waiver}
      now={now}
    />
  );
  const details = (
    <FindingDetails
      finding={finding}
      service={service}
      waiver={waiver}
      actions={actions}
    />
  );
  return isFolded ? (
    <Disclosure nested summary={claim}>
      {details}
    </Disclosure>
  ) : (
    <article className={styles.finding}>
      {claim}
      {details}
    </article>
  );
}
