// Makes dist/ from src/. Exit code 1: the page's own sources are wrong. 2: what is needed to build it could not be had.
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { compile } from './compile.mjs';
import { alone } from './lock.mjs';
import { installTools, ToolsMissing } from './tools.mjs';
import { fetchWebChat } from './webchat.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

try {
  await alone('obj/build.lock', 'dist/index.html', async () => {
    await rm('dist', { recursive: true, force: true });
    await installTools();
    await compile(await fetchWebChat());
  });
} catch (error) {
  console.error(`${error.message ?? error}`);
  process.exitCode = error instanceof ToolsMissing ? 2 : 1;
}
