import { Text } from '@backstage/ui';
import { Finding } from 'backstage-plugin-aks-traffic-common';
import { useContext } from 'react';
import { useTexts } from '../../hooks/useTexts';
import { docsAddress } from '../../model/docsAddress';
import { DocsUrl } from '../shared/DocsUrl';
import { ExternalLink } from '../shared/ExternalLink';

/** Where the rule behind a finding is explained: a link where its page is published, and else its path. */
export function RuleDocs(props: { finding: Finding }) {
  const { ruleId, docs } = props.finding;
  const { t } = useTexts();
  const address = docsAddress({ docs, docsUrl: useContext(DocsUrl) });
  return (
    <Text as="p" variant="body-small" color="secondary">
      {address === undefined ? (
        t('risk.documentationAt', { rule: ruleId, docs })
      ) : (
        <ExternalLink href={address}>
          {t('risk.documentation', { rule: ruleId })}
        </ExternalLink>
      )}
    </Text>
  );
}
