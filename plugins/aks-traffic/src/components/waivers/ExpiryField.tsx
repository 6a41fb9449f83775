import { DatePicker } from '@backstage/ui';
import { parseDate } from '@internationalized/date';
import { useTexts } from '../../hooks/useTexts';
import { ExpiryDays } from '../../model/waivers/waiverRequest';

/** Asks for the last day of a waiver, as an ISO date; `undefined` while there is none. */
export function ExpiryField(props: {
  days: ExpiryDays;
  value: string | undefined;
  onChange: (day: string | undefined) => void;
}) {
  const { days, value, onChange } = props;
  const { t } = useTexts();
  return (
    <DatePicker
      label={t('waiver.expiry')}
      description={t('waiver.expiryDescription')}
      secondaryLabel={t('waiver.required')}
      isRequired
      minValue={parseDate(days.first)}
      maxValue={parseDate(days.last)}
      value={value === undefined ? null : parseDate(value)}
      onChange={day => onChange(day?.toString())}
    />
  );
}
