//! From facts to causes (the table of browser-post.md section 4).

use super::Cause;
use super::evidence::{Facts, Permission, Probe};
use super::space::Space;

/// The causes, the likeliest first; one alone if it is certain.
pub(super) fn of(facts: &Facts<'_>) -> Vec<Cause> {
    if let Some(cause) = certain(facts) {
        return vec![cause];
    }
    if facts.is_same_origin { of_own_server(facts) } else { of_other_origin(facts) }
}

/// What keeps an answer of another origin from the page. It is not to be told whether the browser's question before the call
/// was refused, or the answer itself, an error, had no headers for the page (browser-post.md section 2).
const SHUT_OUT: [Cause; 2] = [Cause::CrossOrigin, Cause::ErrorsUnseen];

fn certain(facts: &Facts<'_>) -> Option<Cause> {
    let evidence = facts.evidence;
    if let Some(fault) = evidence.dashboard.fault().filter(|_| !facts.is_same_origin) {
        return Some(Cause::Address(fault));
    }
    if evidence.blocked_by_policy {
        return Some(Cause::PagePolicy);
    }
    // Whoever answers a plain call is there, whatever else speaks against it.
    if evidence.probe == Probe::Answered {
        return None;
    }
    if !evidence.is_online && facts.space != Space::Loopback {
        return Some(Cause::Offline);
    }
    if facts.is_same_origin {
        return (evidence.probe == Probe::Failed && !facts.is_out_of_time).then_some(Cause::ServerDown);
    }
    if facts.is_mixed && !is_let_through(facts) {
        return Some(Cause::MixedContent);
    }
    (facts.is_guarded() && evidence.permission == Permission::Denied).then_some(Cause::LocalNetworkDenied)
}

/// With the permission for the local network, Chromium lets plain http to a private address pass.
fn is_let_through(facts: &Facts<'_>) -> bool {
    facts.space == Space::Local && facts.evidence.permission == Permission::Granted
}

/// Page and dashboard are one origin: no rule stands between them, so the server or the way to it is at fault.
fn of_own_server(facts: &Facts<'_>) -> Vec<Cause> {
    match (facts.evidence.probe, facts.is_out_of_time) {
        (Probe::Answered, true) => vec![Cause::Slow, Cause::Interrupted],
        (Probe::Answered, false) => vec![Cause::Interrupted, Cause::Extension],
        (_, true) => vec![Cause::Slow, Cause::ServerDown],
        (_, false) => vec![Cause::ServerDown, Cause::Interrupted, Cause::Extension],
    }
}

fn of_other_origin(facts: &Facts<'_>) -> Vec<Cause> {
    if facts.evidence.probe == Probe::Answered {
        return match (facts.evidence.has_answered, facts.is_out_of_time) {
            (true, true) => vec![Cause::Slow, Cause::Interrupted],
            // It let the page in a moment before, if not for this method.
            (true, false) => [&[Cause::Interrupted][..], &SHUT_OUT].concat(),
            // An error does not take so long.
            (false, true) => vec![Cause::Slow, Cause::CrossOrigin],
            // Whoever answers a plain call, and none of the page's own, refuses the page or hides what it answers.
            (false, false) => SHUT_OUT.to_vec(),
        };
    }
    let mut causes = Vec::new();
    // Of calls that were not tried without the key, most are refused for this.
    if facts.evidence.probe == Probe::NotTried {
        causes.extend(SHUT_OUT);
    }
    match facts.evidence.permission {
        Permission::Prompt if facts.may_be_guarded() => causes.push(Cause::LocalNetworkOpen),
        Permission::Denied if facts.may_be_guarded() => causes.push(Cause::LocalNetworkDenied),
        _ => {}
    }
    if facts.is_out_of_time {
        of_silence(facts, &mut causes);
    } else {
        of_refusal(facts, &mut causes);
    }
    if facts.is_mixed {
        causes.push(Cause::MixedContent);
    }
    causes
}

/// Nothing came back at all.
fn of_silence(facts: &Facts<'_>, causes: &mut Vec<Cause>) {
    match facts.space {
        Space::Loopback => causes.extend([Cause::Slow, Cause::Firewall]),
        Space::Local => causes.extend([Cause::OtherNetwork, Cause::Firewall, Cause::Refused]),
        Space::Unknown => causes.extend([Cause::Firewall, Cause::OtherNetwork, Cause::Refused]),
        Space::Public => causes.extend([Cause::Firewall, Cause::Refused]),
    }
}

/// Something said no, quickly.
fn of_refusal(facts: &Facts<'_>, causes: &mut Vec<Cause>) {
    let dashboard = &facts.evidence.dashboard;
    let is_loopback = facts.space == Space::Loopback;
    // A port of this machine refuses faster than anything in the browser blocks; elsewhere it takes a way there and back.
    let is_blocked_early = facts.is_at_once && !is_loopback;
    if is_blocked_early {
        causes.push(Cause::Extension);
    }
    if facts.space == Space::Unknown {
        causes.push(Cause::Name);
    }
    causes.push(Cause::Refused);
    if dashboard.scheme() == "https" {
        causes.push(Cause::Certificate);
    } else if is_loopback && facts.evidence.page.starts_with("https:") {
        causes.push(Cause::MixedContentHere);
    }
    if matches!(facts.space, Space::Local | Space::Unknown) {
        causes.push(Cause::OtherNetwork);
    }
    if !is_blocked_early {
        causes.push(Cause::Extension);
    }
}
