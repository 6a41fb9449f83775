/** An image as the `images` of a kustomization take it. */
export interface ImageParts {
  name: string;
  newTag?: string;
  digest?: string;
}

/** Takes a reference to an image apart: the port of a registry is no tag, and a digest goes before a tag. */
export function imageParts(image: string): ImageParts {
  const [tagged, digest] = image.split('@');
  const [, name = tagged, tag] = /^(.+):([^:/]+)$/.exec(tagged) ?? [];
  return digest === undefined
    ? { name, newTag: tag ?? 'latest' }
    : { name, digest };
}
