// Reads {words, cases: [{schema, values}]} and writes, for each case, which values ajv accepts, in its strict mode.
const Ajv = require("ajv/dist/2020");
const given = JSON.parse(require("fs").readFileSync(0, "utf8"));
const ajv = new Ajv({ strict: true, strictTypes: true, strictTuples: true, strictSchema: true, logger: {
  log: fail, warn: fail, error: fail,
} });
function fail(text) { throw new Error(text); }
ajv.addVocabulary(given.words);
process.stdout.write(JSON.stringify(given.cases.map(({ schema, values }) => {
  const check = ajv.compile(schema);
  return values.map((value) => check(value));
})));
