// npm start -- [--port N]: the demo, built as a host would build it.
import { runDemo, serveDemo } from './demo.mjs';

export function main(args) {
  // Whatever the user's shell says: the development builds of libraries write warnings to the console.
  process.env.NODE_ENV = 'production';
  return runDemo(serveDemo, args);
}
