/** Names each element's tag. They are registered in src/define, which is not read here, but declared beside the class. */
const tagNames = {
  name: 'tag-names',
  analyzePhase({ ts, node, moduleDoc }) {
    if (!ts.isInterfaceDeclaration(node) || node.name.text !== 'HTMLElementTagNameMap') return;
    for (const { name, type } of node.members) {
      const element = moduleDoc.declarations.find((declaration) => declaration.name === type.getText());
      if (element) Object.assign(element, { tagName: name.text, customElement: true });
    }
  },
};

/** Leaves only elements, their base class and events, and of those what a host may use. */
const publicOnly = {
  name: 'public-only',
  packageLinkPhase({ customElementsManifest: manifest }) {
    for (const module of manifest.modules) {
      module.declarations = module.declarations.filter(isPublicClass);
      module.exports = module.exports.filter(({ name }) => module.declarations.some((d) => d.name === name));
      for (const declaration of module.declarations) declaration.members = declaration.members?.filter(isPublicMember);
    }
    manifest.modules = manifest.modules.filter(({ declarations }) => declarations.length > 0);
  },
};
const isPublicClass = ({ customElement, superclass }) => customElement || superclass?.name === 'Event';
const isPublicMember = ({ name, privacy, static: isStatic }) =>
  !isStatic && privacy !== 'private' && privacy !== 'protected' && !/^[#_]/.test(name);

/** Names the files that are published, not the ones that they are built from. */
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
  // The analyzer would otherwise write its own path into package.json.
  packagejson: false,
  litelement: true,
  plugins: [tagNames, publicOnly, publishedPaths],
};
