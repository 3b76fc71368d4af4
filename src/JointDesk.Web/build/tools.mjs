import { spawn } from 'node:child_process';
import { readFile, stat, writeFile } from 'node:fs/promises';

/** npm is not there, or could not fetch: nothing that a change of the sources would heal. */
export class ToolsMissing extends Error {}

const installed = 'node_modules/.installed';

/** esbuild and TypeScript, as the lock file has them; asks npm only when that has changed. */
export async function installTools() {
  const lock = await readFile('package-lock.json', 'utf8');
  const last = await readFile(installed, 'utf8').catch(() => '');
  if (last === lock && (await stat('node_modules/esbuild').catch(() => null))) return;
  if (Number(process.versions.node.split('.')[0]) < 20) throw new ToolsMissing(`Node.js ${process.versions.node} is too old: 20 or newer is needed`);
  await npm('ci', '--no-progress');
  await writeFile(installed, lock);
}

export async function npm(...args) {
  const code = await run('npm', args);
  if (code !== 0) throw new ToolsMissing(`npm ${args[0]} ended with ${code}`);
}

/** The exit code of a program; its output goes where the build's goes. */
export function run(program, args) {
  return new Promise((resolve, reject) => {
    // On Windows npm is a .cmd file, which only a shell starts.
    const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' });
    child.on('error', error => reject(new ToolsMissing(`${program}: ${error.message}`)));
    child.on('close', resolve);
  });
}
