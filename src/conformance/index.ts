export { conformance, type Check, type ConformanceOptions } from './conformance.js';
export { CheckSkipped, ConformanceError } from './errors.js';
export { runChecks, type CheckResult, type ConformanceResult, type RunOptions } from './run.js';
export type { Control, Facts, Failure, Method, ScenarioController, SentRequest } from './scenario.js';
