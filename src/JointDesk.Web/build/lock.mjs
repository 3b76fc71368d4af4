import { mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Runs `work` in one process at a time. Who had to wait takes what the other made, if `result` is new. */
export async function alone(lock, result, work) {
  const started = Date.now();
  await mkdir(dirname(lock), { recursive: true });
  while (!(await take(lock))) await pause(300);
  try {
    const made = await stat(result).then(({ mtimeMs }) => mtimeMs, () => 0);
    if (made < started) await work();
  } finally {
    await rm(lock, { force: true });
  }
}

async function take(lock) {
  try {
    const file = await open(lock, 'wx');
    await file.writeFile(`${process.pid}`);
    await file.close();
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (await isAbandoned(lock)) await rm(lock, { force: true });
    return false;
  }
}

/** A build that was killed leaves its lock behind. An empty lock was just taken: give its owner time to sign it. */
async function isAbandoned(lock) {
  const owner = Number(await readFile(lock, 'utf8').catch(() => ''));
  if (!owner) return false;
  try {
    process.kill(owner, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}
