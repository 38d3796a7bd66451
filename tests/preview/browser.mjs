// What an officer does with the preview, in Chromium.

import assert from "node:assert/strict";
import path from "node:path";

import { accessible, browser, file, open, preview, request, settled, sleep } from "./preview.mjs";

const EDITION = "2018-12-washington";
const FIGURE = "figures[iraq_returnees]";
const figures = file(`data/editions/${EDITION}/figures.yaml`);
const english = file(`data/editions/${EDITION}/text/en.yaml`);
const FOUR = "metric: displaced_returned_iraq\n    q: more_than\n    value: 4M";
const is = (value) => FOUR.replace("4M", value);

const bench = process.argv.includes("--bench");
let passed = 0;

async function step(name, work) {
  try {
    await work();
  } catch (error) {
    console.error(`preview: ${name}: failed`);
    throw error;
  }
  passed += 1;
  if (!bench) console.log(`preview: ${name}`);
}

async function shot(page, name) {
  if (process.env.SHOTS) await page.screenshot({ path: path.join(process.env.SHOTS, `${name}.png`) });
}

const mark = (page, value) => page.locator(`button.mark[data-value="${value}"]`).first();
const says = (page, words) =>
  page.waitForFunction(
    ([value, words]) => {
      const marks = [...document.querySelectorAll(`button.mark[data-value="${value}"]`)];
      return marks.some((it) => it.dataset.name.replaceAll("\u00a0", " ").includes(words));
    },
    [FIGURE, words],
  );

/** The layers of each sheet, once all are drawn. */
async function layers(page) {
  await settled(page);
  return page.$$eval("article.page", (sheets) =>
    sheets.map((sheet) => [...sheet.querySelectorAll("img")].map((image) => image.dataset.layer)),
  );
}

/**
 * In the page: when the layers that an edit renews, as far as they are in view, came on the screen, in milliseconds
 * since 1970. Chromium says so itself (Element Timing): two frames later would be a guess, mostly too early.
 */
function presented([mark, words]) {
  return new Promise((done) => {
    const [added, times] = [new Set(), new Map()];
    let wanted = null;
    const adding = new MutationObserver((records) => {
      for (const image of records.flatMap((it) => [...it.addedNodes]).filter((it) => it.localName === "img")) {
        image.setAttribute("elementtiming", "layer");
        added.add(image);
      }
    });
    const painting = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) times.set(entry.element, entry.renderTime);
      finish();
    });
    const look = () => {
      const marks = [...document.querySelectorAll(`button.mark[data-value="${mark}"]`)];
      if (!marks.some((it) => it.dataset.name.includes(words))) return;
      document.removeEventListener("mujaz:shown", look);
      wanted = [...added].filter((it) => it.isConnected && it.closest("article").dataset.seen === "yes");
      finish();
    };
    const finish = () => {
      if (!wanted?.length || !wanted.every((it) => times.has(it))) return;
      adding.disconnect();
      painting.disconnect();
      done(Math.max(...wanted.map((it) => times.get(it))) + Date.now() - performance.now());
    };
    adding.observe(document.querySelector("#pages"), { childList: true, subtree: true });
    painting.observe({ type: "element" });
    document.addEventListener("mujaz:shown", look);
  });
}

/** Milliseconds from saving until the page is on the screen with it, over some edits. */
async function measure(page, edits) {
  const times = [];
  for (let at = 0; at < edits; at += 1) {
    // No value twice: neither mujaz nor Chromium can have it from before.
    const value = `4.${at + 11}M`;
    const seen = page.evaluate(presented, [FIGURE, value.replace("M", "")]);
    // Its observers listen once it has begun.
    await page.evaluate(() => undefined);
    const begun = Date.now();
    figures.write([[FOUR, is(value)]], { renamed: at % 2 === 1 });
    times.push(Math.round((await seen) - begun));
    // Other languages are set in the meantime; an officer does not save twice in a blink.
    await page.waitForFunction(() => document.querySelector("#status").dataset.kind === "good");
    await sleep(400);
  }
  figures.write([]);
  times.sort((a, b) => a - b);
  return { median: times[Math.floor(times.length / 2)], least: times[0], most: times.at(-1) };
}

const running = await browser();
const server = await preview(EDITION, "--lang", "en");
// A request that the test looks at first takes its time.
const { page, context, seen } = await open(running, server.address, { watched: !bench });

try {
  if (bench) {
    for (const [lang, button] of [
      ["en", null],
      ["en and ar", "العربية"],
    ]) {
      if (button) {
        await page.getByRole("button", { name: button }).click();
        await page.waitForFunction(() => document.querySelectorAll("article.page").length === 8);
        await sleep(1000);
      }
      const { median, least, most } = await measure(page, 60);
      console.log(`${lang}: edit to screen ${median} ms (median of 60; ${least} to ${most})`);
    }
  } else {
    await everything();
  }
} finally {
  server.stop();
  await running.close();
}

async function everything() {
  await step("the pages of the edition are shown", async () => {
    assert.equal(await page.locator("article.page").count(), 4);
    const widths = await page.$$eval("article.page img", (images) => images.map((it) => it.naturalWidth));
    assert.ok(widths.every((width) => width > 500), String(widths));
    assert.match(await page.locator("article.page .unseen").first().innerText(), /Daesh/);
    assert.equal(await page.locator("article.page .unseen").first().getAttribute("dir"), "ltr");
    await shot(page, "desktop");
  });

  await step("an edit is seen, only where it changes a page, and nothing scrolls", async () => {
    await says(page, "4 million");
    const before = await layers(page);
    await page.evaluate(() => window.scrollTo(0, 1700));
    const top = await page.evaluate(() => window.scrollY);
    const picture = await page.locator("article.page").first().screenshot();
    await page.evaluate(() => window.scrollTo(0, 1700));
    figures.write([[FOUR, is("5M")]]);
    await says(page, "5 million");
    const after = await layers(page);
    const renewed = after.map((sheet, at) => sheet.filter((layer) => !before[at].includes(layer)).length);
    assert.ok(renewed[0] > 0 && renewed[0] < before[0].length / 2, `a part of the page: ${renewed}`);
    assert.ok(renewed.includes(0), `a page without the figure is left alone: ${renewed}`);
    assert.equal(await page.evaluate(() => window.scrollY), top);
    assert.notDeepEqual(await page.locator("article.page").first().screenshot(), picture);
    figures.write([], { renamed: true });
    await says(page, "4 million");
    assert.deepEqual(await layers(page), before);
    await page.evaluate(() => window.scrollTo(0, 0));
  });

  await step("a broken file is told with its line, and the last sound pages stay", async () => {
    const before = await layers(page);
    figures.write([[FOUR, is("[4M")]]);
    await page.waitForSelector("#banner:not([hidden])");
    assert.match(await page.locator("#banner").innerText(), /last sound pages/);
    const place = await page.locator("#findings > .error .place").first().innerText();
    // The bracket is not closed: told where it is opened, or where its list cannot go on.
    const line = figures.line(FOUR) + 2;
    const [, name, told] = /^(.*?):(\d+):\d+$/.exec(place);
    assert.equal(name, figures.name);
    assert.ok(Number(told) >= line && Number(told) <= line + 1, place);
    assert.equal(await page.locator("#findings > .error .word").first().innerText(), "Error");
    assert.deepEqual(await layers(page), before);
    const faded = () => Number(getComputedStyle(document.querySelector("article.page .drawing")).opacity) < 0.5;
    await page.waitForFunction(faded);
    await accessible(page, "broken");
    await shot(page, "broken");
    figures.write([]);
    await page.waitForSelector("#banner", { state: "hidden" });
    await page.waitForFunction(() => document.querySelectorAll("#findings > .error").length === 0);
    assert.deepEqual(await layers(page), before);
  });

  await step("a finding is marked on the page, and leads there", async () => {
    english.write([["have returned home,", "have  returned home,"]]);
    const item = page.locator("#findings > li", { hasText: "TX23" });
    await item.waitFor();
    const place = await item.locator(".place").first().innerText();
    assert.match(place, new RegExp(`^${english.name}:${english.line("have returned home")}:\\d+$`));
    const marked = page.locator('button.mark.of-text[data-value="text.en.highlights[1]"]');
    await page.waitForSelector('button.mark[data-value="text.en.highlights[1]"][data-severity="warning"]');
    assert.match(await marked.getAttribute("aria-label"), /\((Warning|Error)\)$/);
    await item.locator("button").click();
    assert.equal(await page.evaluate(() => document.activeElement.dataset.value), "text.en.highlights[1]");
    const next = page.locator('button.mark.of-text[data-value="text.en.highlights[2]"]').first();
    assert.ok(!(await next.getAttribute("data-severity")), "its neighbour has no finding");
    await shot(page, "finding");
    await accessible(page, "with a finding");
    english.write([]);
    await item.waitFor({ state: "detached" });
  });

  await step("a figure says where it comes from", async () => {
    await mark(page, FIGURE).click();
    await page.waitForSelector("#explain:not([hidden])");
    const body = await page.locator("#explain-body").innerText();
    // The figure begins a line above its metric; its file is named once, and each key with its line.
    assert.ok(body.includes(`${figures.name}:${figures.line(FOUR) - 1}:5 (neutral data)`), body);
    assert.match(body, new RegExp(`value\\s+4M\\s+set at figures\\.yaml:${figures.line(FOUR) + 2}:12`));
    await shot(page, "explain");
    await accessible(page, "explained");
    await page.keyboard.press("Escape");
    await page.waitForSelector("#explain", { state: "hidden" });
    assert.equal(await page.evaluate(() => document.activeElement.dataset.value), FIGURE);
    await page.locator('.mark[data-value="text.en.highlights[1]"]').first().click({ position: { x: 3, y: 3 } });
    await page.waitForSelector("#explain:not([hidden])");
    const text = await page.locator("#explain-body").innerText();
    assert.ok(text.includes(`${english.name}:${english.line("In Iraq, {iraq")}:5 (language en)`), text);
    assert.ok(text.includes("In Iraq, {iraq_returnees} have returned home"), text);
    await page.keyboard.press("Escape");
  });

  await step("two languages stand side by side", async () => {
    await page.getByRole("button", { name: "العربية" }).click();
    await page.waitForFunction(() => document.querySelectorAll("article.page").length === 8);
    const boxes = await page.$$eval("article.page", (all) =>
      all.slice(0, 2).map((it) => {
        const { x, y, width } = it.getBoundingClientRect();
        const text = it.querySelector(".unseen");
        return { x, y, width, lang: text.lang, dir: text.dir, drawn: it.querySelector("img").complete };
      }),
    );
    const [left, right] = boxes.sort((a, b) => a.x - b.x);
    assert.deepEqual([left.lang, right.lang, left.dir, right.dir], ["en", "ar", "ltr", "rtl"]);
    assert.ok(Math.abs(left.y - right.y) < 2 && left.x + left.width <= right.x, JSON.stringify(boxes));
    assert.equal(await page.getByRole("button", { name: "العربية" }).getAttribute("aria-pressed"), "true");
    await page.waitForFunction(() => document.querySelector("#status").dataset.kind === "good");
    await accessible(page, "side by side");
    await sleep(300);
    await shot(page, "side-by-side");
    figures.write([[FOUR, is("5M")]]);
    await page.waitForFunction(
      (value) => {
        const names = [...document.querySelectorAll(`button.mark[data-value="${value}"]`)].map((it) =>
          it.dataset.name.replaceAll("\u00a0", " "),
        );
        return names.some((it) => it.includes("5 million")) && names.some((it) => /ملايين/.test(it) && /5|٥/.test(it));
      },
      FIGURE,
    );
    figures.write([]);
    await page.waitForFunction(() => document.querySelector("#status").dataset.kind === "good");
    await page.keyboard.press("1");
    await page.waitForFunction(() => document.querySelectorAll("article.page").length === 4);
  });

  await step("everything can be done with the keyboard", async () => {
    english.write([["have returned home,", "have  returned home,"]]);
    await page.locator("#findings > li", { hasText: "TX23" }).waitFor();
    const focused = () => page.evaluate(() => document.activeElement.className);
    await page.keyboard.press("j");
    assert.match(await focused(), /finding-head/);
    await page.keyboard.press("f");
    assert.match(await focused(), /mark of-value/);
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
    assert.equal(outline, "solid", "the focus can be seen");
    const first = await page.evaluate(() => document.activeElement.getBoundingClientRect().y);
    await page.keyboard.press("f");
    await page.keyboard.press("F");
    assert.ok(Math.abs((await page.evaluate(() => document.activeElement.getBoundingClientRect().y)) - first) < 900);
    await page.keyboard.press("Enter");
    await page.waitForSelector("#explain:not([hidden])");
    assert.equal(await page.evaluate(() => document.activeElement.id), "explain-title");
    await page.keyboard.press("Escape");
    assert.match(await focused(), /mark/);
    await page.keyboard.press("t");
    assert.match(await focused(), /mark of-text/);
    await page.keyboard.press("?");
    await page.waitForSelector("#keys[open]");
    await accessible(page, "keys");
    await shot(page, "keys");
    await page.keyboard.press("Escape");
    await page.waitForSelector("#keys[open]", { state: "detached" });
    await page.evaluate(() => window.scrollTo(0, 0));
    await page.keyboard.press("n");
    await page.waitForFunction(() => {
      const second = document.querySelectorAll("article.page")[1].getBoundingClientRect();
      return second.top >= 0 && second.top < 200;
    });
    await page.keyboard.press("p");
    await page.waitForFunction(() => window.scrollY < 200);
    // Every stop of the Tab key has a name, and there are few of them in a page with hundreds of values.
    await page.evaluate(() => document.querySelector(".skip").focus());
    const stops = new Set();
    for (let at = 0; at < 60; at += 1) {
      await page.keyboard.press("Tab");
      const stop = await page.evaluate(() => {
        const it = document.activeElement;
        return it === document.body ? null : `${it.localName}#${it.id}.${it.className}:${it.textContent.trim()}`;
      });
      if (stop === null || stops.has(stop)) break;
      stops.add(stop);
    }
    assert.ok(stops.size < 30, [...stops].join("\n"));
    english.write([]);
    await page.waitForFunction(() => !document.querySelector("#findings").innerText.includes("TX23"));
  });

  await step("nothing is given to whoever has not the address", async () => {
    const own = new URL(server.address);
    const token = own.pathname.split("/")[1];
    assert.match(token, /^[0-9a-f]{32}$/);
    const wrong = token.replace(/^./, (it) => (it === "0" ? "1" : "0"));
    for (const target of ["/", `/${wrong}/`, `/${wrong}/state.json`, `/${token}`, "/favicon.ico", `/${token}0/`]) {
      const answer = await request(new URL(target, own));
      assert.deepEqual([answer.status, answer.body], [403, ""], target);
    }
    for (const host of ["evil.example", `evil.example:${own.port}`, "127.0.0.1", `127.0.0.1:1`]) {
      assert.equal((await request(own, { host })).status, 403, host);
    }
    assert.equal((await request(own, { method: "POST" })).status, 405);
    const { status, headers } = await request(own);
    assert.equal(status, 200);
    assert.match(headers["content-security-policy"], /^default-src 'none'; script-src 'self';/);
    assert.equal(headers["cache-control"], "no-store");
    // Not on any other address of this computer.
    const outside = Object.values((await import("node:os")).networkInterfaces()).flat();
    for (const { address } of outside.filter((it) => it.family === "IPv4" && !it.internal)) {
      await assert.rejects(fetch(`http://${address}:${own.port}${own.pathname}`, { signal: AbortSignal.timeout(2000) }));
    }
  });

  await step("it is usable at 400 pixels and in the dark", async () => {
    const narrow = await open(running, server.address, { viewport: { width: 400, height: 800 }, colorScheme: "dark" });
    const wide = await narrow.page.evaluate(() => document.scrollingElement.scrollWidth);
    assert.ok(wide <= 400, `${wide} pixels wide`);
    await accessible(narrow.page, "narrow");
    await shot(narrow.page, "narrow-dark");
    await narrow.page.locator("#fold").click();
    await narrow.page.waitForSelector("#findings > li");
    await mark(narrow.page, FIGURE).click();
    await narrow.page.waitForSelector("#explain:not([hidden])");
    await accessible(narrow.page, "narrow, explained");
    await shot(narrow.page, "narrow-explain");
    await narrow.context.close();
    const dark = await open(running, server.address, { colorScheme: "dark" });
    await mark(dark.page, FIGURE).click();
    await dark.page.waitForSelector("#explain:not([hidden])");
    await accessible(dark.page, "dark");
    await shot(dark.page, "dark");
    await dark.context.close();
  });

  await step("it speaks Arabic", async () => {
    const arabic = await preview(EDITION, "--lang", "ar,en", "--ui-lang", "ar");
    const other = await open(running, arabic.address);
    const root = await other.page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]);
    assert.deepEqual(root, ["ar", "rtl"]);
    assert.equal(await other.page.locator("#findings-title").innerText(), "الملاحظات");
    figures.write([[FOUR, is("[4M")]]);
    await other.page.waitForSelector("#findings > .error");
    assert.match(await other.page.locator("#findings > .error .word").first().innerText(), /خطأ/);
    await accessible(other.page, "Arabic");
    await shot(other.page, "arabic");
    figures.write([]);
    await other.page.waitForFunction(() => document.querySelector("#status").dataset.kind === "good");
    await mark(other.page, FIGURE).click();
    await other.page.waitForSelector("#explain:not([hidden])");
    await accessible(other.page, "Arabic, explained");
    await shot(other.page, "arabic-explain");
    assert.deepEqual(other.seen.faults, []);
    arabic.stop();
    await other.context.close();
    await arabic.ended;
  });

  await step("an audience is shown what it gets, and no more", async () => {
    const shown = async (...args) => {
      const its = await preview("demo-2031-06", "--lang", "en", ...args);
      const other = await open(running, its.address);
      const edition = await other.page.locator("#edition").innerText();
      const { body } = await request(`${its.address}state.json`);
      its.stop();
      await other.context.close();
      await its.ended;
      return [edition, ["+1 555 0100", "2,104"].map((withheld) => body.includes(withheld))];
    };
    assert.deepEqual(await shown(), ["demo-2031-06", [true, true]]);
    assert.deepEqual(await shown("--audience", "public"), ["demo-2031-06.public", [false, false]]);
  });

  await step("nothing has left the loopback, and nothing has gone wrong", async () => {
    const elsewhere = seen.requests.filter((url) => !url.startsWith(server.address));
    assert.deepEqual(elsewhere, []);
    assert.ok(seen.requests.length > 20);
    assert.deepEqual(seen.faults.filter((it) => !/404/.test(it)), []);
  });

  const { median, least, most } = await measure(page, 30);
  console.log(`preview: edit to screen ${median} ms (median of 30; ${least} to ${most})`);

  await step("Ctrl-C ends it", async () => {
    server.stop();
    const late = sleep(3000).then(() => assert.fail("it goes on"));
    await Promise.race([server.ended, late]);
    await page.waitForFunction(() => document.querySelector("#status").dataset.kind === "lost");
    await assert.rejects(request(server.address));
  });
  console.log(`preview: ${passed} steps, all well`);
  await context.close();
}
