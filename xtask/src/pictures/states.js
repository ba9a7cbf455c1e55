// Brings the page into a state of which a picture is made: `settings.state`, with the policy `settings.policy`.

const loaded = () => until(() => find("#field-name"), "the form");

/// On a narrow page, one part is shown at a time.
function turnTo(part) {
    const choices = [...document.querySelectorAll(".narrow-bar__button")];
    choices.find((choice) => choice.textContent === part && choice.offsetParent)?.click();
}

async function opened() {
    await loaded();
    await fillIn(settings.policy);
    await until(() => find("#open-confirm:not([disabled])"), "the way to open it");
    find("#open-confirm").click();
    await until(() => find("#apis .api__toggle"), "the APIs");
    find("[aria-label='Close this notice']")?.click();
}

const states = {
    start: loaded,

    async policy() {
        await opened();
        find("#apis .api__toggle").click();
        const row = await until(() => find("#apis [id$='-allowed_urls']"), "the paths");
        row.closest(".api").scrollIntoView();
    },

    async json() {
        await opened();
        turnTo("Preview");
        find("#tab-json").click();
        const text = await until(() => find("#json-text"), "the editor");
        text.scrollIntoView();
        find("#json").scrollTop = 0;
    },

    async effect() {
        await opened();
        turnTo("Preview");
        find("#tab-effect").click();
        const traffic = await until(() => find("#effect-part-2"), "the pane");
        traffic.click();
        const slider = await until(() => find("#traffic-at"), "the picture");
        slider.value = 30;
        slider.dispatchEvent(new Event("input", { bubbles: true }));
        find("#traffic-shape-0").parentElement.scrollIntoView();
    },

    async sent() {
        await opened();
        turnTo("Send");
        (await until(() => find("#send"), "Send")).click();
        await until(() => /[0-9a-f]{24}/.test(find("#outcome")?.textContent), "the answer");
    },

    async dashboard() {
        await states.sent();
        turnTo("Form");
        const menu = find("#dashboard");
        if (menu?.offsetParent) {
            menu.click();
        } else {
            find("#share").click();
            const items = () => [...document.querySelectorAll("[role='menuitem']")];
            (await until(() => items().find((item) => item.textContent.includes("Dashboard")), "the menu's item")).click();
        }
        await until(() => find("#dashboard-dialog .talk__name")?.textContent === "Partner gold", "the policies");
    },
};

states[settings.state]()
    .then(() => sleep(700))
    .then(() => document.fonts.ready)
    .then(() => done({}), (error) => done({ error: String(error) }));
