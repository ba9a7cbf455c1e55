//! The values of a text put together again, as they stand or as they became.

use super::style::{Style, name_text};
use super::trivia::{ends_in_comment, is_blank};
use super::value::{Around, Content, Document, Item, Items, Value};

/// The whole text. What was not changed is there byte for byte.
pub(super) fn emit(document: &Document<'_>, text: &str) -> String {
    let (mut emitter, style) = (Emitter::default(), Style::of_text(text));
    for (before, root) in &document.roots {
        emitter.between(before);
        emitter.value(root, &style);
    }
    emitter.between(document.behind);
    emitter.text
}

#[derive(Default)]
struct Emitter {
    text: String,
    /// A comment that a line end has to close.
    is_comment_open: bool,
}

impl Emitter {
    /// White space and comments.
    fn between(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        if !text.starts_with(['\n', '\r']) {
            self.close_comment();
        }
        self.text += text;
        self.is_comment_open = ends_in_comment(text);
    }

    /// Anything else.
    fn token(&mut self, text: &str) {
        self.close_comment();
        self.text += text;
    }

    fn close_comment(&mut self) {
        if std::mem::take(&mut self.is_comment_open) {
            self.text.push('\n');
        }
    }

    fn value(&mut self, value: &Value<'_>, style: &Style<'_>) {
        match &value.content {
            Content::Plain => self.token(value.text),
            Content::New(json) => self.token(&style.value(json)),
            Content::Items(items) => self.items(items, style),
        }
    }

    fn items(&mut self, items: &Items<'_>, outer: &Style<'_>) {
        let style = outer.inside(items);
        let mut left = items.items.iter().filter(|item| !item.is_removed).count();
        let mut comments = String::new();
        let mut is_first = true;
        self.token(if items.is_object { "{" } else { "[" });
        for item in &items.items {
            if item.is_removed {
                comments.extend(comments_around(item));
                continue;
            }
            left -= 1;
            let has_comma = left > 0 || items.ends_with_comma;
            self.between(&std::mem::take(&mut comments));
            self.item(item, &lead(items, item, is_first, &style), has_comma, &style);
            is_first = false;
        }
        self.between(&comments);
        self.closing(items, is_first, outer);
        self.token(if items.is_object { "}" } else { "]" });
    }

    fn item(&mut self, item: &Item<'_>, lead: &str, has_comma: bool, style: &Style<'_>) {
        self.between(lead);
        if let Some(name) = &item.name {
            self.token(&name.written.map_or_else(|| name_text(&name.text), str::to_owned));
            // The colon is in it: no comment is open behind it.
            self.text += item.around.map_or(style.colon(), |around| around.colon);
        }
        self.value(&item.value, style);
        self.between(item.around.map_or("", |around| around.tail));
        if has_comma {
            self.token(",");
        }
        self.between(item.around.map_or("", |around| around.rest));
    }

    fn closing(&mut self, items: &Items<'_>, is_empty: bool, outer: &Style<'_>) {
        let was_empty = items.items.iter().all(|item| item.around.is_none());
        let is_changed = is_empty != was_empty;
        match (is_changed && is_blank(items.closing), is_empty) {
            (true, true) if !self.text.ends_with(['{', '[']) => self.between(items.closing),
            (true, true) => {}
            (true, false) => self.between(&outer.closing()),
            (false, _) => self.between(items.closing),
        }
    }
}

/// What stands before an item: as in the text, unless another one is the first now.
fn lead(items: &Items<'_>, item: &Item<'_>, is_first: bool, style: &Style<'_>) -> String {
    let own = item.around.map(|around| around.lead);
    let first = items.items.iter().find_map(|item| item.around).map(|around| around.lead);
    let was_first = items.items.iter().find(|item| item.around.is_some()).is_some_and(|each| std::ptr::eq(each, item));
    match (is_first, own) {
        (true, None) => first.map_or_else(|| style.lead(true), str::to_owned),
        (true, Some(own)) if is_blank(own) => first.filter(|first| is_blank(first)).unwrap_or(own).to_owned(),
        (false, None) => style.lead(false),
        // A new one took its place, and what stood before it.
        (false, Some(_)) if was_first => style.lead(false),
        (_, Some(own)) => own.to_owned(),
    }
}

/// The comments around what is taken out stay.
fn comments_around<'a>(item: &Item<'a>) -> impl Iterator<Item = &'a str> {
    let pieces = item.around.map_or([""; 3], Around::pieces);
    pieces.into_iter().filter(|piece| !is_blank(piece))
}
