//! A SecurityPolicy of the Tyk Operator to the policy that it describes (dashboard-api.md section 10.2).

mod entry;
#[cfg(test)]
mod tests;

use crate::catalogue::ACCESS_RIGHTS;
use crate::check::{Path, Segment};
use crate::draft::{Json, Object};

/// The list that stands in the place of the map from API id to entry.
const ACCESS_RIGHTS_ARRAY: &str = "access_rights_array";

/// A policy that a Kubernetes resource describes, as the Dashboard's JSON.
pub(super) struct Converted {
    /// The policy; empty if the resource has no spec that is an object.
    pub(super) object: Object,
    /// Where the parts of the policy stand in the document: the path in the policy, the path in the document. The first
    /// that a path lies in is its own; the last one is of the whole policy.
    pub(super) moved: Vec<(Path, Path)>,
}

/// Whether a value is a Kubernetes resource of any kind.
pub(super) fn is_resource(value: &Json) -> bool {
    let text = |name: &str| value.as_object().and_then(|object| object.get(name)).and_then(Json::as_text);
    text("apiVersion").is_some() && text("kind").is_some()
}

/// Converts every policy among the resources of a text, lists of resources unfolded. With each goes the index of its
/// resource; a path in a list starts with `/items/N`. The other resources say what ids the APIs have.
pub(super) fn convert(resources: &[&Json]) -> Vec<(usize, Converted)> {
    let mut all = Vec::new();
    for (index, value) in resources.iter().enumerate() {
        unfold(index, value, &mut all);
    }
    let policies = all.iter().filter(|resource| resource.kind == "SecurityPolicy");
    policies.map(|resource| (resource.index, resource.policy(&all))).collect()
}

/// A resource of the Tyk Operator.
struct Resource<'a> {
    index: usize,
    /// Where its spec stands in its document.
    spec_path: Path,
    kind: &'a str,
    name: Option<&'a str>,
    namespace: Option<&'a str>,
    spec: Option<&'a Object>,
}

fn unfold<'a>(index: usize, value: &'a Json, all: &mut Vec<Resource<'a>>) {
    let spec_path = Path::root().key("spec");
    all.extend(Resource::of(index, value, spec_path.clone()));
    let Some(object) = value.as_object() else { return };
    if object.get("kind").and_then(Json::as_text).is_some_and(|kind| kind.ends_with("List")) {
        let items = object.get("items").and_then(Json::as_list).unwrap_or_default();
        all.extend(items.iter().enumerate().filter_map(|(place, item)| {
            let item_path = Path::from(vec![Segment::Key("items".to_owned()), Segment::Index(place)]);
            Resource::of(index, item, spec_path.clone().inside(&item_path))
        }));
    }
}

impl<'a> Resource<'a> {
    fn of(index: usize, value: &'a Json, spec_path: Path) -> Option<Self> {
        let object = value.as_object()?;
        let group = object.get("apiVersion").and_then(Json::as_text)?;
        let metadata = object.get("metadata").and_then(Json::as_object);
        let text = |name: &str| metadata.and_then(|metadata| metadata.get(name)).and_then(Json::as_text);
        group.starts_with("tyk.tyk.io/").then_some(Self {
            index,
            spec_path,
            kind: object.get("kind").and_then(Json::as_text)?,
            name: text("name"),
            namespace: text("namespace"),
            spec: object.get("spec").and_then(Json::as_object),
        })
    }

    /// The namespace that a name without one means here.
    fn home(&self) -> &'a str {
        self.namespace.unwrap_or("default")
    }

    fn policy(&self, all: &[Self]) -> Converted {
        let mut moved = Vec::new();
        let spec = self.spec.cloned().unwrap_or_default();
        let has_map = spec.get(ACCESS_RIGHTS.name).is_some();
        let mut members = Vec::new();
        for (name, value) in spec.into_members() {
            match value {
                Json::List(items) if name == ACCESS_RIGHTS_ARRAY && has_map => {
                    let items = items.into_iter().map(|item| self.item(item, all)).collect();
                    members.push((name, Json::List(items)));
                }
                Json::List(items) if name == ACCESS_RIGHTS_ARRAY => {
                    members.extend(self.access_rights(items, all, &mut moved));
                }
                value => members.push((name, value)),
            }
        }
        // The last item of one key counts, and so it comes first.
        moved.reverse();
        moved.push((Path::root(), self.spec_path.clone()));
        Converted { object: Object::new(members), moved }
    }
}
