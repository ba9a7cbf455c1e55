//! Where the page's calls go.

use axum::Router;
use local_dashboard::SAMPLE_KEY;
use relay::{Dashboard, Limits, Options, Relay};

use super::data::Data;
use crate::arguments::ServeArguments;
use crate::failure::Failure;

/// Where the page's calls go.
#[derive(Clone, Debug)]
pub enum Source {
    /// To the local stand-in.
    StandIn {
        /// Where it keeps its policies.
        data: Data,
        /// So many more APIs in it.
        generated_apis: usize,
        /// Whether tests may say what shall go wrong.
        faults: bool,
    },
    /// On to this dashboard.
    Relay(Dashboard),
}

impl Source {
    /// What the command line asks for.
    ///
    /// # Errors
    /// No place for the stand-in's policies was named, and the system names none.
    pub fn choose(arguments: &ServeArguments) -> Result<Self, Failure> {
        match &arguments.dashboard {
            Some(dashboard) => Ok(Self::Relay(dashboard.clone())),
            None => Ok(Self::StandIn {
                data: Data::choose(arguments.data.as_deref())?,
                generated_apis: arguments.generated_apis,
                faults: arguments.faults,
            }),
        }
    }

    /// Everything below `/api`.
    ///
    /// # Errors
    /// The file of the stand-in or of the certificates cannot be used.
    pub fn router(&self, arguments: &ServeArguments, limits: Limits) -> Result<Router, Failure> {
        match self {
            Self::StandIn { data, generated_apis, faults } => {
                let dashboard = data.open()?.with_generated_apis(*generated_apis);
                Ok(if *faults { dashboard.with_faults() } else { dashboard }.router())
            }
            Self::Relay(dashboard) => {
                let options = Options { authorities: authorities(arguments)?, limits };
                let relay = Relay::new(dashboard.clone(), options);
                let file = arguments.ca.clone();
                relay.map(|relay| relay.router()).map_err(|error| Failure::Authorities { file, error })
            }
        }
    }

    /// What the page is told of it: the name and the content of a meta tag.
    pub fn meta(&self) -> (&'static str, &str) {
        match self {
            Self::StandIn { .. } => ("local-dashboard", SAMPLE_KEY),
            Self::Relay(dashboard) => ("relay", dashboard.as_str()),
        }
    }
}

fn authorities(arguments: &ServeArguments) -> Result<Vec<u8>, Failure> {
    let Some(file) = &arguments.ca else { return Ok(Vec::new()) };
    std::fs::read(file).map_err(|error| Failure::Unreadable { file: file.display().to_string(), error })
}
