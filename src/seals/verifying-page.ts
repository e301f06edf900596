import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { dirname, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(import.meta.url);
const ending = here.endsWith('.ts') ? '.ts' : '.js';

/** The file, seen from `src` or `dist`, from which everything that the page runs is reached. */
const entry = 'seals/portable/check';

/**
 * One HTML file that checks seals in a browser, without an installation and without any request: its policy forbids
 * them. It runs the very modules that the command runs, written into it one after the other.
 */
export function verifyingPage(): string {
  const script = `${bundle()}\n${behaviour}`.replaceAll('</script', '<\\/script');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>Check a seal</title><style>${style}</style></head><body><main>
<h1>Check a seal</h1>
<p>A seal is a file that holds a published number with the rows it was counted from, or, of searches, with the released table that shows it. This page counts or adds up again and checks every hash, in this browser alone: it sends nothing, and works without a network.</p>
<p><label for="file">Seal (a file ending in .seal.zip)</label><br><input id="file" type="file" accept=".zip"></p>
<p><label for="signer">Public key that you expect it to be signed by (may stay empty)</label><br><input id="signer" size="70" autocomplete="off"></p>
<section id="result" aria-live="polite"></section>
<noscript><p>Checking needs JavaScript. Without it: <code>counterfoil verify FILE</code>.</p></noscript>
</main><script type="module">
${script}
</script></body></html>
`;
}

const style = `body{font:1rem/1.5 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}
.verdict{font-size:1.25rem;font-weight:600;border-left:.5rem solid;padding-left:.75rem}.good{border-color:#1a6b3c}.bad{border-color:#a4262c}
input{font:inherit;max-width:100%}li{word-break:break-word}@media(prefers-color-scheme:dark){body{color:#eee;background:#161616}}`;

const behaviour = `
const result = document.getElementById('result');
const add = (tag, text, name) => { const node = document.createElement(tag); node.textContent = text; if (name) node.className = name; result.append(node); return node; };
const list = (title, items) => { if (items.length === 0) return; add('h2', title); const ul = add('ul', ''); for (const item of items) { const li = document.createElement('li'); li.textContent = item; ul.append(li); } };
async function check() {
  const [file] = document.getElementById('file').files;
  if (!file) return;
  result.textContent = 'Checking …';
  const signer = document.getElementById('signer').value.trim();
  const found = await ${moduleName(entry)}.checkSeal(new Uint8Array(await file.arrayBuffer()), signer === '' ? undefined : signer);
  result.textContent = '';
  const good = found.complete && found.valid;
  add('p', good ? 'Complete and valid.' : (found.complete ? 'Complete' : 'NOT complete') + ', ' + (found.valid ? 'valid' : 'NOT valid') + '.', 'verdict ' + (good ? 'good' : 'bad'));
  if (found.seal) add('p', found.seal.statement);
  add('p', found.signature.state === 'good' ? 'Signed by ' + found.signature.signer : found.signature.state === 'bad' ? 'The signature is bad.' : 'Not signed.');
  list('Missing', found.missing);
  list('What is wrong', found.problems.map((problem) => problem.says));
  list('What this proves', found.proves);
  list('What this does not prove', found.does_not_prove);
}
document.getElementById('file').addEventListener('change', check);
document.getElementById('signer').addEventListener('change', check);
`;

/** The modules that the entry reaches, each as a function's scope, those imported first. */
function bundle(): string {
  const done = new Map<string, string>();
  const visit = (module: string): void => {
    if (done.has(module)) return;
    const code = source(module);
    done.set(module, '');
    const imports = [...code.matchAll(importLine)].map((found) => resolveModule(module, found[2] as string));
    for (const read of imports) visit(read);
    done.delete(module);
    done.set(module, wrap(module, code));
  };
  visit(entry);
  return [...done.values()].join('\n');
}

const importLine = /^import\s*\{([^}]*)\}\s*from\s*'([^']+)';?[ \t]*$/gm;
const exportLine = /^export (?=(?:async )?(?:function\*?|const|class) ([A-Za-z0-9_$]+))/gm;

/** A module's code without types; types-only imports are gone. */
function source(module: string): string {
  const text = readFileSync(posix.join(dirname(here), '..', `${module}${ending}`), 'utf8');
  return ending === '.ts' ? stripTypeScriptTypes(text) : text;
}

function wrap(module: string, code: string): string {
  const names = [...code.matchAll(exportLine)].map((found) => found[1]);
  const body = code
    .replace(importLine, (_line, list: string, from: string) => {
      const wanted = list
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '');
      return wanted.length === 0
        ? ''
        : `const { ${wanted.map((name) => name.replace(/\s+as\s+/, ': ')).join(', ')} } = ${moduleName(resolveModule(module, from))};`;
    })
    .replace(exportLine, '')
    .replace(/^\/\/# sourceMappingURL=.*$/gm, '');
  return `const ${moduleName(module)} = (() => {\n${body}\nreturn { ${names.join(', ')} };\n})();`;
}

function resolveModule(from: string, path: string): string {
  return posix.join(posix.dirname(from), path).replace(/\.[jt]s$/, '');
}

function moduleName(module: string): string {
  return `m_${module.replaceAll(/[^A-Za-z0-9]/g, '_')}`;
}
