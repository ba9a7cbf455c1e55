// How long JSON.parse and a compiled schema take for the same texts. Reads one JSON object from the file that is named:
// { ajv, schema, files: [{ text, policies: [JSON pointer, …] }] }. Prints the median over the files, in microseconds.
const { readFileSync } = require("node:fs");
const { join } = require("node:path");

const { ajv, schema, files } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const Ajv = require(join(ajv, "dist", "2020")).default;
const validate = new Ajv({ allErrors: true, strict: false, validateFormats: false }).compile(schema);

// As in the other measures: batches of at least 5 ms, and the median of nine.
function microseconds(work) {
  const batch = (runs) => {
    const start = performance.now();
    for (let run = 0; run < runs; run += 1) work();
    return performance.now() - start;
  };
  let runs = 1;
  while (batch(runs) < 5) runs *= 2;
  return median(Array.from({ length: 9 }, () => (batch(runs) / runs) * 1000));
}

function median(values) {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

// RFC 6901.
function steps(pointer) {
  return pointer.split("/").slice(1).map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

let faults = 0;
const times = files.map(({ text, policies }) => {
  const places = policies.map(steps);
  const time = microseconds(() => {
    let value;
    try {
      value = JSON.parse(text);
    } catch {
      return;
    }
    for (const place of places) {
      let policy = value;
      for (const step of place) policy = policy?.[step];
      if (!validate(policy)) faults += validate.errors.length;
    }
  });
  return time / Math.max(policies.length, 1);
});
console.log(median(times));
// So that the work is not for nothing, and cannot be left out.
process.exitCode = faults < 0 ? 1 : 0;
