// Checks each card, one a line of a file, against a JSON schema (draft 6, as that of Adaptive Cards is) and prints what is wrong.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

const [packages, schemaFile, cardsFile] = process.argv.slice(2);
const require = createRequire(packages + '/');
const Ajv = require('ajv');
const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
ajv.addMetaSchema(require('ajv/dist/refs/json-schema-draft-06.json'));
const { id, ...schema } = JSON.parse(readFileSync(schemaFile, 'utf8'));
const validate = ajv.compile(schema);
for (const line of readFileSync(cardsFile, 'utf8').split('\n').filter(text => text))
  if (!validate(JSON.parse(line))) console.log(`${ajv.errorsText(validate.errors)} in ${line}`);
