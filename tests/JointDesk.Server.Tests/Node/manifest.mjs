// Says what is wrong with a Teams app by Microsoft's own JSON schemas: one line each.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const [packages, folder] = process.argv.slice(2);
const require = createRequire(join(packages, 'package.json'));
const Draft04 = require('ajv-draft-04').default ?? require('ajv-draft-04');
const Ajv = require('ajv').default ?? require('ajv');
const addFormats = require('ajv-formats').default ?? require('ajv-formats');
const schemas = join(packages, 'node_modules/@microsoft/app-manifest/build/json-schemas/teams/v1.19');

for (const [file, schema] of [['manifest.json', 'MicrosoftTeams.schema.json'], ['en.json', 'MicrosoftTeams.Localization.schema.json']]) {
  const rules = JSON.parse(readFileSync(join(schemas, schema), 'utf8'));
  const ajv = new (rules.$schema?.includes('draft-04') ? Draft04 : Ajv)({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv);
  const check = ajv.compile(rules);
  if (!check(JSON.parse(readFileSync(join(folder, file), 'utf8'))))
    for (const error of check.errors) console.log(`${file}: ${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`);
}
