//! What axe-core finds in the page, and what a ruler finds.

use std::fs;

use serde_json::{Value, json};

use super::page::Page;
use super::path_named;

/// WCAG 2.0 to 2.2 at the levels A and AA, and what is good practice beyond them.
const TAGS: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/// Runs axe when nothing moves any more, and gives its violations, a line for each place.
const JUDGE: &str = r"
    const [tags, done] = arguments;
    const line = (rule, node) => `${rule.id}: ${rule.help}\n    ${node.target.join(' ')}\n    ${node.failureSummary}`;
    Promise.allSettled(document.getAnimations().map(each => each.finished))
        .then(() => window.axe.run(document, { runOnly: tags, rules: { 'target-size': { enabled: true } } }))
        .then(result => result.violations.flatMap(rule => rule.nodes.map(node => line(rule, node))))
        .then(done, error => done([String(error)]));
";

/// Gives what is wider than the viewport, cut by a box around it, or scrolled sideways; panes that show a text as it is may
/// scroll, and what is cut with dots says all of it elsewhere.
const MEASURE: &str = r"
    const [width, scrollers] = [document.documentElement.clientWidth, '.code, .differences__scroller, .details__text'];
    const name = each => `${each.tagName.toLowerCase()}${each.id && '#' + each.id}.${[...each.classList].join('.')}`;
    const shown = [...document.body.querySelectorAll('*')].filter(each =>
        each.checkVisibility({ visibilityProperty: true }) && !each.closest('.hidden, .skip') &&
        !each.parentElement.closest(scrollers));
    const isOut = each => {
        const { left, right } = each.getBoundingClientRect();
        return right > left && (left < -0.5 || right > width + 0.5);
    };
    const isCut = each => {
        const { overflowX, textOverflow } = getComputedStyle(each);
        return overflowX !== 'visible' && textOverflow === 'clip' && each.scrollWidth > each.clientWidth + 1 &&
            !each.matches(`${scrollers}, input, textarea, select`);
    };
    return [
        ...document.scrollingElement.scrollWidth > width ? [`the page is ${document.scrollingElement.scrollWidth} px wide`] : [],
        ...shown.filter(isOut).map(each => `outside: ${name(each)}`),
        ...shown.filter(isCut).map(each => `cut: ${name(each)}`),
    ];
";

/// Gives what can be pressed and is smaller than 24 px each way, if a circle of that size around its middle meets another
/// such thing (WCAG 2.5.8). A box to tick is as large as its label, and links in a sentence may be as high as its lines.
const PRESS: &str = r"
    const places = 'button, a[href], summary, input:not([type=hidden]), select, textarea, label[for]';
    const inner = document.querySelector('dialog[open]') ?? document;
    const shown = [...inner.querySelectorAll(places)].filter(each =>
        each.checkVisibility({ visibilityProperty: true }) && !each.closest('.hidden') && !each.matches('.skip') &&
        !(each.matches('a') && each.closest('p')));
    const box = each => (each.closest('label') ?? each).getBoundingClientRect();
    // A radio button of a choice is pressed by its label, and a label of a field is none of its size.
    const pressed = shown.filter(each => each.matches('.choice__label') || !each.matches('label, .choice__input'));
    const middle = ({ left, top, width, height }) => [left + width / 2, top + height / 2];
    const isNear = (one, other) => {
        const [x, y] = middle(one);
        const away = (at, from, to) => Math.max(from - at, 0, at - to);
        return Math.hypot(away(x, other.left, other.right), away(y, other.top, other.bottom)) < 12;
    };
    return pressed.filter(each => {
        const own = box(each);
        if (own.width >= 23.9 && own.height >= 23.9) { return false; }
        return pressed.some(other => other !== each && other.closest('label') !== each && isNear(own, box(other)));
    }).map(each => `${Math.round(box(each).width)} by ${Math.round(box(each).height)}: ${each.outerHTML.slice(0, 120)}`);
";

impl Page {
    /// Holds that axe finds nothing to object to; `state` says what the page shows now.
    #[track_caller]
    pub fn assert_accessible(&self, state: &str) {
        let axe = fs::read_to_string(path_named("AXE")).expect("axe-core is installed");
        let script = format!("{axe};\n{JUDGE}");
        let found = self.command("/execute/async", &json!({ "script": script, "args": [TAGS] }));
        assert_none(state, &found.unwrap_or_else(|refusal| panic!("{state}: {refusal}")));
    }

    /// Holds that nothing is wider than the viewport, and nothing cut.
    #[track_caller]
    pub fn assert_fits(&self, state: &str) {
        assert_none(state, &self.run(MEASURE, &[]));
    }

    /// Holds that everything that can be pressed is large enough to be hit, or alone.
    #[track_caller]
    pub fn assert_pressable(&self, state: &str) {
        assert_none(state, &self.run(PRESS, &[]));
    }
}

#[track_caller]
fn assert_none(state: &str, found: &Value) {
    let lines: Vec<_> = found.as_array().expect("a list").iter().filter_map(Value::as_str).collect();
    assert!(lines.is_empty(), "{state}: {} places\n{}", lines.len(), lines.join("\n"));
}
