//! The table of browser-post.md section 4, row by row.

use super::*;
use crate::request::{Address, AddressFault};

const PAGE: &str = "https://tools.example";

/// A page on the web, a dashboard on the web, a call that failed after a moment, and nobody who answers the probe.
fn evidence(page: &str, dashboard: &str) -> Evidence {
    Evidence {
        page: page.to_owned(),
        dashboard: Address::new(dashboard),
        is_online: true,
        permission: Permission::Unknown,
        blocked_by_policy: false,
        probe: Probe::Failed,
        elapsed_ms: 150,
        patience_ms: 30_000,
        is_relay: false,
        has_answered: false,
    }
}

#[track_caller]
fn assert_certain(evidence: &Evidence, cause: Cause, headline: &str) {
    let diagnosis = diagnose(evidence);
    assert_eq!(diagnosis.causes, [cause], "{evidence:?}");
    assert!(diagnosis.is_certain());
    assert_eq!(diagnosis.headline(), headline);
}

#[track_caller]
fn assert_causes(evidence: &Evidence, causes: &[Cause]) {
    let diagnosis = diagnose(evidence);
    assert_eq!(diagnosis.causes, causes, "{evidence:?}");
    assert!(!diagnosis.is_certain());
    assert_eq!(diagnosis.headline(), format!("Most likely: {}", causes[0]));
}

#[test]
fn a_dashboard_that_answered_a_moment_before_may_have_done_what_was_asked() {
    let answered = Evidence {
        probe: Probe::Answered,
        has_answered: true,
        ..evidence("http://localhost:8080", "http://localhost:3000")
    };
    assert_causes(&answered, &[Cause::Interrupted, Cause::CrossOrigin, Cause::ErrorsUnseen]);
    let diagnosis = diagnose(&answered);
    assert_eq!(diagnosis.ways.first(), Some(&Way::LookFirst));
    let known: Vec<_> = diagnosis.known.iter().map(ToString::to_string).collect();
    assert!(
        known.contains(&"localhost:3000 answered another call of this page a moment before.".to_owned()),
        "{known:?}"
    );
    assert_causes(&Evidence { elapsed_ms: 30_000, ..answered }, &[Cause::Slow, Cause::Interrupted]);
}

#[test]
fn what_the_evidence_proves_is_the_only_cause() {
    let usual = || evidence(PAGE, "https://dash.example");
    let near = || evidence(PAGE, "http://localhost:3000");
    assert_certain(
        &evidence(PAGE, "localhost:3000"),
        Cause::Address(AddressFault::NoScheme),
        "Start the dashboard's address with http:// or https://.",
    );
    assert_certain(&Evidence { is_online: false, ..usual() }, Cause::Offline, "This browser is offline.");
    assert_certain(
        &Evidence { blocked_by_policy: true, elapsed_ms: 0, ..usual() },
        Cause::PagePolicy,
        "This page's own Content-Security-Policy does not allow calls to this address.",
    );
    assert_certain(
        &evidence(PAGE, "http://dash.example:3000"),
        Cause::MixedContent,
        "The browser blocks http calls from an https page.",
    );
    assert_certain(
        &Evidence { permission: Permission::Denied, ..near() },
        Cause::LocalNetworkDenied,
        "The browser does not let this page call your local network or this machine.",
    );
    assert_certain(&evidence(PAGE, PAGE), Cause::ServerDown, "The server that this page came from no longer answers.");
    assert_certain(
        &Evidence { is_relay: true, ..evidence("http://127.0.0.1:8080", "https://dash.example") },
        Cause::ServerDown,
        "The server that this page came from no longer answers.",
    );
}

/// A refused question before the call and an error without the headers for other origins look the same from the page.
#[test]
fn a_dashboard_that_answers_but_not_this_page_refuses_it_or_hides_its_errors() {
    let answered = Evidence { probe: Probe::Answered, ..evidence(PAGE, "https://dash.example") };
    assert_causes(&answered, &[Cause::CrossOrigin, Cause::ErrorsUnseen]);
    assert_eq!(diagnose(&answered).headline(), "Most likely: Tyk's Dashboard lets no page of another origin call it.");
    let says = Cause::ErrorsUnseen.to_string();
    assert!(says.contains("401 for a wrong key") && says.contains("without the headers"), "{says}");
    assert!(diagnose(&answered).ways.contains(&Way::CheckKey));
}

#[test]
fn a_call_that_nobody_answers_has_the_causes_that_its_address_allows() {
    use Cause::{Certificate, Extension, MixedContentHere, Name, OtherNetwork, Refused};
    assert_causes(&evidence(PAGE, "https://dash.example"), &[Name, Refused, Certificate, OtherNetwork, Extension]);
    assert_causes(
        &evidence("http://tools.example", "http://dash.example:3000"),
        &[Name, Refused, OtherNetwork, Extension],
    );
    assert_causes(&evidence(PAGE, "https://8.8.8.8"), &[Refused, Certificate, Extension]);
    assert_causes(&evidence(PAGE, "http://localhost:3000"), &[Refused, MixedContentHere, Extension]);
    assert_causes(&evidence("http://localhost:8080", "http://localhost:3000"), &[Refused, Extension]);
}

#[test]
fn a_call_that_fails_at_once_is_likely_blocked_unless_it_goes_to_this_machine() {
    let at_once = |dashboard| diagnose(&Evidence { elapsed_ms: 2, ..evidence(PAGE, dashboard) });
    assert_eq!(at_once("https://dash.example").causes[0], Cause::Extension);
    assert_eq!(at_once("http://localhost:3000").causes[0], Cause::Refused);
    assert!(at_once("https://dash.example").known.contains(&Known::AtOnce(2)));
}

#[test]
fn a_call_that_lasts_until_the_end_is_dropped_on_its_way() {
    use Cause::{Firewall, OtherNetwork, Refused, ServerDown, Slow};
    for probe in [Probe::Failed, Probe::TimedOut] {
        let silent = |page, dashboard| Evidence { elapsed_ms: 30_001, probe, ..evidence(page, dashboard) };
        assert_causes(&silent(PAGE, "https://dash.example"), &[Firewall, OtherNetwork, Refused]);
        assert_causes(&silent(PAGE, "https://10.0.0.7"), &[OtherNetwork, Firewall, Refused]);
        assert_causes(&silent(PAGE, "https://8.8.8.8"), &[Firewall, Refused]);
        assert_causes(&silent(PAGE, "http://127.0.0.1:3000"), &[Slow, Firewall]);
        assert_causes(&silent(PAGE, PAGE), &[Slow, ServerDown]);
    }
    let slow = Evidence { elapsed_ms: 30_000, probe: Probe::Answered, ..evidence(PAGE, "https://dash.example") };
    assert_causes(&slow, &[Slow, Cause::CrossOrigin]);
    assert_eq!(diagnose(&slow).ways[0], Way::LookFirst);
}

#[test]
fn without_a_probe_a_foreign_page_is_the_first_suspect() {
    let untried = diagnose(&Evidence { probe: Probe::NotTried, ..evidence(PAGE, "https://dash.example") });
    assert_eq!(untried.causes[..3], [Cause::CrossOrigin, Cause::ErrorsUnseen, Cause::Name]);
    assert!(!untried.is_certain());
}

#[test]
fn the_permission_counts_only_where_the_browser_asks_for_it() {
    let first = |permission, page, dashboard| diagnose(&Evidence { permission, ..evidence(page, dashboard) }).causes[0];
    let (prompt, denied) = (Permission::Prompt, Permission::Denied);
    assert_eq!(first(prompt, PAGE, "http://localhost:3000"), Cause::LocalNetworkOpen);
    assert_eq!(first(prompt, PAGE, "https://192.168.0.7"), Cause::LocalNetworkOpen);
    assert_eq!(first(denied, PAGE, "https://dash.example"), Cause::LocalNetworkDenied);
    assert_eq!(first(denied, PAGE, "https://8.8.8.8"), Cause::Refused);
    assert_eq!(first(denied, "http://localhost:8080", "http://localhost:3000"), Cause::Refused);
    assert_eq!(first(denied, "null", "http://localhost:3000"), Cause::Refused);
    let maybe = Evidence { permission: denied, ..evidence(PAGE, "https://dash.example") };
    assert!(!diagnose(&maybe).is_certain());
}

#[test]
fn plain_http_to_a_private_address_is_no_certain_block_once_the_permission_is_given() {
    let private = |permission| Evidence { permission, ..evidence(PAGE, "http://10.0.0.7:3000") };
    assert_eq!(diagnose(&private(Permission::Unknown)).causes, [Cause::MixedContent]);
    assert_causes(
        &private(Permission::Granted),
        &[Cause::Refused, Cause::OtherNetwork, Cause::Extension, Cause::MixedContent],
    );
}

#[test]
fn an_offline_browser_still_reaches_its_own_machine() {
    let local = Evidence { is_online: false, ..evidence("http://localhost:8080", "http://localhost:3000") };
    assert_causes(&local, &[Cause::Refused, Cause::Extension]);
}

#[test]
fn an_answer_to_the_probe_outweighs_what_it_disproves() {
    let answered = Evidence {
        probe: Probe::Answered,
        is_online: false,
        permission: Permission::Denied,
        ..evidence(PAGE, "http://10.0.0.7:3000")
    };
    assert_causes(&answered, &[Cause::CrossOrigin, Cause::ErrorsUnseen]);
    let own = Evidence { probe: Probe::Answered, ..evidence(PAGE, PAGE) };
    assert_causes(&own, &[Cause::Interrupted, Cause::Extension]);
}

#[test]
fn a_page_calls_its_own_origin_also_where_the_address_is_written_another_way() {
    for dashboard in ["https://tools.example/tyk", "https://Tools.example:443", "https://tools.example/"] {
        assert_eq!(diagnose(&evidence(PAGE, dashboard)).known[0], Known::SameOrigin, "{dashboard}");
    }
    for dashboard in ["http://tools.example", "https://tools.example:8443", "https://tools.example.org"] {
        assert_ne!(diagnose(&evidence(PAGE, dashboard)).known[0], Known::SameOrigin, "{dashboard}");
    }
}

#[test]
fn a_refused_page_is_told_what_is_known_and_every_way_to_the_dashboard() {
    let refused = Evidence { probe: Probe::Answered, ..evidence(PAGE, "https://dash.example/tyk") };
    let Diagnosis { known, ways, .. } = diagnose(&refused);
    let known: Vec<_> = known.iter().map(ToString::to_string).collect();
    assert_eq!(
        known,
        [
            "This page is from https://tools.example, the dashboard is https://dash.example: two origins.",
            "dash.example answers this browser, so host, port and certificate are right.",
        ]
    );
    let command = "tyk-policy serve --dashboard https://dash.example/tyk";
    assert_eq!(
        ways,
        [Way::UseRelay(command.to_owned()), Way::SameOrigin, Way::AllowOrigin, Way::CheckKey, Way::UseCurl]
    );
    assert_eq!(ways[0].command(), Some(command));
    assert_eq!(ways.iter().filter_map(Way::setup).collect::<Vec<_>>(), proxy::Setup::ALL);
}

#[test]
fn a_page_from_a_file_cannot_be_let_in_by_name() {
    let file = diagnose(&Evidence { probe: Probe::Answered, ..evidence("null", "http://localhost:3000") });
    assert!(!file.ways.contains(&Way::AllowOrigin) && file.ways.contains(&Way::SameOrigin), "{file:?}");
    assert_eq!(file.known[0].to_string(), "This page was opened from a file, the dashboard is http://localhost:3000.");
}

#[test]
fn a_command_holds_an_address_that_a_shell_would_read_in_quotes() {
    let odd = diagnose(&Evidence { probe: Probe::Answered, ..evidence(PAGE, "https://dash.example/a;b") });
    assert_eq!(odd.ways[0].command(), Some("tyk-policy serve --dashboard 'https://dash.example/a;b'"));
}

#[test]
fn every_evidence_has_a_cause_and_a_way_and_no_sentence_twice() {
    let permissions = [Permission::Granted, Permission::Prompt, Permission::Denied, Permission::Unknown];
    let probes = [Probe::Answered, Probe::Failed, Probe::TimedOut, Probe::NotTried];
    let pages = [PAGE, "http://tools.example", "http://localhost:8080", "http://10.0.0.7", "null"];
    let hosts = ["localhost:3000", "10.0.0.7", "dash.example", "8.8.8.8", "tools.example"];
    for page in pages {
        for (permission, probe) in permissions.iter().flat_map(|each| probes.map(|probe| (*each, probe))) {
            for dashboard in hosts.iter().flat_map(|host| [format!("http://{host}"), format!("https://{host}")]) {
                for bits in 0..32_u32 {
                    let is = |bit: u32| bits & (1 << bit) != 0;
                    let Diagnosis { known, causes, ways } = diagnose(&Evidence {
                        permission,
                        probe,
                        is_online: is(0),
                        blocked_by_policy: is(1),
                        is_relay: is(2),
                        has_answered: is(4),
                        elapsed_ms: if is(3) { 30_000 } else { 5 },
                        ..evidence(page, &dashboard)
                    });
                    assert!(!causes.is_empty() && !ways.is_empty(), "{page} {dashboard} {bits:b}");
                    let known = known.iter().map(ToString::to_string);
                    let sentences = known.chain(causes.iter().map(ToString::to_string));
                    let mut sentences: Vec<_> = sentences.chain(ways.iter().map(ToString::to_string)).collect();
                    assert!(sentences.iter().all(|sentence| sentence.ends_with('.')), "{sentences:?}");
                    let all = sentences.len();
                    sentences.sort();
                    sentences.dedup();
                    assert_eq!(sentences.len(), all, "{sentences:?}");
                }
            }
        }
    }
}
