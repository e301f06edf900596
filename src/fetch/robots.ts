/** What a host's robots.txt says to this program (RFC 9309). */
export interface Robots {
  allows(path: string): boolean;
  /** Seconds between two requests that it asks for; 0 where it does not say. */
  delay: number;
}

/** The largest part of a robots.txt that is read. */
export const robotsBytes = 512 * 1024;

/** Reads robots.txt for a program of this name: its own group, else the one for everybody. */
export function parseRobots(text: string, name: string): Robots {
  const groups: { agents: string[]; rules: { allow: boolean; path: string }[]; delay: number }[] = [];
  let open = false;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const found = /^\s*([A-Za-z-]+)\s*:\s*([^#]*)/.exec(line);
    if (!found) continue;
    const [key, value] = [(found[1] as string).toLowerCase(), (found[2] as string).trim()];
    if (key === 'user-agent') {
      if (!open) groups.push({ agents: [], rules: [], delay: 0 });
      groups.at(-1)?.agents.push(value.toLowerCase());
      open = true;
      continue;
    }
    const group = groups.at(-1);
    if (!group) continue;
    if (key === 'allow' || key === 'disallow') {
      open = false;
      if (value !== '') group.rules.push({ allow: key === 'allow', path: value });
    } else if (key === 'crawl-delay') {
      open = false;
      group.delay = Math.max(0, Number(value) || 0);
    }
  }
  const own = groups.filter((group) => group.agents.includes(name.toLowerCase()));
  const asked = own.length > 0 ? own : groups.filter((group) => group.agents.includes('*'));
  const rules = asked.flatMap((group) => group.rules);
  return {
    delay: Math.max(0, ...asked.map((group) => group.delay)),
    allows(path) {
      if (path === '/robots.txt') return true;
      const fitting = rules.filter((rule) => matches(rule.path, path));
      fitting.sort((a, b) => b.path.length - a.path.length || Number(b.allow) - Number(a.allow));
      return fitting[0]?.allow ?? true;
    },
  };
}

/** Everything is allowed where there is no robots.txt, nothing where its host is out of order. */
export const allowAll: Robots = { delay: 0, allows: () => true };
export const allowNothing: Robots = { delay: 0, allows: () => false };

/** Whether a rule's path, with `*` and an ending `$`, is the beginning of a path. */
function matches(rule: string, path: string): boolean {
  const anchored = rule.endsWith('$');
  const parts = (anchored ? rule.slice(0, -1) : rule).split('*');
  let at = 0;
  for (const [index, part] of parts.entries()) {
    if (index === 0) {
      if (!path.startsWith(part)) return false;
      at = part.length;
    } else if (index === parts.length - 1 && anchored) {
      return path.length - part.length >= at && path.endsWith(part);
    } else {
      const found = path.indexOf(part, at);
      if (found < 0) return false;
      at = found + part.length;
    }
  }
  return !anchored || at === path.length;
}
