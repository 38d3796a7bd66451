// Pages in Chromium: what a browser makes of them at each width and in each light. Fails with a line for each fault.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import puppeteer from 'puppeteer-core';

const [chromium, ...files] = process.argv.slice(2);
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const shots = process.env.SHOTS;
const views = [
    { name: '360', width: 360, height: 780, scheme: 'light' },
    { name: '390', width: 390, height: 844, scheme: 'dark', axe: true },
    { name: '1200', width: 1200, height: 900, scheme: 'light', axe: true },
];
const faults = [];

// What is true of every page; runs in the page.
const judge = () => {
    const wrong = [];
    const root = document.documentElement;
    const rtl = root.dir === 'rtl';
    if (root.scrollWidth > root.clientWidth) wrong.push(`wider than the screen: ${root.scrollWidth} > ${root.clientWidth}`);
    if (getComputedStyle(document.body).margin !== '0px') wrong.push('the style is not applied');
    if (getComputedStyle(root).direction !== root.dir) wrong.push('the direction is not that of the language');
    if (document.scripts.length) wrong.push('there is a script');
    for (const link of document.querySelectorAll('a')) {
        const to = link.getAttribute('href');
        if (to.startsWith('#') ? !document.getElementById(to.slice(1)) : !/^(https?|mailto):/.test(to)) wrong.push(`a link leads to ${to}`);
    }
    const levels = [...document.querySelectorAll('h1, h2, h3, h4')].map(it => Number(it.tagName[1]));
    if (levels[0] !== 1 || levels.some((it, at) => at && it > levels[at - 1] + 1)) wrong.push(`headings out of order: ${levels}`);
    // Reading starts at the navigation on a wide screen, in either direction.
    const [nav, main] = ['nav', 'main'].map(it => document.querySelector(it).getBoundingClientRect());
    if (innerWidth >= 1100 && (rtl ? nav.left < main.right : nav.right > main.left)) wrong.push('the navigation is on the wrong side');
    // A run from left to right stands so: its last letter is right of its first.
    for (const run of document.querySelectorAll('bdi[dir=ltr]')) {
        const text = run.firstChild;
        if (run.childNodes.length !== 1 || text.nodeType !== 3 || text.length < 2) continue;
        const at = index => {
            const range = document.createRange();
            range.setStart(text, index);
            range.setEnd(text, index + 1);
            return range.getBoundingClientRect();
        };
        const [first, last] = [at(0), at(text.length - 1)];
        if (first.top === last.top && first.width && last.left < first.left) wrong.push(`turned: ${text.data}`);
    }
    return wrong;
};

const browser = await puppeteer.launch({ executablePath: chromium, args: ['--no-sandbox', '--disable-gpu'] });
for (const file of files) {
    const name = basename(file, '.html');
    const page = await browser.newPage();
    const say = what => faults.push(`${name}: ${what}`);
    page.on('console', message => say(message.text()));
    page.on('pageerror', error => say(error.message));
    page.on('request', request => {
        if (!request.url().startsWith('data:') && request.url() !== `file://${file}`) say(`loads ${request.url()}`);
    });
    await page.goto(`file://${file}`);
    for (const view of views) {
        await page.setViewport({ width: view.width, height: view.height });
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: view.scheme }]);
        for (const wrong of await page.evaluate(judge)) say(`${view.name}: ${wrong}`);
        if (shots && /^demo-2031-06\.(ar|en)$/.test(name)) await page.screenshot({ path: `${shots}/${name}.${view.name}.png`, fullPage: true });
        if (!view.axe) continue;
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => axe.run());
        for (const { id, help, nodes } of violations) say(`${view.name}: axe ${id}: ${help}: ${nodes[0].html.slice(0, 160)} (${nodes.length})`);
    }
    await page.close();
}
await browser.close();
for (const fault of faults) console.log(fault);
console.log(`${files.length} pages in ${views.length} views, ${faults.length} faults`);
process.exit(faults.length ? 1 : 0);
