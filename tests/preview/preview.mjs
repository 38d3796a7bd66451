// `mujaz preview` as a child, its project, and a Chromium that reaches nothing but it.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import fs from "node:fs";
import http from "node:http";
import { createRequire } from "node:module";
import path from "node:path";

const require = createRequire(path.join(process.env.TOOLS, "package.json"));
export const { chromium } = require("playwright-core");
const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

export const project = path.join(process.env.WORK, "project");
export const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

/** A file of the project as text, with the line on which something stands first. */
export function file(name) {
  const at = path.join(project, name);
  const first = fs.readFileSync(at, "utf8");
  return {
    name,
    first,
    line: (text) => first.slice(0, first.indexOf(text)).split("\n").length,
    /** Writes the first text with replacements, in place or as editors do that write beside and rename. */
    write(pairs, { renamed = false } = {}) {
      let text = first;
      for (const [from, to] of pairs) {
        assert.ok(text.includes(from), `${name} has no ${from}`);
        text = text.replace(from, () => to);
      }
      if (!renamed) return fs.writeFileSync(at, text);
      fs.writeFileSync(`${at}.new~`, text);
      fs.renameSync(`${at}.new~`, at);
    },
  };
}

const children = new Set();
process.on("exit", () => children.forEach((child) => child.kill("SIGKILL")));

/** Starts the command and waits for the address. */
export async function preview(...args) {
  const command = `exec ${process.env.PROGRAM} --project '${project}' preview "$@"`;
  const child = spawn("sh", ["-c", command, "sh", "--no-open", ...args], { stdio: ["ignore", "pipe", "pipe"] });
  children.add(child);
  child.on("exit", () => children.delete(child));
  let [out, err] = ["", ""];
  child.stderr.on("data", (bytes) => (err += bytes));
  const ended = new Promise((done) => child.on("exit", (code, signal) => done({ code, signal })));
  const address = await new Promise((done, fail) => {
    child.stdout.on("data", (bytes) => {
      out += bytes;
      if (out.includes("\n")) done(out.trim());
    });
    child.on("exit", () => fail(new Error(`mujaz ended: ${err}`)));
  });
  return { address, ended, said: () => err, stop: (signal = "SIGINT") => child.kill(signal) };
}

/** One request outside of the browser: its status and body. */
export function request(address, { method = "GET", host } = {}) {
  return new Promise((done, fail) => {
    const url = new URL(address);
    const headers = host === undefined ? {} : { host };
    const call = http.request(
      { host: "127.0.0.1", port: url.port, path: url.pathname + url.search, method, headers },
      (answer) => {
        let body = "";
        answer.on("data", (bytes) => (body += bytes));
        answer.on("end", () => done({ status: answer.statusCode, headers: answer.headers, body }));
      },
    );
    call.on("error", fail);
    call.end();
  });
}

/** A browser without a network but for the loopback. */
export function browser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "--disable-gpu",
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
  });
}

/** A page on the address; what it asked for if it is watched, and what went wrong in it. */
export async function open(running, address, { watched = true, ...options } = {}) {
  const context = await running.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  const seen = { requests: [], faults: [] };
  const look = (route) => {
    seen.requests.push(route.request().url());
    return new URL(route.request().url()).hostname === "127.0.0.1" ? route.continue() : route.abort();
  };
  if (watched) await context.route("**", look);
  page.on("pageerror", (error) => seen.faults.push(String(error)));
  page.on("console", (message) => message.type() === "error" && seen.faults.push(message.text()));
  await page.goto(address);
  await page.waitForSelector("article.page img");
  await page.waitForFunction(() => document.querySelector("#status").dataset.kind === "good");
  await settled(page);
  return { page, context, seen };
}

/** Waits until every sheet has its newest layers: those out of view are drawn last. */
export function settled(page) {
  return page.waitForFunction(async () => {
    const { languages } = await (await fetch("state.json")).json();
    const wanted = languages.flatMap((it) => it.pages ?? []).map((it) => it.layers.map((layer) => layer.drawing).join(" "));
    const sheets = [...document.querySelectorAll("article.page")];
    const images = sheets.flatMap((sheet) => [...sheet.querySelectorAll("img")]);
    return (
      sheets.length === wanted.length &&
      sheets.every((sheet) => wanted.includes(sheet.dataset.layers)) &&
      images.every((image) => image.complete && image.naturalWidth > 0)
    );
  });
}

/** Fails where axe-core finds something serious. */
export async function accessible(page, where) {
  // Through the debugger: the page's own policy forbids it any script but its own.
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
  const told = violations.map((it) => `${it.impact} ${it.id}: ${it.nodes.map((node) => node.target).join(" ")}`);
  const serious = violations.filter((it) => ["serious", "critical"].includes(it.impact));
  assert.equal(serious.length, 0, `axe-core, ${where}:\n${told.join("\n")}`);
  return told;
}
