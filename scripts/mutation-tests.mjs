// What `test` and `describe` of vitest are while mutants are tested: they only note the tests, and the runner of
// mutation-runner.mjs runs them, again and again. `expect` is vitest's own.

/** Every test: its id, its file and what it runs. */
export const tests = [];

/** The `test` and `describe` of one file. */
export function suiteOf(fileName) {
  const names = [];
  const describe = (name, body) => {
    names.push(name);
    body();
    names.pop();
  };
  const test = (name, ...options) => {
    const title = [...names, name].join(' > ');
    tests.push({ id: `${fileName}: ${title}`, fileName, title, run: options.at(-1) });
  };
  return { describe: withEach(describe), test: withEach(test) };
}

/** One test or suite a row; a row that is a list gives several arguments. */
const withEach = (single) =>
  Object.assign(single, {
    each: (rows) => (name, body) =>
      rows.forEach((row, index) => single(`${name} (${index})`, () => body(...(Array.isArray(row) ? row : [row])))),
  });
