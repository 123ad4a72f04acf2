// The house rules of spec/README.md that a program can check and the compilers do not: documentation, names, and what some of
// Kaitai's targets get wrong.   node lint.js [--spec DIR]
'use strict';
const fs = require('fs');
const path = require('path');
const yaml = require('js-yaml');

const spec = process.argv[2] === '--spec' ? process.argv[3] : path.join(__dirname, '../../spec');
const reserved = new Set((
  // Rust, Java, JavaScript, Python, C++, Go, C# and Ruby
  'abstract alignas alignof and as assert async await become begin bool boolean box break byte case catch chan char checked class const '
  + 'continue crate debugger decimal def default del delegate delete do double dyn elif else elsif end ensure enum event except explicit '
  + 'export extends extern fallthrough false final finally fixed float fn for foreach from func function gen global go goto if impl implements '
  + 'implicit import in instanceof int interface internal is lambda let lock long loop macro map match mod module move mut mutable namespace '
  + 'native new next nil nonlocal not null object operator or out override package params pass priv private protected pub public raise range '
  + 'readonly redo ref register rescue retry return sbyte sealed select self short signed sizeof static strictfp string struct super switch '
  + 'synchronized template then this throw throws trait transient true try type typedef typeof uint ulong unchecked undef union unless unsafe '
  + 'unsigned unsized until use using var virtual void volatile when where while with yield').split(' '));
const problems = [];

function files(dir) {
  return fs.readdirSync(dir, { withFileTypes: true }).flatMap((e) => (
    e.isDirectory() ? files(path.join(dir, e.name)) : e.name.endsWith('.ksy') ? [path.join(dir, e.name)] : []));
}

function name(at, id) {
  if (reserved.has(id)) problems.push(`${at}: \`${id}\` is a reserved word of some language`);
  if (!/^[a-z][a-z0-9_]*$/.test(id)) problems.push(`${at}: \`${id}\` is not in snake_case`);
}

function field(at, f) {
  if (!f.doc) problems.push(`${at}: no doc`);
  const type = f.type;
  if (type && typeof type === 'object' && Object.values(type.cases || {}).some((t) => /^[sub][0-9]+/.test(String(t)))) {
    problems.push(`${at}: switch-on over integers has 32 bits in some targets`);
  }
  const bits = /^b([0-9]+)/.exec(String(type));
  if (bits && Number(bits[1]) > 32) problems.push(`${at}: ${type} has more than 32 bits, which JavaScript cannot read`);
}

function type(at, t, isRoot) {
  if (!t.doc) problems.push(`${at}: no doc`);
  if (!t['doc-ref']) problems.push(`${at}: no doc-ref`);
  for (const p of t.params || []) { name(`${at}(${p.id})`, p.id); if (!p.doc) problems.push(`${at}(${p.id}): no doc`); }
  for (const f of t.seq || []) { name(`${at}.${f.id}`, f.id); field(`${at}.${f.id}`, f); }
  for (const [id, f] of Object.entries(t.instances || {})) {
    name(`${at}.${id}`, id);
    field(`${at}.${id}`, f);
    if (!('value' in f) && t['-mode'] === 'visit') problems.push(`${at}.${id}: an instance with pos in a visited type`);
  }
  for (const [id, e] of Object.entries(t.enums || {})) {
    name(`${at}::${id}`, id);
    for (const [value, v] of Object.entries(e)) {
      if (!/^-?[0-9]+$/.test(value)) problems.push(`${at}::${id}: ${value} is no integer`);
      name(`${at}::${id}`, typeof v === 'object' ? v.id : String(v));
    }
  }
  for (const [id, nested] of Object.entries(t.types || {})) { name(`${at}/${id}`, id); type(`${at}/${id}`, nested, false); }
  if (isRoot) {
    for (const key of ['title', 'license']) if (!t.meta[key]) problems.push(`${at}: no meta.${key}`);
  }
}

const all = files(spec).sort();
for (const file of all) {
  const text = fs.readFileSync(file, 'utf8');
  const at = path.relative(spec, file);
  text.split('\n').forEach((line, i) => {
    if (line.length > 150) problems.push(`${at}:${i + 1}: ${line.length} characters`);
    if (/\s$/.test(line)) problems.push(`${at}:${i + 1}: space at the end of the line`);
  });
  try {
    type(at, yaml.load(text), true);
  } catch (e) {
    if (!(e instanceof yaml.YAMLException)) throw e;
    problems.push(`${at}:${e.mark.line + 1}: ${e.reason}`);
  }
}
problems.forEach((p) => console.log(p));
console.log(`${all.length} files, ${problems.length} problems`);
process.exit(problems.length ? 1 : 0);
