//! Where the local dashboard keeps its policies.

use std::fmt;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;
use local_dashboard::LocalDashboard;

use crate::failure::Failure;

/// What stands for "nowhere" on the command line.
const IN_MEMORY: &str = ":memory:";

/// A place for policies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Data {
    /// This file.
    File(PathBuf),
    /// Nowhere: they are gone when the server stops.
    Memory,
}

impl Data {
    /// The place that was named, otherwise a file in the user's data folder.
    ///
    /// # Errors
    /// None was named, and the system names no such folder.
    pub fn choose(named: Option<&Path>) -> Result<Self, Failure> {
        match named {
            Some(path) if path.as_os_str() == IN_MEMORY => Ok(Self::Memory),
            Some(path) => Ok(Self::File(path.to_owned())),
            None => {
                let folder =
                    etcetera::base_strategy::choose_native_strategy().map_err(|_| Failure::NoDataFolder)?.data_dir();
                Ok(Self::File(folder.join("policy-builder").join("local-dashboard.sqlite")))
            }
        }
    }

    /// The dashboard with the policies that are kept there.
    ///
    /// # Errors
    /// The file cannot be used.
    pub fn open(&self) -> Result<LocalDashboard, Failure> {
        let (file, opened) = match self {
            Self::File(path) => (path.clone(), LocalDashboard::open(path)),
            Self::Memory => (PathBuf::from(IN_MEMORY), LocalDashboard::in_memory()),
        };
        opened.map_err(|error| Failure::Data { file, error })
    }
}

impl fmt::Display for Data {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => write!(f, "{}", std::path::absolute(path).unwrap_or_else(|_| path.clone()).display()),
            Self::Memory => f.write_str("memory: they are gone when this stops"),
        }
    }
}
