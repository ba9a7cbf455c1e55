//! Why there is no answer of the dashboard to pass on, in words that the page shows.

use std::error::Error;
use std::fmt;
use std::io::{self, ErrorKind};
use std::time::Duration;

use axum::http::StatusCode;
use rustls::CertificateError;

use crate::cause::{find, innermost};
use crate::connect::NoSuchHost;

/// What went wrong between the relay and the dashboard. No part of a call is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The host has no address.
    NoSuchHost,
    /// Nobody listens there.
    NobodyThere,
    /// The network does not lead there; the system's words.
    Unreachable(String),
    /// No connection in this time.
    NoConnection(Duration),
    /// Nobody who is trusted vouches for the certificate.
    NotTrusted,
    /// The certificate is for another host.
    OtherName,
    /// The certificate is too old, or not valid yet.
    OutOfDate,
    /// TLS failed in another way; the library's words.
    Tls(String),
    /// The connection ended without an answer.
    NoAnswer,
    /// What came is not HTTP.
    NotHttp,
    /// No answer in this time.
    TooSlow(Duration),
    /// The answer sends the caller to this origin, or the status is one of those without saying where to.
    Redirect(Option<String>),
    /// The answer is larger than so many bytes.
    TooLarge(usize),
    /// The answer is compressed, although nobody asked for that.
    Compressed,
}

impl Trouble {
    /// What an error of connecting means; `time` is what there was for it.
    pub fn of_connecting(error: &(dyn Error + 'static), time: Duration) -> Self {
        if let Some(tls) = find::<rustls::Error>(error) {
            return Self::of_tls(tls);
        }
        if find::<NoSuchHost>(error).is_some() {
            return Self::NoSuchHost;
        }
        let Some(system) = find::<io::Error>(error).map(innermost) else { return Self::Unreachable(error.to_string()) };
        match system.kind() {
            ErrorKind::ConnectionRefused => Self::NobodyThere,
            ErrorKind::TimedOut => Self::NoConnection(time),
            // Only TLS reads anything here.
            ErrorKind::UnexpectedEof | ErrorKind::ConnectionReset => Self::Tls(system.to_string()),
            _ => Self::Unreachable(system.to_string()),
        }
    }

    /// What an error of asking means, once there is a connection.
    pub fn of_asking(error: &hyper::Error) -> Self {
        match find::<rustls::Error>(error) {
            Some(tls) => Self::of_tls(tls),
            None if error.is_parse() => Self::NotHttp,
            None => Self::NoAnswer,
        }
    }

    fn of_tls(error: &rustls::Error) -> Self {
        use CertificateError as Fault;
        let rustls::Error::InvalidCertificate(fault) = error else { return Self::Tls(error.to_string()) };
        match fault {
            Fault::UnknownIssuer | Fault::BadSignature => Self::NotTrusted,
            Fault::NotValidForName | Fault::NotValidForNameContext { .. } => Self::OtherName,
            Fault::Expired | Fault::ExpiredContext { .. } | Fault::NotValidYet | Fault::NotValidYetContext { .. } => {
                Self::OutOfDate
            }
            // A server that shows an authority's own certificate: whoever means it can name it.
            Fault::Other(other) if other.to_string().contains("CaUsedAsEndEntity") => Self::NotTrusted,
            _ => Self::Tls(error.to_string()),
        }
    }

    /// What is answered.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::NoConnection(_) | Self::TooSlow(_) => StatusCode::GATEWAY_TIMEOUT,
            _ => StatusCode::BAD_GATEWAY,
        }
    }

    /// What happened at the dashboard of this address, and the way out; `option` is the one that the address was named with.
    pub fn tell(&self, address: &str, option: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSuchHost => write!(
                f,
                "The host of {address} is not known here: check the address behind {option}, and whether this \
                 machine needs a VPN to find it."
            ),
            Self::NobodyThere => {
                write!(f, "Nothing listens at {address}: check its port, and whether the dashboard runs.")
            }
            Self::Unreachable(why) => {
                write!(f, "{address} cannot be reached ({why}): check the address and this machine's network.")
            }
            Self::NoConnection(time) => write!(
                f,
                "{address} took no connection within {}: check the address, and whether a firewall or a VPN stands \
                 between.",
                Time(*time)
            ),
            Self::NotTrusted => write!(
                f,
                "Nobody whom this machine trusts vouches for the certificate of {address}: if it is your company's or \
                 your own, start again with --ca FILE, a file with the certificate of its authority in PEM form."
            ),
            Self::OtherName => write!(
                f,
                "The certificate of {address} is made out to another host: start with the host that it names behind \
                 --dashboard."
            ),
            Self::OutOfDate => write!(
                f,
                "The certificate of {address} is not valid today: it has to be renewed there, or the clock of this \
                 machine is wrong."
            ),
            Self::Tls(why) => write!(
                f,
                "{address} does not speak TLS as it should ({why}): check whether it is http:// at this port, and \
                 https:// at another."
            ),
            Self::NoAnswer => write!(
                f,
                "{address} closed the connection without an answer: look into the dashboard's log, and whether the \
                 call took effect, before you send again."
            ),
            Self::NotHttp => {
                write!(f, "What {address} answered is not HTTP: check the port, and whether it is https:// there.")
            }
            Self::TooSlow(time) => write!(
                f,
                "{address} did not answer within {}: look whether the call took effect before you send again.",
                Time(*time)
            ),
            Self::Redirect(Some(origin)) if is_below(address, origin) => write!(
                f,
                "{address} sends the call on to another path of {origin}: check the path behind {option}, or leave it \
                 out."
            ),
            Self::Redirect(Some(origin)) => write!(
                f,
                "{address} sends the call on to {origin}, and the key goes to no other address by itself: start with \
                 that one behind {option} if it is right."
            ),
            Self::Redirect(None) => {
                write!(f, "{address} sends the call on without saying where to: check the address behind {option}.")
            }
            Self::TooLarge(bytes) => write!(
                f,
                "The answer of {address} is larger than {} MiB: ask for less, such as one page of the list.",
                bytes >> 20
            ),
            Self::Compressed => write!(
                f,
                "{address} answered with compressed data that nobody asked for: switch that off in the proxy in front of \
                 the dashboard."
            ),
        }
    }
}

fn is_below(address: &str, origin: &str) -> bool {
    address.strip_prefix(origin).is_some_and(|path| path.is_empty() || path.starts_with('/'))
}

/// A time as people say it.
pub struct Time(pub Duration);

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            time if time < Duration::from_secs(1) => write!(f, "{} milliseconds", time.as_millis()),
            time if time.as_secs() == 1 => f.write_str("1 second"),
            time => write!(f, "{} seconds", time.as_secs()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cause_is_found_inside_of_io_errors_inside_of_io_errors() {
        let tls = rustls::Error::InvalidCertificate(CertificateError::UnknownIssuer);
        let wrapped = io::Error::other(io::Error::new(ErrorKind::InvalidData, tls));
        assert_eq!(Trouble::of_connecting(&wrapped, Duration::ZERO), Trouble::NotTrusted);
    }

    #[test]
    fn an_error_of_the_system_is_told_by_its_kind() {
        let of = |kind: ErrorKind| Trouble::of_connecting(&io::Error::from(kind), Duration::from_secs(10));
        assert_eq!(of(ErrorKind::ConnectionRefused), Trouble::NobodyThere);
        assert_eq!(of(ErrorKind::TimedOut), Trouble::NoConnection(Duration::from_secs(10)));
        assert!(matches!(of(ErrorKind::HostUnreachable), Trouble::Unreachable(_)));
    }

    #[test]
    fn a_time_is_said_in_seconds_where_it_is_one() {
        let said = [500, 1_000, 60_000].map(|time| Time(Duration::from_millis(time)).to_string());
        assert_eq!(said, ["500 milliseconds", "1 second", "60 seconds"]);
    }
}
