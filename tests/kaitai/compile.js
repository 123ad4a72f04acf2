// Compiles every .ksy below spec/ with the genuine Kaitai Struct compiler.
//
//   node compile.js [--spec DIR] [--out DIR] [--lang python,javascript] [--only ID,ID] [--no-debug]
//
// Writes OUT/<language>/… and OUT/spec.json (all files of the tree as JSON, by id: dump_tree.py reads types, order and
// `-keys` from it, so that YAML is parsed in one place only). Python is compiled in debug mode, which records where each
// field starts and ends; other languages are not. The exit code is the number of files that do not compile.
'use strict';
const fs = require('fs');
const path = require('path');
const yaml = require('js-yaml');
const ksc = require('kaitai-struct-compiler');

const options = { spec: path.join(__dirname, '../../spec'), out: path.join(__dirname, '../../target/kaitai'), lang: 'python,javascript', only: '', debug: true };
for (let args = process.argv.slice(2); args.length > 0;) {
  const name = args.shift().replace(/^--/, '');
  if (name === 'no-debug') options.debug = false;
  else if (name in options && args.length > 0) options[name] = args.shift();
  else fail(`unknown option --${name}`);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

function specFiles(dir) {
  return fs.readdirSync(dir, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((e) => (e.isDirectory() ? specFiles(path.join(dir, e.name)) : e.name.endsWith('.ksy') ? [path.join(dir, e.name)] : []));
}

const files = new Map(); // id -> { file, tree }
for (const file of specFiles(options.spec)) {
  let tree;
  try {
    tree = yaml.load(fs.readFileSync(file, 'utf8'), { filename: file });
  } catch (e) {
    fail(`${file}: ${e.reason}\n${e.mark ? e.mark.snippet : ''}`);
  }
  const id = path.basename(file, '.ksy');
  if (tree.meta.id !== id) fail(`${file}: meta.id is ${tree.meta.id}`);
  if (files.has(id)) fail(`${file}: there is another ${id}.ksy`);
  files.set(id, { file, tree });
}

// The compiler asks for imports as they are spelled, without saying where: ids are unique, so the last part finds the file.
// That the spelling is right (relative to the importing file) is checked here.
for (const { file, tree } of files.values()) {
  for (const name of tree.meta.imports || []) {
    const target = path.join(path.dirname(file), `${name}.ksy`);
    if (!fs.existsSync(target)) fail(`${file}: there is no ${target}`);
  }
}
const importer = {
  importYaml: (name) => {
    const found = files.get(path.basename(name));
    return found ? Promise.resolve(found.tree) : Promise.reject(new Error(`no ${name}.ksy`));
  },
};

(async () => {
  let allFailed = 0;
  for (const lang of options.lang.split(',')) {
    const out = path.join(options.out, lang);
    fs.rmSync(out, { recursive: true, force: true });
    fs.mkdirSync(out, { recursive: true });
    let failed = 0;
    const only = options.only.split(',').filter(Boolean);
    const wanted = [...files.values()].filter(({ tree }) => only.length === 0 || only.includes(tree.meta.id));
    for (const { file, tree } of wanted) {
      try {
        const sources = await ksc.compile(lang, tree, importer, options.debug && lang === 'python');
        for (const [name, source] of Object.entries(sources)) {
          fs.mkdirSync(path.dirname(path.join(out, name)), { recursive: true });
          fs.writeFileSync(path.join(out, name), source);
        }
      } catch (e) {
        failed += 1;
        console.log(`${lang}: ${path.relative(options.spec, file)}: ${String(e.message || e)}`);
      }
    }
    console.log(`${lang}: ${wanted.length - failed} of ${wanted.length} files compiled`);
    allFailed += failed;
  }
  const trees = Object.fromEntries([...files].map(([id, { tree }]) => [id, tree]));
  fs.writeFileSync(path.join(options.out, 'spec.json'), JSON.stringify(trees, null, 1));
  process.exit(allFailed);
})();
