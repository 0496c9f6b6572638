import { defineConfig } from 'eslint/config';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

const typed = ['src/**/*.ts', 'mock-api/**/*.ts', 'stories/**/*.ts', 'test/**/*.ts'];

const noClock = 'The clock is not known here: take the moment as an argument.';
const noFloat = 'Money and quantities are decimal strings: use the decimals of src/rating.';

export default defineConfig(
  { ignores: ['dist/', 'coverage/', 'reports/', 'storybook-static/', '.stryker-tmp/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  { files: ['**/*.{js,mjs,ts}'], extends: [tseslint.configs.recommended] },
  {
    files: typed,
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
  },
  {
    files: ['src/**/*.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/recommended']],
    plugins: { 'lit-a11y': litA11y },
    rules: {
      ...litA11y.configs.recommended.rules,
      '@typescript-eslint/no-non-null-assertion': 'error',
      // Otherwise a declaration file names packages that a host does not have.
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      'no-restricted-globals': ['error', { name: 'parseFloat', message: noFloat }],
      'no-restricted-properties': [
        'error',
        { property: 'toFixed', message: noFloat },
        { object: 'Number', property: 'parseFloat', message: noFloat },
      ],
    },
  },
  {
    files: ['src/rating/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: noClock },
        { selector: 'CallExpression[callee.name="Date"]', message: noClock },
        { selector: 'MemberExpression[object.name="Date"][property.name="now"]', message: noClock },
        {
          selector: 'MemberExpression[object.name="Math"][property.name="random"]',
          message: 'The same input gives the same result.',
        },
      ],
    },
  },
  {
    files: ['src/elements/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'TryStatement', message: 'Failures are caught in the store, once.' },
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    // Assertions of chai are bare expressions.
    rules: { '@typescript-eslint/no-unused-expressions': 'off' },
  },
);
