// Web pages as Chromium prints them.
//
// print.js BROWSER FILE ...   prints each beside itself, as FILE.pdf, and {file: that} as JSON. $NODE_PATH says where the packages are.

const { execFileSync } = require("child_process");
const puppeteer = require("puppeteer-core");

async function main([program, ...files]) {
  const executablePath = execFileSync("which", [program], { encoding: "utf8" }).trim();
  const browser = await puppeteer.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  const page = await browser.newPage();
  const printed = {};
  for (const file of files) {
    await page.goto("file://" + file);
    printed[file] = file + ".pdf";
    await page.pdf({ path: printed[file], preferCSSPageSize: true, printBackground: true });
  }
  await browser.close();
  console.log(JSON.stringify(printed));
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exit(1);
});
