/** Where all objects of a resource are, in every namespace, and the version its objects then have. */
export function collectionOf(
  resource: { group: string; resource: string },
  version: string,
): { path: string; apiVersion: string } {
  const apiVersion = resource.group ? `${resource.group}/${version}` : version;
  return {
    path: `${resource.group ? '/apis' : '/api'}/${apiVersion}/${
      resource.resource
    }`,
    apiVersion,
  };
}
