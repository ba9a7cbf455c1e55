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

    /// The hash of its public key, by which a browser can be told to trust it (base64 of SHA-256).
    pub fn hash(&self) -> String {
        let steps = "openssl x509 -in localhost.crt -pubkey -noout | openssl pkey -pubin -outform der | \
                     openssl dgst -sha256 -binary | openssl base64";
        let made = Command::new("sh").args(["-c", steps]).current_dir(self.0.path()).output().expect("openssl runs");
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        String::from_utf8_lossy(&made.stdout).trim().to_owned()
    }

    /// The file with its key.
    pub fn key(&self) -> PathBuf {
        self.0.path().join("localhost.key")
    }
}
