import { Text } from '@backstage/ui';
import { useTexts } from '../../hooks/useTexts';
import { WaivableFinding } from '../../model/waivers/waiverRequest';
import { asShown } from '../../text/asShown';
import { ClaimDetail } from '../shared/Claim';
import { ObjectName } from '../shared/ObjectName';

/** What is about to be waived, so that nobody waives the wrong thing, and what waiving it means. */
export function WaivedFinding(props: { finding: WaivableFinding }) {
  const { cluster, namespace, service, ruleId, subject, message } =
    props.finding;
  const { t } = useTexts();
  return (
    <div>
      <Text as="p" variant="body-medium" weight="bold">
        {asShown(message)}
      </Text>
      <ClaimDetail>
        {t('card.service', { service, namespace, cluster })}
      </ClaimDetail>
      <ObjectName object={subject} />
      <ClaimDetail>{t('waiver.rule', { rule: ruleId })}</ClaimDetail>
      <Text as="p" variant="body-small">
        {t('waiver.meaning')}
      </Text>
    </div>
  );
}
