/** What the program knows of the world around it, so that tests can be that world. */
export interface Terminal {
  /** Folder that relative paths are resolved against. */
  cwd: string;
  /** The whole of standard input; read only when asked for. */
  readStandardInput: () => Promise<Uint8Array>;
  writeOutput: (text: string) => void;
  writeError: (text: string) => void;
  /** Width of the terminal; absent when output goes elsewhere. */
  columns?: number;
  /** The time now, for who does not give another one. */
  now: () => Date;
}
