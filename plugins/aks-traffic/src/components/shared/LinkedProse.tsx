import { Fragment } from 'react';
import { proseParts } from '../../model/webAddress';
import { asShown } from '../../text/asShown';
import { ExternalLink } from './ExternalLink';

/** A sentence whose web addresses are links. */
export function LinkedProse(props: { text: string }) {
  return (
    <>
      {proseParts(props.text).map(({ text, address }, index) =>
        address === undefined ? (
          <Fragment key={index}>{asShown(text)}</Fragment>
        ) : (
          <ExternalLink key={index} href={address}>
            {asShown(text)}
          </ExternalLink>
        ),
      )}
    </>
  );
}
