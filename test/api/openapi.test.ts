import { createConfig, lint } from '@redocly/openapi-core';
import { describe, expect, test } from 'vitest';
import { ROUTES } from '../../mock-api/http/routes.js';
import { restAdapter } from '../../src/adapters/rest.js';
import { faultsOf, file, operations, resolve, type Content, type Media } from './openapi-document.js';

test('the document keeps the recommended rules', { timeout: 20_000 }, async () => {
  const config = await createConfig({ extends: ['recommended'] });
  const problems = await lint({ ref: file, config });
  expect(problems.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([]);
});

test('each method of the adapter has an operation, and each operation a method', () => {
  const methods = Object.keys(restAdapter({ baseUrl: '/' })).filter((name) => name !== 'listUsageColumns');
  expect(operations.map(({ operation }) => operation.operationId).sort()).toEqual(methods.sort());
});

test('the mock has each operation, and no other', () => {
  const served = ROUTES.map(({ method, path }) => `${method.toUpperCase()} ${path.replace(/:(\w+)/g, '{$1}')}`);
  expect([...served, 'GET /events'].sort()).toEqual(operations.map(({ name }) => name).sort());
});

test.each(ROUTES)('$method $path asks for the headers that the document names', ({ method, path, ...route }) => {
  const name = `${method.toUpperCase()} ${path.replace(/:(\w+)/g, '{$1}')}`;
  const parameters = operations.find((each) => each.name === name)?.operation.parameters ?? [];
  const named = (parameter: string) => parameters.some(({ $ref }) => $ref.endsWith(`/${parameter}`));
  expect([named('IdempotencyKey'), named('IfMatch')]).toEqual([route.needsKey, route.needsVersion]);
});

describe.each(operations)('$name', ({ operation }) => {
  const { requestBody, responses } = operation;
  const all = [...(requestBody ? [requestBody] : []), ...Object.values(responses)];
  const media = all.flatMap((each) => Object.entries(resolve<Content>(each).content ?? {}));
  const examples = media.flatMap(([, { schema, examples = {} }]) =>
    Object.entries(examples).map(([name, example]) => ({ name, schema: schema ?? {}, value: valueOf(example) })),
  );

  test('has an example for each body of JSON', () => {
    const without = media.filter(([type, { examples }]) => type.includes('json') && !examples).map(([type]) => type);
    expect(without).toEqual([]);
  });

  test('has examples that fit their schemas', () => {
    for (const { schema, value } of examples) expect(faultsOf(schema, value)).toEqual([]);
  });
});

function valueOf(example: NonNullable<Media['examples']>[string]): unknown {
  return example.$ref === undefined ? example.value : resolve<{ value: unknown }>({ $ref: example.$ref }).value;
}
