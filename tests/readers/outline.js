// What mammoth makes of .docx files: their headings, and how many lists' items, tables and footnotes there are.
//
// outline.js FILE ...   prints {file: {headings: [[level, words], ...], items, tables, notes}} as JSON. $NODE_PATH says where it is.

const mammoth = require("mammoth");

const count = (html, pattern) => (html.match(pattern) || []).length;
const plain = (html) =>
  html.replace(/<br \/>/g, "").replace(/<sup>.*?<\/sup>/g, "").replace(/<[^>]*>/g, "").replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">").replace(/&quot;/g, "\"").replace(/&amp;/g, "&").replace(/\s/g, "");

async function outline(path) {
  const { value: html } = await mammoth.convertToHtml({ path });
  const headings = [...html.matchAll(/<h([1-6])>(.*?)<\/h\1>/g)];
  const notes = count(html, /<li id="footnote-\d+">/g);
  return {
    headings: headings.map(([, level, words]) => [Number(level), plain(words)]),
    items: count(html, /<li[ >]/g) - notes,
    tables: count(html, /<table>/g),
    notes,
  };
}

async function main(files) {
  const found = {};
  for (const file of files) {
    found[file] = await outline(file);
  }
  console.log(JSON.stringify(found));
}

main(process.argv.slice(2));
