import { Text } from '@backstage/ui';
import { useContext } from 'react';
import { useTexts } from '../../hooks/useTexts';
import { docsAddress } from '../../model/docsAddress';
import { DocsUrl } from './DocsUrl';
import { ExternalLink } from './ExternalLink';

/** A page of the documentation: a link where it is published, and else its path. */
export function DocsLink(props: {
  /** Path of the page in the repository. */
  docs: string;
  anchor?: string;
  name: string;
}) {
  const { docs, anchor, name } = props;
  const { t } = useTexts();
  const address = docsAddress({ docs, docsUrl: useContext(DocsUrl) });
  return address === undefined ? (
    <Text as="span" variant="body-small" color="secondary">
      {t('docs.at', { name, docs })}
    </Text>
  ) : (
    <ExternalLink href={anchor ? `${address}#${anchor}` : address}>
      {name}
    </ExternalLink>
  );
}
