// Who may import whom. A folder that is not named in a list cannot be imported from there.
const core = ['src/rating/', 'src/api/'];
const shared = [...core, 'src/store/', 'src/styles/', 'src/locale/'];

const layers = {
  'src/rating/': [],
  'src/api/': ['src/rating/'],
  'src/adapters/': core,
  'src/store/': core,
  'src/locale/': core,
  'src/styles/': [],
  'src/elements/': shared,
  'src/define/': ['src/elements/'],
  'src/index.ts': [...shared, 'src/elements/'],
  'src/conformance/': core,
  'src/vaults/': core,
  'mock-api/': [...core, 'src/adapters/'],
  'stories/': ['src/', 'mock-api/'],
};

const layerRules = Object.entries(layers).map(([layer, allowed]) => ({
  name: `layer ${layer}`,
  severity: 'error',
  from: { path: `^${layer}` },
  to: { path: '^(src|mock-api|stories|test|scripts)/', pathNot: [layer, ...allowed].map((folder) => `^${folder}`) },
}));

export default {
  forbidden: [
    ...layerRules,
    {
      name: 'a folder of src that no rule knows',
      severity: 'error',
      from: { path: '^src/', pathNot: Object.keys(layers).map((layer) => `^${layer}`) },
      to: {},
    },
    {
      name: 'rating is alone: no package and no Node module',
      severity: 'error',
      from: { path: '^src/rating/' },
      to: { pathNot: '^src/' },
    },
    {
      name: 'no circle, except of types alone',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'no import that leads nowhere', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'published code needs only dependencies',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'core'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Imports of types count too.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'browser', 'types', 'default'] },
  },
};
