/** An answer, read to its end. */
export interface ContractResponse {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  /** Throws when the text is not JSON. */
  json(): any;
}

export interface ContractRequestOptions {
  method?: string;
  accept?: string;
  acceptEncoding?: string;
  /** Instead of the target's own credentials; `undefined` for none. */
  authorization?: string | undefined;
}

/** A resource that the caller may list. */
export interface ContractResource {
  /** Of the list in all namespaces, such as `/apis/networking.k8s.io/v1/ingresses`. */
  path: string;
  group: string;
  version: string;
  resource: string;
  kind: string;
  namespaced: boolean;
}

/** What can be done to a server that is ours. */
export interface ContractControls {
  /** Creates or replaces an object of the built-in resource, by its name. */
  apply(name: string, labels?: Record<string, string>): void;
  remove(name: string): void;
  compact(): void;
}

/** A server that the contract is checked against, and what is known to be there. */
export interface ContractTarget {
  request(
    path: string,
    options?: ContractRequestOptions,
  ): Promise<ContractResponse>;
  /** The events of a watch, as they come, until the server ends it or the caller stops reading. */
  watch(path: string): AsyncGenerator<any>;
  /** A built-in resource with at least three objects. */
  builtIn: ContractResource;
  /** A custom resource with at least one object; absent where there is none. */
  custom?: ContractResource;
  /** A path of objects that the caller is refused; absent where everything is allowed. */
  refusedPath?: string;
  /** Absent for a server that must not be touched. */
  controls?: ContractControls;
}

/** One behaviour of API servers. */
export interface ContractCase {
  name: string;
  /** Things that not every target has. */
  needs?: ('controls' | 'custom' | 'refusedPath')[];
  run(target: ContractTarget): Promise<void>;
}
