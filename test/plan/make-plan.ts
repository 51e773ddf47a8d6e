import { taskId } from '../../src/plan/identity.ts';
import type { Plan, Task } from '../../src/plan/schema.ts';

const plain: Omit<Task, 'id' | 'number'> = {
  name: null,
  items: [],
  targets: null,
  ratio: null,
  frequency: null,
  creditRule: null,
  period: null,
  lead: [],
  partners: [],
};

/** A plan of which only what matters to a test is given. */
export const makePlan = (tasks: readonly Partial<Task>[], head: Partial<Plan> = {}): Plan => ({
  schema: 'choucha/plan@1',
  id: 'x-2024',
  title: null,
  subtitle: null,
  edition: null,
  year: 2024,
  kind: null,
  region: null,
  issuer: [],
  documentNumber: null,
  issued: null,
  notes: [],
  ...head,
  tasks: tasks.map((task, index) => ({ ...plain, id: taskId(head.id ?? 'x-2024', index), number: index + 1, ...task })),
});
