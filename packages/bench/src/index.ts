export * from './output/BenchmarkResult';
