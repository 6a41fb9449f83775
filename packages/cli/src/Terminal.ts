/** What the program knows of the world around it, so that tests can be that world. */
export interface Terminal {
  /** Folder that relative paths are resolved against. */
  cwd: string;
  environment: NodeJS.ProcessEnv;
  homeDirectory: string;
  /** Standard input; read only when asked for. */
  standardInput: () => AsyncIterable<Uint8Array>;
  /** Whether somebody can answer questions at standard input. */
  isInteractive: boolean;
  writeOutput: (text: string) => void;
  writeError: (text: string) => void;
  /** Width of the terminal; absent when output goes elsewhere. */
  columns?: number;
  /** The time now, for who does not give another one. */
  now: () => Date;
}
