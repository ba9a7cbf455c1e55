// What scripts that are given to the page have at hand. `settings` is what they are asked for; `done` takes their answer.
const settings = arguments[0];
const done = arguments[arguments.length - 1];

const find = (selector) => document.querySelector(selector);
const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function until(condition, what) {
    for (let tries = 0; tries < 6000; tries += 1) {
        const found = condition();
        if (found) return found;
        await sleep(1);
    }
    throw new Error(`waited in vain for ${what}`);
}

function type(field, text) {
    field.focus();
    field.value = text;
    field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText" }));
}

/// Puts a text into the dialog for opening.
async function fillIn(text) {
    (await until(() => find("#open"), "the page")).click();
    type(await until(() => find("#open-text"), "the dialog"), text);
}
