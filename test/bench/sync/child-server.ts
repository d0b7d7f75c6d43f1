import { spawn } from 'node:child_process';

/** A server in a process of its own that prints the port on which it listens. */
export interface ChildServer {
  readonly port: number;
  readonly stop: () => Promise<void>;
}

export async function startChild(file: string, given: readonly string[]): Promise<ChildServer> {
  const child = spawn(process.execPath, [file, ...given], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const port = await new Promise<number>((resolve, reject) => {
    child.stdout.once('data', (line) => resolve(Number(line)));
    child.once('exit', () => reject(new Error(`${file} ended before it listened`)));
  });
  return {
    port,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
