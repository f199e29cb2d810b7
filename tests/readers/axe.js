// What axe-core finds wrong with web pages, as wide as a desk and as a phone: Chromium shows them.
//
// axe.js BROWSER FILE ...   prints {file: [words, ...]} as JSON. $NODE_PATH says where the packages are.

const { execFileSync } = require("child_process");
const fs = require("fs");
const puppeteer = require("puppeteer-core");

const WIDTHS = [1200, 360];

async function faults(page, file) {
  const found = [];
  for (const width of WIDTHS) {
    await page.setViewport({ width, height: 800 });
    await page.goto("file://" + file);
    await page.evaluate(fs.readFileSync(require.resolve("axe-core"), "utf8"));
    const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
    for (const { id, nodes } of violations) {
      found.push(`${width} px: ${id} at ${nodes.length} places, the first ${nodes[0].html.slice(0, 200)}`);
    }
  }
  return found;
}

async function main([program, ...files]) {
  const executablePath = execFileSync("which", [program], { encoding: "utf8" }).trim();
  const browser = await puppeteer.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  const page = await browser.newPage();
  // The pages let no script run, not axe's either.
  await page.setBypassCSP(true);
  const found = {};
  for (const file of files) {
    found[file] = await faults(page, file);
  }
  await browser.close();
  console.log(JSON.stringify(found));
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exit(1);
});
