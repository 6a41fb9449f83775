import { Link } from '@backstage/ui';
import { ReactNode } from 'react';

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

/** Whether a string is nothing but the address of a web page. */
export function isWebAddress(address: string): boolean {
  return /^https?:\/\/\S+$/.test(address) && URL.canParse(address);
}
