import { join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { document } from './openapi-document.js';

/** Not of the contract's types: an error is a `BillingError`, and what rating alone reads is left to rating. */
const OTHERS = ['Problem', 'Price', 'Policies', 'CallRule'];
/** Names of the document for what is a plain string or number in the types. */
const SCALARS = ['CurrencyCode', 'Exponent', 'Exact', 'Last4', 'NextCursor'];
const FROM_RATING = [
  'AllowanceStatus',
  'Derivation',
  'InvoiceDates',
  'InvoiceLine',
  'LineWorking',
  'RoundingStep',
  'UsageCharge',
];

const PRELUDE = `
import type * as api from '../../src/api/index.js';
import type * as rating from '../../src/rating/index.js';

/** The type as a schema can say it: nothing is readonly, and a set that others may add to is a string. */
type Plain<T> = PlainText<Extract<T, string>> | Extract<T, null> | PlainRest<Exclude<T, string | null>>;
type PlainText<T> = [T] extends [never] ? never : string & {} extends T ? string : OpenOnTheWire<T>;
/** Closed in the types, open on the wire: what is unknown is dropped or shown by its name. */
type OpenOnTheWire<T> = api.Resource extends T ? string : rating.LineKind extends T ? string : T;
type PlainRest<T> =
  T extends rating.Price | rating.CallRule ? 'left to rating'
  : T extends readonly (infer Item)[] ? Plain<Item>[]
  : T extends object ? { -readonly [Key in keyof T]: Key extends 'price' | 'policies' | 'calls' ? 'left to rating' : Plain<T[Key]> }
  : T;
type Same<A, B> = [Plain<A>] extends [Plain<B>] ? ([Plain<B>] extends [Plain<A>] ? true : false) : false;
`;

test('the schemas of the document are the types of the adapter', { timeout: 20_000 }, async () => {
  const names = Object.keys(document.components.schemas).filter((name) => ![...OTHERS, ...SCALARS].includes(name));
  const generated = astToString(
    await openapiTS(JSON.stringify({ ...document, paths: {}, components: { schemas: document.components.schemas } })),
  );
  const claims = names.map(
    (name) => `export const ${name}: Same<components['schemas']['${name}'], ${typeOf(name)}> = true;`,
  );
  expect(complaints([PRELUDE, generated, ...claims].join('\n'))).toEqual([]);
});

function typeOf(name: string): string {
  if (name === 'PaymentMethodPage') return 'api.VersionedPage<api.PaymentMethod>';
  if (name.endsWith('Page')) return `api.Page<${typeOf(name.replace(/Page$/, ''))}>`;
  return FROM_RATING.includes(name) ? `rating.${name}` : `api.${name}`;
}

/** What the compiler says to a module that would stand beside this one. */
function complaints(source: string): string[] {
  const name = join(import.meta.dirname, 'openapi-types.generated.ts');
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts'],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (file, version, ...rest) =>
    file === name ? ts.createSourceFile(file, source, version) : read(file, version, ...rest);
  host.fileExists = (file) => file === name || ts.sys.fileExists(file);
  const program = ts.createProgram([name], options, host);
  const own = program.getSourceFile(name);
  return [...program.getSyntacticDiagnostics(own), ...program.getSemanticDiagnostics(own)].map(
    ({ messageText, start = 0 }) =>
      `${source.slice(0, start).split('\n').length}: ${source.slice(start, start + 40)} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
  );
}
