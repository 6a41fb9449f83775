export interface Config {
  /** Where the golden path of the demo ends, in place of a hosted repository and a real cluster. */
  demo?: {
    /** Folder that new repositories are made in. */
    repositories: string;
    /** Address of the simulator's control port, such as `http://127.0.0.1:7008`. */
    simulatorControl: string;
  };
}
