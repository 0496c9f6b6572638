import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

/** Where the document of the REST shape is. */
export const file = join(import.meta.dirname, '../../src/api/openapi.yaml');

/** What a test looks at of an operation. */
export interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly $ref: string }[];
  readonly requestBody?: { readonly $ref: string };
  readonly responses: Readonly<Record<string, { readonly $ref: string }>>;
}

export interface Media {
  readonly schema?: object;
  readonly examples?: Readonly<Record<string, { readonly $ref?: string; readonly value?: unknown }>>;
}

export interface Content {
  readonly content?: Readonly<Record<string, Media>>;
}

export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: Readonly<Record<'schemas' | 'requestBodies' | 'responses', Readonly<Record<string, Content>>>>;
}

export const document = parse(readFileSync(file, 'utf8')) as OpenApi;

/** What a `$ref` of the document points to. */
export function resolve<T>({ $ref }: { readonly $ref: string }): T {
  const steps = $ref.replace('#/', '').split('/');
  return steps.reduce<unknown>((node, step) => (node as Record<string, unknown>)[step], document) as T;
}

const ajv = new Ajv2020({
  strict: true,
  strictTypes: false,
  strictRequired: false,
  allowUnionTypes: true,
  allErrors: true,
});
addFormats(ajv);
ajv.addVocabulary(['x-extensible-enum', 'components']);
ajv.addSchema({ $id: 'api:', components: document.components }, undefined, undefined, false);

/** What a value has that its schema, an inline one or a reference into the document, doesn't allow. */
export function faultsOf(schema: object, value: unknown): readonly ErrorObject[] {
  const absolute = JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"api:#/')) as object;
  const validate = compiled.get(JSON.stringify(schema)) ?? ajv.compile(absolute);
  compiled.set(JSON.stringify(schema), validate);
  return validate(value) ? [] : (validate.errors ?? []);
}

const compiled = new Map<string, ReturnType<typeof ajv.compile>>();

/** Every operation with its method and its path, as a reader says them: `GET /invoices/{id}`. */
export const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, operation })),
);

/** What the answer of an operation has that the document doesn't allow; its status must be one that the document names. */
export function answerFaults(name: string, status: number, type: string, body: unknown): readonly unknown[] {
  const found = operations.find((each) => each.name === name)?.operation.responses[String(status)];
  if (!found) return [`${name} has no answer ${status}`];
  const { content = {} } = resolve<Content>(found);
  const media = content[type];
  if (!media) return Object.keys(content).length === 0 && type === '' ? [] : [`${name} has no ${type}`];
  return media.schema ? faultsOf(media.schema, body) : [];
}
