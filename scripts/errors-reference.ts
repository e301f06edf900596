import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** One error as the sources state it. What stands for a name, a number or a file is `…`. */
export interface ListedError {
  code: string;
  messages: string[];
  hints: string[];
  /** Files that raise it, relative to the clone. */
  files: string[];
}

/** Words that stand in a helper far from the code. */
const elsewhere: Readonly<Record<string, { message?: string; hint?: string }>> = {
  'CF-BUILD-001': { hint: 'Run "counterfoil build" first.' },
  'CF-BUILD-002': { hint: 'Run "counterfoil build" first.' },
  'CF-CLAIM-003': { message: '… has no dimension "…".', hint: 'Did you mean "…"?' },
  'CF-CLAIM-004': { message: '"…" is no value of ….', hint: 'Give ….' },
  'CF-CONFIG-001': { hint: 'Put it right in … and run the command again.' },
  'CF-CONFIG-002': {
    message: 'Unknown key "…" in …. Did you mean "…"?<br>… lacks the key "…".<br>"…" is …; expected ….',
    hint: 'Put it right in … and run the command again.',
  },
  'CF-READ-030': {
    message: 'No layout is known for this file: ….',
    hint: 'Check that it is the file as its publisher released it, with its header row.',
  },
};

const root = fileURLToPath(new URL('..', import.meta.url));

/** The sources in which codes stand. */
function sources(): string[] {
  const below = readdirSync(join(root, 'src'), { recursive: true }).map((name) => join('src', String(name)));
  return [...below.filter((name) => /\.tsx?$/.test(name)), join('bin', 'counterfoil.js')].sort();
}

/** Every error code in `src` and `bin` with the messages and hints beside it, by code. */
export function listErrors(): ListedError[] {
  const found = new Map<string, ListedError>();
  for (const file of sources()) {
    const text = readFileSync(join(root, file), 'utf8');
    for (const match of text.matchAll(/'(CF-[A-Z]+-\d{3})'/g)) {
      const code = match[1] as string;
      const entry = found.get(code) ?? { code, messages: [], hints: [], files: [] };
      const { message, hint } = besides(text, match.index);
      for (const [list, words] of [
        [entry.messages, message],
        [entry.hints, hint],
        [entry.files, message.length + hint.length === 0 ? [] : [file.replaceAll('\\', '/')]],
      ] as const) {
        for (const word of words) if (word !== '' && !list.includes(word)) list.push(word);
      }
      found.set(code, entry);
    }
  }
  for (const [code, words] of Object.entries(elsewhere)) {
    const entry = found.get(code);
    if (!entry) throw new Error(`${code} is no longer raised: take it out of the list of words`);
    if (words.message !== undefined) entry.messages = words.message.split('<br>');
    if (words.hint !== undefined) entry.hints = [words.hint];
  }
  return [...found.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** What a code at `at` is raised with: in a call of `UserError`, in a helper's arguments, or in a row of a table. */
function besides(text: string, at: number): { message: string[]; hint: string[] } {
  const none = { message: [], hint: [] };
  const open = enclosing(text, at);
  if (open === undefined) return none;
  if (text[open] === '{') {
    const call = enclosing(text, open);
    const keys = parts(text, open);
    const valueFor = (name: string) =>
      keys.find((part) => part.startsWith(`${name}:`) || part === name) ?? '';
    if (call !== undefined && /UserError$/.test(text.slice(0, call)))
      return { message: firstOf(text, call), hint: literals(valueFor('hint'), text) };
    const message = valueFor('message') || valueFor('why');
    if (message === 'message') return fromHelper(text, open);
    return { message: literals(message, text), hint: literals(valueFor('hint'), text) };
  }
  const list = parts(text, open);
  const index = list.findIndex((part) => part.includes(text.slice(at + 1, at + 11)));
  return { message: literals(list[index + 1] ?? '', text), hint: literals(list[index + 2] ?? '', text) };
}

/** The message of a `new UserError(` that opens at `call`; where it is the parameter of a function, those of its calls. */
function firstOf(text: string, call: number): string[] {
  const [first = ''] = parts(text, call);
  if (first !== 'message') return literals(first, text);
  const helper = [...text.slice(0, call).matchAll(/function (\w+)\(([^)]*)\)/g)].at(-1);
  const place = helper?.[2]?.split(',').findIndex((part) => part.trim().startsWith('message')) ?? -1;
  if (!helper || place < 0) return [];
  const calls = [...text.matchAll(new RegExp(`(?<!function )\\b${helper[1]}\\(`, 'g'))];
  return calls.flatMap((found) =>
    literals(parts(text, found.index + (helper[1] as string).length)[place] ?? '', text),
  );
}

/** The calls of a small helper of one function, `const wrong = (message, hint) => ({ code, message, hint })`. */
function fromHelper(text: string, open: number): { message: string[]; hint: string[] } {
  const name = /const (\w+) = \([^()]*\) => \($/.exec(text.slice(0, open))?.[1];
  const rest = text.slice(open, text.indexOf('\n}\n', open));
  if (name === undefined) return { message: [], hint: [] };
  const calls = [...rest.matchAll(new RegExp(`\\b${name}\\(`, 'g'))].map((call) =>
    parts(rest, call.index + name.length),
  );
  return {
    message: calls.flatMap(([message = '']) => literals(message, '')),
    hint: calls.flatMap(([, hint = '']) => literals(hint, '')),
  };
}

/** Where the bracket opens that `at` is in. */
function enclosing(text: string, at: number): number | undefined {
  const open: number[] = [];
  walk(text, 0, at, (sign, index) => {
    if ('([{'.includes(sign)) open.push(index);
    else open.pop();
  });
  return open.at(-1);
}

/** The parts between commas of the bracket that opens at `open`. */
function parts(text: string, open: number): string[] {
  const cuts = [open];
  let depth = 0;
  let end = text.length;
  walk(
    text,
    open,
    text.length,
    (sign, index) => {
      if (index >= end) return;
      if ('([{'.includes(sign)) depth += 1;
      else if (sign === ',') depth === 1 && cuts.push(index);
      else {
        depth -= 1;
        if (depth === 0) end = index;
      }
    },
    true,
  );
  return cuts.map((cut, index) => text.slice(cut + 1, Math.min(cuts[index + 1] ?? end, end)).trim());
}

const tokens =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`|[()[\]{},]/g;

/** Tells of brackets (and commas) outside of texts and comments. */
function walk(
  text: string,
  from: number,
  to: number,
  tell: (sign: string, index: number) => void,
  commas = false,
): void {
  tokens.lastIndex = from;
  for (let found = tokens.exec(text); found && found.index < to; found = tokens.exec(text)) {
    const [sign] = found;
    if (sign.length === 1 && (commas || sign !== ',')) tell(sign, found.index);
  }
}

/** The texts in an expression; a plain name is looked up among the file's own `const name = …`. */
function literals(expression: string, text: string): string[] {
  const found = [
    ...expression.matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`|"((?:[^"\\\n]|\\.)*)"/g),
  ].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
  if (found.length > 0) return found.map(plain).filter((words) => / /.test(words));
  const name =
    /^(?:hint: )?(?:hint\b)?\s*([a-z]\w*)?$/i.exec(expression)?.[1] ??
    (expression === 'hint' ? 'hint' : undefined);
  const value = name === undefined ? undefined : new RegExp(`const ${name} =([^;]*);`).exec(text)?.[1];
  return value === undefined || value === expression ? [] : literals(value, '');
}

const plain = (words: string) =>
  words
    .replaceAll(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, '…')
    .replaceAll("\\'", "'")
    .replaceAll('\\n', ' ');

const cell = (words: readonly string[]) => words.map((one) => one.replaceAll('|', '\\|')).join('<br>');

/** The text of `docs/errors.md`. */
export function errorsReference(): string {
  const rows = listErrors().map(
    ({ code, messages, hints }) => `| \`${code}\` | ${cell(messages)} | ${cell(hints)} |`,
  );
  return `# Errors

An error is one line with a code that stays the same, the file and the place, and what is wrong; the next line says what to
do. What is particular to a case (a name, a file, a number) is \`…\` here. No error holds the text of a record.

| exit code | meaning |
|---|---|
| 0 | fine; files that were skipped are a note |
| 1 | a claim differs, or a check failed |
| 2 | usage or configuration |
| 3 | a source could not be read, or the disk is full |
| 4 | a fault of the program |
| 5 | the project is in use by another process |
| 130 | stopped with Ctrl-C |

Made by \`node scripts/errors-reference.ts\`; a test keeps it complete.

| code | message | what to do |
|---|---|---|
${rows.join('\n')}
`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(join(root, 'docs', 'errors.md'), errorsReference());
}
