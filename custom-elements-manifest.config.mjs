/** Leaves out what is nobody's business: private and protected members, statics, and empty modules. */
const publicOnly = {
  name: 'public-only',
  packageLinkPhase({ customElementsManifest: manifest }) {
    for (const { declarations } of manifest.modules)
      for (const declaration of declarations)
        if (declaration.members) declaration.members = declaration.members.filter(isPublic);
    manifest.modules = manifest.modules.filter(({ declarations }) => declarations.length > 0);
  },
};
const isPublic = ({ name, privacy, static: isStatic }) =>
  !isStatic && !['private', 'protected'].includes(privacy) && !/^[#_]/.test(name);

/** Names the files that are published, not the ones they are built from. */
const publishedPaths = {
  name: 'published-paths',
  packageLinkPhase({ customElementsManifest: manifest }) {
    const published = JSON.stringify(manifest).replaceAll(/"\/?src\/([^"]+)\.[tj]s"/g, '"dist/$1.js"');
    Object.assign(manifest, JSON.parse(published));
  },
};

export default {
  globs: ['src/elements/**/*.ts', 'src/events/**/*.ts'],
  exclude: ['**/*.styles.ts'],
  outdir: '.',
  packagejson: false,
  litelement: true,
  plugins: [publicOnly, publishedPaths],
};
