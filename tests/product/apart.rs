//! A page and a dashboard at two origins, where calls go wrong as a test asks for.

use serde_json::Value;

use crate::harness::{Page, SAMPLE_KEY, Server, StaticSite, wait_for};
use crate::steps::{add_api, connect};

/// A page from a plain web server, and the local dashboard at another origin.
pub struct Apart {
    pub site: StaticSite,
    pub dashboard: Server,
    pub page: Page,
}

impl Apart {
    /// With a policy that is ready to be sent.
    pub fn start() -> Self {
        let (site, dashboard) = (StaticSite::below("/"), Server::with(&["--faults"]));
        let page = Page::open(&site.page);
        connect(&page, &dashboard.origin, SAMPLE_KEY);
        add_api(&page, "orders");
        Self { site, dashboard, page }
    }

    /// Sends a policy of this name while one call of a method goes wrong in this way, and waits until it is over.
    #[track_caller]
    pub fn send(&self, name: &str, method: &str, fault: &Value) {
        self.send_with_fault(name, method, 1, fault);
    }

    /// The same with so many calls that go wrong.
    #[track_caller]
    pub fn send_with_fault(&self, name: &str, method: &str, times: u32, fault: &Value) {
        self.dashboard.only_let_in(&self.site.origin);
        self.dashboard.go_wrong(method, times, fault);
        self.page.type_into("#field-name", name);
        // After an end with a stored policy the same button would update that one.
        let button = if self.page.is_there("#send-new") { "#send-new" } else { "#send" };
        self.page.click(button);
        wait_for("the end", || {
            let label = self.page.text_of("#send").unwrap_or_default();
            let is_over = label != "Sending…" && self.page.is_there(".outcome__headline");
            if is_over { Ok(()) } else { Err(label) }
        });
    }

    /// Holds that the outcome has these sentences, and that the form still has its policy.
    #[track_caller]
    pub fn assert_says(&self, name: &str, sentences: &[&str]) {
        for sentence in sentences {
            self.page.wait_for_text("#outcome", sentence);
        }
        assert_eq!(self.page.value_of("#field-name"), name);
        assert!(self.page.code("curl").contains(name));
    }

    /// The statuses of the POSTs that the dashboard saw.
    pub fn posts(&self) -> Vec<Option<u64>> {
        let calls = self.dashboard.calls();
        calls.into_iter().filter(|(method, _)| method == "POST").map(|(_, status)| status).collect()
    }
}
