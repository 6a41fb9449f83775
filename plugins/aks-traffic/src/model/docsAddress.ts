import { isWebAddress } from './webAddress';

const docsFolder = 'docs/';

/** Whether something can stand before the path of a page: a web address without a query or a fragment. */
export function isDocsUrl(docsUrl: string): boolean {
  return isWebAddress(docsUrl) && !/[?#]/.test(docsUrl);
}

/**
 * Where the page that a finding names can be read.
 *
 * @remarks
 * A page that is a web address is where it says. A page `docs/rules/x.md` is at `rules/x.md` below the address at which
 * the folder `docs` is published; other paths, and all of them while no such address is known, are nowhere.
 */
export function docsAddress(options: {
  docs: string;
  docsUrl: string | undefined;
}): string | undefined {
  const { docs, docsUrl } = options;
  if (isWebAddress(docs)) {
    return docs;
  }
  if (
    docsUrl === undefined ||
    !isDocsUrl(docsUrl) ||
    !docs.startsWith(docsFolder)
  ) {
    return undefined;
  }
  const segments = docs.slice(docsFolder.length).split('/');
  // Paths come from data, and must not lead out of the folder.
  if (segments.some(segment => ['', '.', '..'].includes(segment))) {
    return undefined;
  }
  return [
    docsUrl.replace(/\/+$/, ''),
    ...segments.map(encodeURIComponent),
  ].join('/');
}
