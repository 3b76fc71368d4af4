import { createHash } from 'node:crypto';
import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { run } from './tools.mjs';

const holidays = '../JointDesk/Scheduling/holidays';

/** Type-checks, bundles, and writes index.html last: it is the sign that the page is whole. */
export async function compile(webChat) {
  if ((await run(process.execPath, ['node_modules/typescript/bin/tsc'])) !== 0) throw new Error('the page does not pass the type check');

  const { build } = await import('esbuild');
  await build({
    entryPoints: { page: 'src/main.ts', 'page-style': 'src/styles/page.css' },
    outdir: 'dist',
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['chrome100', 'firefox100', 'safari15.4'],
    // The desk's own calendar of statutory holidays, so that the page's "next working morning" is the desk's.
    define: { HOLIDAYS: JSON.stringify(await holidayDays()) },
    external: ['emblem.svg'],
    logLevel: 'warning',
  });
  await copyFile(`${webChat}/webchat.js`, 'dist/webchat.js');
  await copyFile(`${webChat}/webchat.js.LICENSE.txt`, 'dist/webchat.js.LICENSE.txt');
  await copyFile('src/emblem.svg', 'dist/emblem.svg');
  await writeFile('dist/index.html', await withVersions(await readFile('src/index.html', 'utf8')));
}

/** Date to "is a day off", of every year that the desk has data for. */
async function holidayDays() {
  const years = await Promise.all((await readdir(holidays)).map(async file => JSON.parse(await readFile(`${holidays}/${file}`, 'utf8'))));
  return Object.fromEntries(years.flatMap(({ days }) => days.map(({ date, isOffDay }) => [date, isOffDay])));
}

/** `page.js` becomes `page.js?v=…`: a browser may keep the file for ever, and still gets the new one. */
async function withVersions(html) {
  for (const file of ['webchat.js', 'page.js', 'page-style.css', 'emblem.svg']) {
    const hash = createHash('sha256').update(await readFile(`dist/${file}`)).digest('hex').slice(0, 12);
    html = html.replaceAll(`"${file}"`, `"${file}?v=${hash}"`);
  }
  return html;
}
