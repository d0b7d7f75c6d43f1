import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Reading, Task } from './read-pictures.ts';

/** Threads that read pictures, one a processor; each takes the next task when it is free. */
export class Readers {
  private readonly free: Worker[];
  private readonly all: readonly Worker[];
  private readonly waiting: { task: Task; answer: (reading: Reading) => void }[] = [];

  constructor() {
    const script = new URL('./read-pictures.ts', import.meta.url);
    this.all = Array.from({ length: availableParallelism() }, () => new Worker(script));
    this.free = [...this.all];
    // a reader that fails must end the run, not leave it waiting
    for (const worker of this.all) {
      worker.on('error', (error) => {
        throw error;
      });
    }
  }

  read(task: Task): Promise<Reading> {
    return new Promise((answer) => {
      this.waiting.push({ task, answer });
      this.next();
    });
  }

  async end(): Promise<void> {
    await Promise.all(this.all.map((worker) => worker.terminate()));
  }

  private next(): void {
    const worker = this.free.pop();
    const first = worker && this.waiting.shift();
    if (!worker) return;
    if (!first) {
      this.free.push(worker);
      return;
    }
    worker.once('message', (reading: Reading) => {
      this.free.push(worker);
      first.answer(reading);
      this.next();
    });
    worker.postMessage(first.task);
  }
}
