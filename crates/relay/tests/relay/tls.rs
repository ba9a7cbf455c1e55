use std::io::{BufReader, Write};
use std::sync::Arc;

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, CertifiedKey, IsCa, KeyPair};
use relay::{Dashboard, Options, Relay};
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};

use crate::caller::Running;
use crate::upstream::{read_head, talk};

/// A dashboard with this certificate; gives its port.
fn dashboard(chain: Vec<CertificateDer<'static>>, key: &KeyPair) -> String {
    let key = PrivateKeyDer::try_from(key.serialize_der()).unwrap();
    let crypto = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(crypto).with_safe_default_protocol_versions().unwrap();
    let config = Arc::new(config.with_no_client_auth().with_single_cert(chain, key).unwrap());
    let origin = talk(move |stream| {
        let mut stream = StreamOwned::new(ServerConnection::new(Arc::clone(&config)).unwrap(), stream);
        // A caller who does not trust us hangs up.
        if read_head(&mut BufReader::new(&mut stream)).is_some() {
            stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}").unwrap();
            stream.conn.send_close_notify();
            stream.flush().unwrap();
        }
    });
    origin.rsplit_once(':').unwrap().1.to_owned()
}

fn relay(host: &str, port: &str, authorities: &str) -> Running {
    let options = Options { authorities: authorities.as_bytes().to_vec(), ..Options::default() };
    Running::relay_with(&format!("https://{host}:{port}"), options)
}

fn names() -> Vec<String> {
    vec!["localhost".to_owned(), "127.0.0.1".to_owned()]
}

#[test]
fn a_certificate_of_a_companys_own_authority_is_trusted_once_the_authority_is_named() {
    let mut params = CertificateParams::new(Vec::new()).unwrap();
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let authority = CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap();
    let key = KeyPair::generate().unwrap();
    let certificate = CertificateParams::new(names()).unwrap().signed_by(&key, &authority).unwrap();
    let port = dashboard(vec![certificate.der().clone()], &key);

    relay("localhost", &port, "").call("GET /api/apis", &[], "").is_error(502, "start again with --ca FILE");
    for host in ["localhost", "127.0.0.1"] {
        let answer = relay(host, &port, &authority.pem()).call("GET /api/apis", &[], "");
        assert_eq!((answer.status, answer.body.as_str()), (200, "{}"), "{host}");
    }
    let other = relay("[::ffff:127.0.0.1]", &port, &authority.pem()).call("GET /api/apis", &[], "");
    other.is_error(502, "is made out to another host");
}

#[test]
fn a_certificate_that_vouches_for_itself_is_trusted_once_it_is_named_even_if_it_calls_itself_an_authority() {
    for is_ca in [IsCa::NoCa, IsCa::ExplicitNoCa, IsCa::Ca(BasicConstraints::Unconstrained)] {
        let mut params = CertificateParams::new(names()).unwrap();
        params.is_ca = is_ca;
        let key = KeyPair::generate().unwrap();
        let certificate = params.self_signed(&key).unwrap();
        let port = dashboard(vec![certificate.der().clone()], &key);

        relay("localhost", &port, "").call("GET /api/apis", &[], "").is_error(502, "start again with --ca FILE");
        let answer = relay("localhost", &port, &certificate.pem()).call("GET /api/apis", &[], "");
        assert_eq!((answer.status, answer.body.as_str()), (200, "{}"), "{is_ca:?}");
        let other = relay("[::ffff:127.0.0.1]", &port, &certificate.pem()).call("GET /api/apis", &[], "");
        other.is_error(502, "is made out to another host");
    }
}

#[test]
fn a_named_certificate_helps_nobody_else() {
    let named = rcgen::generate_simple_self_signed(names()).unwrap();
    let CertifiedKey { cert, signing_key } = rcgen::generate_simple_self_signed(names()).unwrap();
    let port = dashboard(vec![cert.der().clone()], &signing_key);
    relay("localhost", &port, &named.cert.pem())
        .call("GET /api/apis", &[], "")
        .is_error(502, "start again with --ca FILE");
}

#[test]
fn a_certificate_that_is_out_of_date_is_said() {
    let mut params = CertificateParams::new(Vec::new()).unwrap();
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let authority = CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap();
    let key = KeyPair::generate().unwrap();
    let mut params = CertificateParams::new(names()).unwrap();
    params.not_after = rcgen::date_time_ymd(2020, 1, 1);
    let certificate = params.signed_by(&key, &authority).unwrap();
    let port = dashboard(vec![certificate.der().clone()], &key);
    relay("localhost", &port, &authority.pem()).call("GET /api/apis", &[], "").is_error(502, "is not valid today");
}

#[test]
fn what_names_nobody_is_found_at_the_start() {
    let options = Options { authorities: b"hello".to_vec(), ..Options::default() };
    let error = Relay::new(Dashboard::at("https://dash.example").unwrap(), options).unwrap_err();
    assert_eq!(error.to_string(), "there is no certificate in PEM form (-----BEGIN CERTIFICATE-----)");
}
