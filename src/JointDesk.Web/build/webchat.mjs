import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { npm, ToolsMissing } from './tools.mjs';

const wanted = ['webchat.js', 'webchat.js.LICENSE.txt'];

/** The folder that holds the official Web Chat's bundle and its licences: the one package, not its 0.5 GB of dependencies. */
export async function fetchWebChat() {
  const { version, integrity } = JSON.parse(await readFile('package.json', 'utf8')).webChat;
  const folder = `obj/webchat-${version}`;
  if (await stat(folder).catch(() => null)) return folder;

  await mkdir('obj', { recursive: true });
  const work = await mkdtemp('obj/fetch-');
  try {
    await npm('pack', `botframework-webchat@${version}`, '--pack-destination', work, '--silent');
    const [tarball] = await readdir(work);
    const bytes = await readFile(`${work}/${tarball}`);
    const found = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
    if (found !== integrity) throw new ToolsMissing(`botframework-webchat ${version} is not the one that package.json pins`);

    for (const { name, content } of filesOf(gunzipSync(bytes))) {
      const file = name.replace(/^package\/dist\//u, '');
      if (wanted.includes(file)) await writeFile(`${work}/${file}`, content);
    }
    await rm(`${work}/${tarball}`);
    await rename(work, folder);
    return folder;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** The files of a tar archive (POSIX ustar: 512-byte header with name, octal size; content padded to 512). */
function* filesOf(tar) {
  for (let at = 0; tar[at]; ) {
    const text = (from, length) => tar.toString('utf8', at + from, at + from + length).replace(/\0.*$/su, '');
    const size = parseInt(text(124, 12), 8);
    yield { name: text(0, 100), content: tar.subarray(at + 512, at + 512 + size) };
    at += 512 + Math.ceil(size / 512) * 512;
  }
}
