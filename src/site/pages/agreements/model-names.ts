/** Support models in words, for rows that carry a code. */
export const models: Readonly<Record<string, string>> = {
  'task-force': 'Task force',
  'warrant-service': 'Warrant service',
  'jail-enforcement': 'Jail enforcement',
  unreadable: 'Not readable',
};
