import { Link } from '@backstage/ui';
import { ReactNode } from 'react';
import { isWebAddress } from '../../model/webAddress';

/** A link to the web, or only its text when the address is anything else: it comes from data. */
export function ExternalLink(props: { href: string; children: ReactNode }) {
  return isWebAddress(props.href) ? (
    <Link
      href={props.href}
      target="_blank"
      rel="noopener noreferrer"
      variant="body-small"
    >
      {props.children}
    </Link>
  ) : (
    <>{props.children}</>
  );
}
