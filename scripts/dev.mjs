// npm run dev -- [--port N]: the demo from its sources, for work on them.
import { developDemo, runDemo } from './demo.mjs';

export const main = (args) => runDemo(developDemo, args);
