//! Making the changes that findings offer. It is a part of its own: most policies are written without it.

use leptos::prelude::*;
use leptos::task::spawn_local;
use tyk_policy::check::{self, Finding, Fix};

use crate::desk::Desk;
use crate::later::{NOT_LOADED, NotLoaded, later};

/// Mends one finding: the fix of the finding of now that tells itself so.
pub fn mend(desk: Desk, finding: &Finding) {
    let (code, path) = (finding.code, finding.path.clone());
    // The value may have changed since this was drawn: the fix is that of now.
    if let Some(fix) = desk.reports.fix(code, &path) {
        apply(desk, fix);
    }
}

/// Makes the changes of a fix.
pub fn apply(desk: Desk, fix: Box<Fix>) {
    spawn_local(async move { answered(desk, mend_one(desk, fix).await) });
}

/// Mends everything that can be mended without a change of what Tyk does.
pub fn mend_safely(desk: Desk) {
    spawn_local(async move { answered(desk, mend_all(desk).await) });
}

fn answered(desk: Desk, answer: Result<(), NotLoaded>) {
    if answer.is_err() {
        desk.notice.set(NOT_LOADED.to_owned());
    }
}

later! {
    part work;
    fn mend_one(desk: Desk, fix: Box<Fix>) -> () {
        desk.document.mend(&fix.edits);
        desk.tell(format!("Fixed: {}.", fix.says), "Undo");
    }
}

later! {
    part work;
    fn mend_all(desk: Desk) -> () {
        let draft = untrack(|| desk.document.snapshot());
        let (draft, count) = desk.document.context.with_untracked(|context| check::safely_mended(&draft, context));
        desk.document.replace(&draft);
        desk.tell(format!("{count} findings are fixed."), "Undo");
    }
}
