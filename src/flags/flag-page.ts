import type { Flag, FlagSetting } from '../figures/flag.ts';

const list = (items: readonly string[]) => items.map((item) => `- ${item}`).join('\n');
const shown = (value: FlagSetting['default']) =>
  typeof value === 'number' ? value.toLocaleString('en-US') : value.join(', ');

/** The text of a flag with its settings put in. */
export function withValues(
  text: string,
  settings: Readonly<Record<string, number | readonly string[]>>,
): string {
  return text.replace(/\{([a-z_]+)\}/g, (whole, name: string) => {
    const value = settings[name];
    return value === undefined ? whole : shown(value);
  });
}

/** The page of one flag, in Markdown: what it asks, how, and what else can explain it. */
export function flagPage(flag: Flag): string {
  const defaults = Object.fromEntries(
    Object.entries(flag.settings).map(([name, setting]) => [name, setting.default]),
  );
  const settings = Object.entries(flag.settings).map(
    ([name, setting]) => `| \`${name}\` | ${shown(setting.default)} | ${setting.says} |`,
  );
  const say = (text: string) => withValues(text, defaults);
  const parts = [
    `# ${flag.title}${flag.cardinal === undefined ? '' : ` (${flag.cardinal})`}`,
    `\`${flag.id}\` · one unit is: ${flag.unit}`,
    'A flag is a question that the records raise. It accuses nobody.',
    `## Method\n\n${say(flag.method)}`,
    `## Why it matters\n\n${flag.why}`,
    `## What else can explain it\n\n${list(flag.innocent)}`,
    `## What it leaves out\n\n${list(flag.exclusions.map(say))}`,
    `## Worked example\n\n${flag.example}`,
    settings.length === 0
      ? ''
      : `## Settings\n\nIn \`counterfoil.yaml\` under \`flags:\`, \`${flag.id}:\`.\n\n| setting | default | what it is |\n|---|---|---|\n${settings.join('\n')}`,
    `## What it needs\n\n${flag.needs}`,
    `## Where it comes from\n\n${flag.source}`,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
