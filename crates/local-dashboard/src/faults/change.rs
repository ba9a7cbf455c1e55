//! Bodies that say something else than they did.

use axum::body::Bytes;
use serde_json::Value;
use tyk_policy::draft::Json;
use tyk_policy::read;
use tyk_policy::write::{self, Layout};

/// The object without a root field, or with another value in it. What is no object stays as it is.
pub fn field(sent: Bytes, name: &str, value: Option<&Value>) -> Bytes {
    let text = std::str::from_utf8(&sent).unwrap_or_default();
    let Ok(Json::Object(mut object)) = read::json(text) else { return sent };
    match value.and_then(|value| read::json(&value.to_string()).ok()) {
        Some(value) => object.set(name, value, |_| false),
        None => object.remove(name),
    }
    write::json(&Json::Object(object), Layout::Indented).into()
}

/// The envelope of a success with its message as `Meta`. Any other stays as it is.
pub fn id_into_meta(answered: Bytes) -> Bytes {
    match serde_json::from_slice(&answered) {
        Ok(Value::Object(mut envelope)) if envelope.get("Status") == Some(&"OK".into()) => {
            let id = envelope.insert("Message".to_owned(), "Policy created".into());
            envelope.insert("Meta".to_owned(), id.unwrap_or_default());
            Value::Object(envelope).to_string().into()
        }
        _ => answered,
    }
}
