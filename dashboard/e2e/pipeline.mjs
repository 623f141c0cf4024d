// Walks through the dashboard as a person would, in the Chromium that comes from npm.
// Speaks with its starter over standard output: each line names a step that is done, and the
// starter changes the data behind the page where a line asks for it.
import chromium from '@sparticuz/chromium';
import assert from 'node:assert/strict';
import { createInterface } from 'node:readline/promises';
import { chromium as browsers } from 'playwright-core';

const address = required('OUTREACH_ADDRESS');
const token = required('OUTREACH_ADMIN_TOKEN');
const pictures = required('OUTREACH_PICTURES');
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const answers = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const browser = await browsers.launch({
  executablePath: await chromium.executablePath(),
  headless: true,
  args: FLAGS,
});
try {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('status of')) {
      complaints.push(message.text());
    }
  });
  await signIn(page);
  await goByKeyboard(page);
  await seeEmpty(page);
  await seeCountsMove(page);
  await seeKeyboard(page);
  await takePictures(page);
  await seeFailure(page);
  assert.deepEqual(complaints, [], 'the browser complained');
} finally {
  await browser.close();
}
console.log('done');
process.exit(0);

async function signIn(page) {
  await page.goto(`${address}/`);
  await page.getByLabel('Token', { exact: true }).fill('a-wrong-token');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('The server does not know this token.').waitFor();
  await picture(page, 'sign-in');
  await page.goto('about:blank');
  await page.goto(`${address}/#token=${token}`);
  await page.getByRole('heading', { name: 'What kind of outreach?' }).waitFor();
  assert.equal(new URL(page.url()).hash, '', 'the token stays out of the address');
  await page.locator('a[data-kind=websites]').waitFor();
  await picture(page, 'entry');
  await tell('signed in');
}

async function goByKeyboard(page) {
  await page.keyboard.press('g');
  await page.keyboard.press('p');
  await page.waitForURL('**/outreach/social');
}

async function seeEmpty(page) {
  await page.locator('[data-empty]').getByText('./outreach import people.csv').waitFor();
  const drafting = page.locator('[data-stage=drafting]');
  assert.equal(await drafting.getAttribute('data-locked'), 'true');
  await drafting.getByRole('link').waitFor();
  assert.equal(await page.locator('[data-stage]').count(), 5);
  await picture(page, 'empty');
}

async function seeCountsMove(page) {
  await page.locator('[data-line=live]').waitFor();
  await ask('people arrive');
  await expectCounts(page, { discovery: 128, review: 46, drafting: 9, sending: 21 });
  await ask('a person is reviewed');
  await expectCounts(page, { discovery: 127, review: 47, drafting: 9, sending: 21 });
  assert.equal(await page.locator('[data-empty]').count(), 0);
}

async function expectCounts(page, counts) {
  for (const [stage, count] of Object.entries(counts)) {
    await page.locator(`[data-stage=${stage}] [data-count="${count}"]`).waitFor();
  }
}

async function seeKeyboard(page) {
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'stage-review');
  await page.keyboard.press('?');
  await page.getByRole('dialog').getByText('Go to the social pipeline').waitFor();
  await picture(page, 'shortcuts');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.evaluate(() => document.activeElement?.blur());
}

async function takePictures(page) {
  await picture(page, 'light');
  await page.keyboard.press('t');
  await page.locator('html[data-mantine-color-scheme=dark]').waitFor();
  await picture(page, 'dark');
  await page.setViewportSize({ width: 390, height: 844 });
  await picture(page, 'narrow');
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  assert.equal(overflow, 0, 'a narrow page must not scroll sideways');
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.keyboard.press('t');
}

async function seeFailure(page) {
  await ask('the tables go away');
  await page.reload();
  const alert = page.getByRole('alert');
  await alert.getByText('SCHEMA_MISSING').waitFor();
  await picture(page, 'failed');
  await ask('the tables come back');
  await alert.getByRole('button', { name: 'Retry' }).click();
  await page.locator('[data-stage=discovery]').waitFor();
}

async function picture(page, name) {
  await page.waitForTimeout(300);
  await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
}

async function ask(step) {
  console.log(`ask: ${step}`);
  const { value } = await answers.next();
  assert.equal(value, 'ok', `the starter could not: ${step}`);
}

async function tell(step) {
  console.log(`done: ${step}`);
}

function required(name) {
  const value = process.env[name];
  assert.ok(value, `${name} is not set`);
  return value;
}
