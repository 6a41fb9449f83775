import { rememberTexts } from '../objects/rememberTexts';

/** A container image, taken apart. */
export interface ImageReference {
  /** Registry and path, such as `registry.k8s.io/ingress-nginx/controller`. */
  repository: string;
  tag?: string;
  digest?: string;
}

/** Every system asks for the image of every container. */
const parse = rememberTexts((image): ImageReference => {
  const at = image.indexOf('@');
  const digest = at < 0 ? undefined : image.slice(at + 1);
  const named = at < 0 ? image : image.slice(0, at);
  const colon = named.lastIndexOf(':');
  // A colon before the last slash belongs to the registry's port.
  const tagged = colon > named.lastIndexOf('/');
  return {
    repository: tagged ? named.slice(0, colon) : named,
    tag: tagged ? named.slice(colon + 1) : undefined,
    digest,
  };
});

/** Takes a container image reference apart; any text gives a result. */
export function parseImageReference(image: string): ImageReference {
  return parse(image);
}

/** Whether a repository is this path or ends in it: mirrors keep the end and change the registry. */
export function repositoryEndsWith(repository: string, path: string): boolean {
  return (
    repository.endsWith(path) &&
    (repository.length === path.length ||
      repository.at(-path.length - 1) === '/')
  );
}

/** The version a tag names, without a leading `v`; `undefined` for tags such as `latest`. */
export function versionOfTag(tag: string | undefined): string | undefined {
  const match = /^v?(\d+\.\d+[0-9A-Za-z.+-]*)$/.exec(tag ?? '');
  return match?.[1];
}
