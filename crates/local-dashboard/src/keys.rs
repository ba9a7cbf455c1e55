//! POST of a key that uses policies (dashboard-api.md section 5).

use serde::{Deserialize, Serialize};
use serde_json::{Map, Number, Value, json};

use crate::answer::Answer;
use crate::refusal::Refusal;
use crate::store::{NoKey, Store};
use crate::users::User;

/// A key's body. The first five fields are those of the smallest body that the sources report to work, beside a policy
/// or access rights; the others are checked for their types, and what is unknown is kept.
#[derive(Debug, Deserialize, Serialize)]
struct Session {
    org_id: String,
    allowance: Number,
    rate: Number,
    per: Number,
    quota_max: i64,
    #[serde(default)]
    quota_renewal_rate: i64,
    #[serde(default)]
    quota_remaining: i64,
    #[serde(default)]
    quota_renews: i64,
    #[serde(default)]
    expires: i64,
    #[serde(default)]
    is_inactive: bool,
    #[serde(default)]
    apply_policies: Option<Vec<String>>,
    #[serde(default)]
    apply_policy_id: Option<String>,
    #[serde(default)]
    access_rights: Option<Map<String, Value>>,
    #[serde(default)]
    alias: Option<String>,
    #[serde(default)]
    tags: Option<Vec<String>>,
    #[serde(default)]
    meta_data: Option<Map<String, Value>>,
    #[serde(flatten)]
    rest: Map<String, Value>,
}

/// Makes the key of a body; its id is `own`, or a random one.
pub fn create(store: &Store, user: &User, own: Option<&str>, body: &[u8]) -> Result<Answer, Refusal> {
    let session = Session::read(body, user)?;
    let id = match own {
        Some(own) => own.to_owned(),
        None => random_id(user.organisation).map_err(|_| Refusal::NotCreated)?,
    };
    let data = serde_json::to_value(&session).map_err(|_| Refusal::NotCreated)?;
    store.keep_key(user.organisation, &id, &session.policies(), &data.to_string()).map_err(|reason| match reason {
        NoKey::NoSuchPolicy => Refusal::NotAValidKey,
        NoKey::Database => Refusal::NotCreated,
    })?;
    let key_hash = format!("{:08x}", murmur3::murmur3_32(&mut id.as_bytes(), 0).map_err(|_| Refusal::NotCreated)?);
    let answer = json!({ "api_model": {}, "key_id": id, "data": data, "key_hash": key_hash });
    Ok(Answer::Json(answer.to_string()))
}

impl Session {
    fn read(body: &[u8], user: &User) -> Result<Self, Refusal> {
        // By way of a value, as of a member that stands twice the last one counts.
        let value: Value = serde_json::from_slice(body).map_err(|_| Refusal::BodyMalformed)?;
        let mut session: Self = serde_json::from_value(value).map_err(|_| Refusal::BodyMalformed)?;
        if session.org_id.is_empty() {
            user.organisation.clone_into(&mut session.org_id);
        }
        if session.org_id != user.organisation {
            return Err(Refusal::ForeignOrganisation);
        }
        if session.policies().is_empty() && session.access_rights.as_ref().is_none_or(Map::is_empty) {
            return Err(Refusal::BodyMalformed);
        }
        Ok(session)
    }

    /// The policies that it uses: the list wins over the single one.
    fn policies(&self) -> Vec<String> {
        match &self.apply_policies {
            Some(list) if !list.is_empty() => list.clone(),
            _ => self.apply_policy_id.iter().filter(|id| !id.is_empty()).cloned().collect(),
        }
    }
}

/// The organisation and 128 random bits.
fn random_id(organisation: &str) -> Result<String, getrandom::Error> {
    Ok(format!("{organisation}{:016x}{:016x}", getrandom::u64()?, getrandom::u64()?))
}
