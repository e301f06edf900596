import type { Say } from '../../../language/say.ts';

const models: Readonly<Record<string, string>> = {
  'task-force': 'Task force',
  'warrant-service': 'Warrant service',
  'jail-enforcement': 'Jail enforcement',
  unreadable: 'Not readable',
};

/** A support model in words, for rows that carry a code. */
export function modelName(code: string, say: Say): string {
  const name = models[code];
  return name === undefined ? code : say(name);
}
