import { printable } from 'backstage-plugin-aks-traffic-common';
import { isValidElement, ReactNode } from 'react';

/**
 * What is put on the screen: of text that came from elsewhere, what is invisible or turns the writing around is shown
 * as its code, so that no name can pass for another one. Elements have seen to that themselves.
 */
export function asShown(node: ReactNode): ReactNode {
  if (typeof node === 'string') {
    return printable(node);
  }
  return Array.isArray(node) && !isValidElement(node)
    ? node.map(asShown)
    : node;
}
