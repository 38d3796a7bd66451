// PDF -> the text of each page, as pdf.js gives it to Firefox, into JSON files.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [folder, modules] = process.argv.slice(2);
const { getDocument } = await import(createRequire(join(modules, "x.js")).resolve("pdfjs-dist/legacy/build/pdf.mjs"));

// The items as they come, and nothing between them, except where the next stands further off than any space of a
// line, in another cell of a table or another column: pdf.js leaves it to its caller to see that.
function joined(items) {
  let text = "";
  let last = null;
  for (const item of items) {
    const [left, size] = [item.transform[4], item.height];
    const gap = last && item.str ? Math.max(left - last.right, last.left - left - item.width) : 0;
    text += (gap > 0.6 * size ? "\n" : "") + item.str + (item.hasEOL ? "\n" : "");
    if (item.str) last = { left, right: left + item.width };
  }
  return text;
}

for (const order of ["visual", "reading", "off"]) {
  const place = join(folder, "read", "pdfjs", order);
  mkdirSync(place, { recursive: true });
  for (const name of readdirSync(join(folder, order)).filter((name) => name.endsWith(".pdf"))) {
    const data = new Uint8Array(readFileSync(join(folder, order, name)));
    const document = await getDocument({ data, verbosity: 0 }).promise;
    const pages = [];
    for (let number = 1; number <= document.numPages; number++) {
      const content = await (await document.getPage(number)).getTextContent();
      pages.push(joined(content.items));
    }
    writeFileSync(join(place, name.replace(/pdf$/, "json")), JSON.stringify(pages));
    await document.destroy();
  }
}
