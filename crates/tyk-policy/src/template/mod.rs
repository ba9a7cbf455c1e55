//! Policies to begin with, each for one purpose.
//!
//! All are new policies, written in full as policy-model.md section 2.3 recommends. Which APIs they are for is left to
//! fill in: where a template says nothing of single APIs it names none, otherwise it has one entry without an id.

mod build;

use crate::draft::Draft;

/// A policy to begin with.
#[derive(Clone, Copy, Debug)]
pub struct Template {
    /// The word on the command line.
    pub name: &'static str,
    /// What the page calls it.
    pub title: &'static str,
    /// When to take it, in one sentence.
    pub says: &'static str,
    build: fn() -> Draft,
}

impl Template {
    /// All templates, the tutorial's first.
    pub const ALL: [Self; 9] = [
        Self {
            name: "tutorial",
            title: "Startup Users",
            says: "Take it to follow Tyk's tutorial: 100 requests a second and 10,000 an hour.",
            build: Draft::startup_users,
        },
        Self {
            name: "free-tier",
            title: "Free tier",
            says: "Take it for callers who try an API out: 60 requests a minute and 1,000 a day.",
            build: build::free_tier,
        },
        Self {
            name: "standard-tier",
            title: "Standard tier",
            says: "Take it for ordinary callers: 1,000 requests a minute and 1,000,000 in 30 days.",
            build: build::standard_tier,
        },
        Self {
            name: "unlimited-tier",
            title: "Unlimited tier",
            says: "Take it for services of your own that nothing should slow down: no rate limit and no quota.",
            build: build::unlimited_tier,
        },
        Self {
            name: "plan-without-access",
            title: "Plan without access",
            says: "Take it for limits alone, on keys that get their APIs from another policy.",
            build: build::plan_without_access,
        },
        Self {
            name: "product-without-limits",
            title: "Product without limits",
            says: "Take it for access alone, on keys that get their limits from another policy.",
            build: build::product_without_limits,
        },
        Self {
            name: "own-limits",
            title: "Own limits for each API",
            says: "Take it where one API needs other limits than the rest, each with a counter of its own.",
            build: build::own_limits,
        },
        Self {
            name: "graphql-read-only",
            title: "GraphQL read-only",
            says: "Take it for a GraphQL API that may be asked, five levels deep, and not changed; its schema stays hidden.",
            build: build::graphql_read_only,
        },
        Self {
            name: "mcp-tools",
            title: "MCP tools",
            says: "Take it for an MCP proxy of which callers may use only some tools, chosen by their names.",
            build: build::mcp_tools,
        },
    ];

    /// The template of this name.
    #[must_use]
    pub fn find(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|template| template.name == name)
    }

    /// The policy, a new one each time.
    #[must_use]
    pub fn draft(&self) -> Draft {
        (self.build)()
    }
}
