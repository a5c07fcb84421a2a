/** The kinds of work that the queue does by their names there; each has words in `health.task`. */
export const queueTasks = [
  'send-mail',
  'tidy',
  'nightly-checks',
  'run-checks',
  'count-rounds',
  'money-tasks',
] as const;

export type QueueTask = (typeof queueTasks)[number];
