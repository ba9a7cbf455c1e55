//! The way to the dashboard: its name, the connection, TLS.

use std::error::Error;
use std::fmt;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use axum::http::Uri;
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder, MaybeHttpsStream};
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::client::legacy::connect::dns::Name;
use hyper_util::rt::TokioIo;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};
use tokio::net::TcpStream;
use tower::ServiceExt;

use crate::Options;
use crate::dashboard::Dashboard;
use crate::trouble::Trouble;
use crate::trust::Trust;

/// A connection to the dashboard.
pub type Stream = MaybeHttpsStream<TokioIo<TcpStream>>;

type Addresses = std::vec::IntoIter<std::net::SocketAddr>;
type Lookup = tower::util::BoxCloneSyncService<Name, Addresses, NoSuchHost>;

/// Makes connections to one dashboard.
pub struct Connector {
    connector: HttpsConnector<HttpConnector<Lookup>>,
    to: Uri,
    time: Duration,
}

impl Connector {
    /// What makes connections to this dashboard.
    ///
    /// # Errors
    /// There is nobody to trust.
    pub fn new(dashboard: &Dashboard, options: &Options) -> Result<Self, OpenError> {
        let time = options.limits.connect;
        let mut http = HttpConnector::new_with_resolver(Lookup::new(tower::service_fn(look_up)));
        http.enforce_http(false);
        http.set_nodelay(true);
        // A host with several addresses is tried at the next one when half of its time is over.
        http.set_connect_timeout(Some(time));
        let connector = HttpsConnectorBuilder::new()
            .with_tls_config(tls(dashboard, &options.authorities)?)
            .https_or_http()
            .enable_http1()
            .wrap_connector(http);
        Ok(Self { connector, to: dashboard.uri().clone(), time })
    }

    /// A new connection.
    ///
    /// # Errors
    /// Why there is none.
    pub async fn connect(&self) -> Result<Stream, Trouble> {
        let connecting = self.connector.clone().oneshot(self.to.clone());
        match tokio::time::timeout(self.time, connecting).await {
            Ok(connected) => connected.map_err(|error| Trouble::of_connecting(&*error, self.time)),
            Err(_) => Err(Trouble::NoConnection(self.time)),
        }
    }
}

/// Asks the system for the addresses of a host. Ours, so that this error can be told from those of connecting.
async fn look_up(host: Name) -> Result<Addresses, NoSuchHost> {
    let found = tokio::net::lookup_host((host.as_str(), 0)).await.map_err(NoSuchHost)?;
    Ok(found.collect::<Vec<_>>().into_iter())
}

/// The system knows no address of a host.
#[derive(Debug)]
pub struct NoSuchHost(io::Error);

impl fmt::Display for NoSuchHost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Error for NoSuchHost {}

fn tls(dashboard: &Dashboard, authorities: &[u8]) -> Result<ClientConfig, OpenError> {
    let crypto = Arc::new(rustls::crypto::ring::default_provider());
    let builder = ClientConfig::builder_with_provider(Arc::clone(&crypto))
        .with_safe_default_protocol_versions()
        .map_err(OpenError::Tls)?;
    let named = certificates(authorities)?;
    if !dashboard.is_https() {
        // Nothing is encrypted, so that a system without authorities is no fault.
        return Ok(builder.with_root_certificates(RootCertStore::empty()).with_no_client_auth());
    }
    let trust = Trust::new(named, crypto).map_err(OpenError::Tls)?;
    Ok(builder.dangerous().with_custom_certificate_verifier(Arc::new(trust)).with_no_client_auth())
}

fn certificates(pem: &[u8]) -> Result<Vec<CertificateDer<'static>>, OpenError> {
    let found: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(pem).collect();
    let found = found.map_err(|_| OpenError::NoCertificate)?;
    if found.is_empty() && !pem.is_empty() { Err(OpenError::NoCertificate) } else { Ok(found) }
}

/// Why there can be no relay.
#[derive(Debug)]
pub enum OpenError {
    /// What should hold certificates in PEM form does not.
    NoCertificate,
    /// A certificate is none, or the system trusts nobody.
    Tls(rustls::Error),
}

/// What happened; whoever named the file says the way out.
impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoCertificate => f.write_str("there is no certificate in PEM form (-----BEGIN CERTIFICATE-----)"),
            Self::Tls(error) => write!(f, "no certificate could be checked ({error})"),
        }
    }
}

impl Error for OpenError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_certificate_is_found_before_anybody_calls() {
        let options = |pem: &[u8]| Options { authorities: pem.to_vec(), ..Options::default() };
        let dashboard = Dashboard::at("https://dash.example").unwrap();
        for pem in ["not a certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n"] {
            let error = Connector::new(&dashboard, &options(pem.as_bytes())).err();
            assert!(matches!(error, Some(OpenError::NoCertificate)), "{error:?}");
        }
        let nonsense = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
        assert!(matches!(Connector::new(&dashboard, &options(nonsense.as_bytes())), Err(OpenError::Tls(_))));
    }

    #[test]
    fn without_tls_nobody_needs_to_be_trusted() {
        let dashboard = Dashboard::at("http://127.0.0.1:3000").unwrap();
        assert!(Connector::new(&dashboard, &Options::default()).is_ok());
    }
}
