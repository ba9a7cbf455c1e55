// What an edit costs on the built page: from the event to the updated document, without painting. Given to the page by
// its driver, behind `xtask/src/driver/steps.js`; `settings` says what is to be measured.

/// Long enough that everything that waits for a pause has had it.
const PAUSE = 250;

/// Lets everything happen that follows from an event before the browser goes on, to lay out and to paint. What follows
/// may have consequences of its own, one behind the other.
async function consequences() {
    for (let link = 0; link < 100; link += 1) await null;
}

/// Resolves with the time at which something below an element has changed.
function changed(element) {
    return new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new Error(`nothing changed in ${element.id}`)), 10_000);
        const observer = new MutationObserver(() => {
            clearTimeout(late);
            observer.disconnect();
            resolve(performance.now());
        });
        observer.observe(element, { subtree: true, childList: true, characterData: true, attributes: true });
    });
}

/// The time that 99 of 100 do not exceed.
function slow(times) {
    times.sort((a, b) => a - b);
    return times[Math.ceil(times.length * 0.99) - 1];
}

function policy(apis) {
    const paths = ["orders", "customers", "invoices", "returns", "deliveries"];
    const entry = (_, number) => {
        const id = (number + 0xd1dfc6a9).toString(16).padStart(32, "0");
        const allowed_urls = paths.map((path) => ({ url: `^/v1/${path}/[0-9]+$`, methods: ["GET", "POST"] }));
        return [id, { allowed_urls, api_id: id, api_name: `Service ${number}`, versions: ["Default"] }];
    };
    const access_rights = Object.fromEntries(Array.from({ length: apis }, entry));
    // The name first: its line is in sight however long the text is.
    return JSON.stringify({ name: `Policy of ${apis}`, access_rights, active: true, per: 60, rate: 1000, state: "active" });
}

/// Opens a policy of so many APIs by paste. Answers with the time from the press until the page can be used.
async function open(apis) {
    await fillIn(policy(apis));
    await sleep(PAUSE);
    const start = performance.now();
    find("#open-confirm").click();
    const name = `Policy of ${apis}`;
    await until(() => find("h1").textContent === name && find("#field-name").value === name, "the policy");
    return performance.now() - start;
}

/// The time from the press of Undo until the policy before is there.
async function undo() {
    const name = find("h1").textContent;
    await sleep(PAUSE);
    const start = performance.now();
    find("#undo").click();
    await until(() => find("h1").textContent !== name, "the policy before");
    await consequences();
    return performance.now() - start;
}

/// Types again and again into a field, now with a finding and now without. Answers with the slow ones of the times until
/// field and findings are up to date, and until the lines in sight of a pane are.
async function typing(field, pane, times, texts) {
    const fields = [];
    const panes = [];
    for (let number = 0; number < times; number += 1) {
        const drawn = changed(find(pane));
        const start = performance.now();
        type(field, texts(number));
        await consequences();
        fields.push(performance.now() - start);
        panes.push((await drawn) - start);
        await sleep(5);
    }
    return [slow(fields), slow(panes), fields[fields.length >> 1], panes[panes.length >> 1]];
}

const measures = {
    async typing({ apis, times }) {
        const opened = await open(apis);
        await sleep(2 * PAUSE);
        const name = find("#field-name");
        const names = (number) => (number % 10 === 9 ? " " : `Plan ${number}`);
        const [nameField, curl, nameMedian, curlMedian] = await typing(name, "#curl", times, names);
        find("#tab-json").click();
        await sleep(4 * PAUSE);
        const [, json, , jsonMedian] = await typing(name, "#json", times, (number) => `Other plan ${number}`);
        find("#tab-curl").click();
        const toggle = find("button[id$='-toggle']");
        if (toggle && !find("input[id$='-api_id']")) toggle.click();
        const id = await until(() => find("input[id$='-api_id']"), "an API's id");
        await sleep(PAUSE);
        const [apiField, , apiMedian] = await typing(id, "#curl", times, (number) => (number % 10 === 9 ? "" : `api ${number}`));
        return { opened, nameField, apiField, curl, json, nameMedian, apiMedian, curlMedian, jsonMedian };
    },

    async undo({ apis }) {
        await open(apis);
        await sleep(4 * PAUSE);
        return { undone: await undo() };
    },

    /// The time until a change of the traffic is drawn: the middle one of some.
    async traffic() {
        await open(1);
        find("#tab-effect").click();
        (await until(() => find("label[for='effect-part-2']"), "the parts of the effect")).click();
        const picture = await until(() => find("#traffic-picture"), "the picture");
        await sleep(2 * PAUSE);
        const times = [];
        for (const seconds of ["600", "900", "1200", "1500", "1800"]) {
            const drawn = changed(picture.parentElement);
            const start = performance.now();
            type(find("#traffic-length"), seconds);
            times.push((await drawn) - start);
            await sleep(PAUSE);
        }
        return { drawn: times.sort((a, b) => a - b)[times.length >> 1] };
    },

    /// The page's memory after this many edits, of which the driver has had the browser collect what is not used.
    async edits({ edits }) {
        const name = await until(() => find("#field-name"), "the form");
        for (let number = 0; number < edits; number += 1) {
            type(name, `Edit ${number} ${Math.random()}`);
            if (number % 20 === 19) name.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
            await sleep(0);
        }
        await sleep(2 * PAUSE);
        return {};
    },
};

measures[settings.measure](settings).then(done, (error) => done({ error: String(error) }));
