/** Lit's development build says so on the console; a visitor of the demo has no use for that. Imported before Lit. */
Object.assign(globalThis, { litIssuedWarnings: new Set(['dev-mode']) });
