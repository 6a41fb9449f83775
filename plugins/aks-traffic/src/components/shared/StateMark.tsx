import { CampaignState } from 'backstage-plugin-aks-traffic-common';
import colours from './stateColours.module.css';
import styles from './StateMark.module.css';

/** The colour of a state of the campaign, as bars are drawn in; the word beside it says the same. */
export function StateMark(props: { state: CampaignState }) {
  return (
    <span
      className={`${styles.mark} ${colours.colour}`}
      data-state={props.state}
      aria-hidden="true"
    />
  );
}
