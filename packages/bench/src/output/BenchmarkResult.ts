/** One figure of a benchmark. */
export interface BenchmarkRow {
  label: string;
  value: number;
  unit: string;
  /** How many times `against` it is, both measured in this run. */
  ratio?: number;
  /** What the ratio compares with. */
  against?: string;
}

/** What every benchmark prints. */
export interface BenchmarkResult {
  name: string;
  rows: BenchmarkRow[];
}
