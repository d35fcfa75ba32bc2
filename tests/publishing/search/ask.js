// Runs the script of the site under node: reads what to do as JSON from stdin, prints what came of it as JSON.
const fs = require("fs");
const path = require("path");

const {script, folder, queries, texts, radicals, postings} = JSON.parse(fs.readFileSync(0, "utf8"));
const search = require(script);

const asked = async () => {
  let bytes = 0;
  const load = async (name) => {
    const data = fs.readFileSync(path.join(folder, "search", name));
    bytes += data.length;
    return JSON.parse(data);
  };
  const answers = [];
  let index = null;
  for (const {q, chosen, fresh} of queries) {
    bytes = 0;
    if (fresh || !index) index = await search.open(load);
    const begin = process.hrtime.bigint();
    const answer = await index.find(q, chosen);
    const records = await index.records(answer.hits.slice(0, 10));
    answers.push({...answer, records, bytes, ms: Number(process.hrtime.bigint() - begin) / 1e6});
  }
  return answers;
};

(async () => {
  const answer = queries ? await asked() : texts ? texts.map((text) => search.runs(text, search.meanings(radicals))) :
    postings.map(([posting, size]) => Array.from(search.decoded(posting, size).keys()).filter((d) => search.decoded(posting, size)[d]));
  process.stdout.write(JSON.stringify(answer));
})();
