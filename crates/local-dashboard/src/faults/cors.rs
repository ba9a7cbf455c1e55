//! What a page of another origin gets where it is let in (the Fetch standard, section "HTTP extensions").

use axum::body::Body;
use axum::extract::Request;
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN,
    ACCESS_CONTROL_REQUEST_METHOD, LOCATION, ORIGIN, VARY,
};
use axum::http::{HeaderValue, Method, StatusCode};
use axum::response::Response;

use super::fault::Fault;

/// The method that a preflight asks about; none if the call is no preflight.
pub fn method_asked_about(request: &Request) -> Option<Method> {
    let is_preflight = request.method() == Method::OPTIONS && request.headers().contains_key(ORIGIN);
    request.headers().get(ACCESS_CONTROL_REQUEST_METHOD).filter(|_| is_preflight)?.as_bytes().try_into().ok()
}

/// How a preflight is answered; none if the fault is about other calls.
pub fn preflight(fault: &Fault) -> Option<Response> {
    let mut response = Response::new(Body::empty());
    match fault {
        Fault::Preflight { status, to } => {
            *response.status_mut() = status.0;
            if let Some(to) = to {
                response.headers_mut().insert(LOCATION, to.0.clone());
            }
        }
        Fault::Cors { headers, .. } => {
            *response.status_mut() = StatusCode::NO_CONTENT;
            let methods = HeaderValue::from_static("GET, POST, PUT, DELETE, OPTIONS");
            response.headers_mut().insert(ACCESS_CONTROL_ALLOW_METHODS, methods);
            response.headers_mut().insert(ACCESS_CONTROL_ALLOW_HEADERS, headers.0.clone());
            let_in(&mut response, fault);
        }
        _ => return None,
    }
    Some(response)
}

/// Lets a page of the origin that was named read the answer.
pub fn let_in(response: &mut Response, fault: &Fault) {
    if let Fault::Cors { origin, .. } = fault {
        response.headers_mut().insert(ACCESS_CONTROL_ALLOW_ORIGIN, origin.0.clone());
        response.headers_mut().append(VARY, HeaderValue::from_static("Origin"));
    }
}
