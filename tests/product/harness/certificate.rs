//! A certificate for `localhost` that nobody trusts who is not told to.

use std::path::PathBuf;
use std::process::Command;

use tempfile::TempDir;

/// The certificate, which is its own authority, and its key.
pub struct Certificate(TempDir);

impl Certificate {
    /// Makes a new one.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let request = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost \
                       -addext subjectAltName=DNS:localhost -keyout localhost.key -out localhost.crt";
        let made = Command::new("openssl").args(request.split_whitespace()).current_dir(folder.path()).output();
        let made = made.expect("openssl runs");
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        Self(folder)
    }

    /// The file with the certificate.
    pub fn file(&self) -> PathBuf {
        self.0.path().join("localhost.crt")
    }

    /// The file with its key.
    pub fn key(&self) -> PathBuf {
        self.0.path().join("localhost.key")
    }
}
