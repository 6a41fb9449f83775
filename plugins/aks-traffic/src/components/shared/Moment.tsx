import { useTexts } from '../../hooks/useTexts';
import { ageText, momentText } from '../../text/times';

/** How long ago something was; pointing at it gives the exact time. */
export function Moment(props: { moment: Date; now: Date }) {
  const texts = useTexts();
  return (
    <time
      dateTime={props.moment.toISOString()}
      title={momentText(texts, props.moment)}
    >
      {ageText(texts, props)}
    </time>
  );
}
