//! YAML as Kubernetes reads it, to [`Json`]: documents, anchors, merge keys, and the words of YAML 1.1.
//!
//! The text is taken apart by a parser of YAML 1.2; what its scalars mean is decided here.

mod anchors;
mod events;
mod scalar;
#[cfg(test)]
mod tests;

use saphyr_parser::{Event, ScalarStyle};

use super::SyntaxFaultKind;
use super::document::{Document, YamlFault};
use super::json::DEEPEST;
use super::places::{Node, Offsets};
use crate::draft::{Json, Object};
use anchors::{Anchors, NoCopy};
use events::{Events, Mark};

/// Reads every document of a text; those without any value are left out.
///
/// # Errors
/// The first fault and its place.
pub(super) fn documents(text: &str) -> Result<Vec<Document>, YamlFault> {
    let mut reader = Reader { events: Events::of(text), anchors: Anchors::default(), offsets: Offsets::default() };
    let mut documents = Vec::new();
    loop {
        match reader.events.next()? {
            (Event::DocumentStart(_), _) => documents.extend(reader.document()?),
            (Event::StreamEnd, _) => return Ok(documents),
            _ => {}
        }
    }
}

/// A merge key: how many members stand before it, where it stands, and its value.
type Merge = (usize, Mark, Json);

type Members = Vec<(String, Json)>;

struct Reader<'a> {
    events: Events<'a>,
    anchors: Anchors,
    offsets: Offsets,
}

impl<'a> Reader<'a> {
    fn document(&mut self) -> Result<Option<Document>, YamlFault> {
        self.anchors.forget();
        self.offsets = Offsets::default();
        let (event, mark) = self.events.next()?;
        let is_empty = matches!(&event, Event::Scalar(text, ScalarStyle::Plain, 0, None) if text.is_empty());
        let root = self.offsets.root(mark.at);
        let value = self.value(event, mark, root, 0)?;
        Ok((!is_empty).then(|| Document { value, offsets: std::mem::take(&mut self.offsets) }))
    }

    fn value(&mut self, event: Event<'a>, mark: Mark, node: Node, depth: usize) -> Result<Json, YamlFault> {
        let (anchor, value) = match event {
            Event::Scalar(text, style, anchor, tag) => {
                let value = scalar::scalar(&text, style, tag.as_deref());
                (anchor, value.ok_or_else(|| mark.fault("the value does not fit its tag"))?)
            }
            Event::Alias(anchor) => {
                return self.anchors.copy(anchor, DEEPEST.saturating_sub(depth)).map_err(|why| why.fault(mark));
            }
            Event::SequenceStart(..) | Event::MappingStart(..) if depth == DEEPEST => {
                return Err(too_deep(mark));
            }
            Event::SequenceStart(anchor, _) => (anchor, self.list(node, depth)?),
            Event::MappingStart(anchor, _) => (anchor, self.object(node, depth)?),
            _ => return Err(mark.fault("a value is missing")),
        };
        self.anchors.keep(anchor, &value).map_err(|why| why.fault(mark))?;
        Ok(value)
    }

    fn list(&mut self, node: Node, depth: usize) -> Result<Json, YamlFault> {
        let mut items = Vec::new();
        loop {
            let (event, mark) = self.events.next()?;
            if matches!(event, Event::SequenceEnd) {
                return Ok(Json::List(items));
            }
            let item = self.offsets.item(node, items.len(), mark.at);
            items.push(self.value(event, mark, item, depth + 1)?);
        }
    }

    fn object(&mut self, node: Node, depth: usize) -> Result<Json, YamlFault> {
        let (mut members, mut merges) = (Vec::new(), Vec::new());
        loop {
            let (key, key_mark) = self.events.next()?;
            if matches!(key, Event::MappingEnd) {
                return self.merge(node, members, merges).map(|members| Json::Object(Object::new(members)));
            }
            let is_merge = matches!(&key, Event::Scalar(text, ScalarStyle::Plain, ..) if text == "<<");
            let name = self.key(key, key_mark)?;
            let (event, mark) = self.events.next()?;
            let member = self.offsets.member(node, &name, key_mark.at, mark.at);
            let value = self.value(event, mark, member, depth + 1)?;
            if is_merge {
                merges.push((members.len(), mark, value));
            } else {
                members.push((name, value));
            }
        }
    }

    /// The name that a key gives to its member: its text, whatever type that would have as a value.
    fn key(&mut self, event: Event<'a>, mark: Mark) -> Result<String, YamlFault> {
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                let value = scalar::scalar(&text, style, tag.as_deref()).unwrap_or(Json::Null);
                self.anchors.keep(anchor, &value).map_err(|why| why.fault(mark))?;
                Ok(text.into_owned())
            }
            Event::Alias(anchor) => match self.anchors.copy(anchor, 0) {
                Ok(Json::String(text)) => Ok(text),
                Ok(Json::Number(number)) => Ok(number.as_str().to_owned()),
                _ => Err(mark.fault("the key of a mapping must be a text")),
            },
            _ => Err(mark.fault("the key of a mapping must be a text")),
        }
    }

    /// Puts the members that merge keys name in their places, unless the mapping has its own of that name.
    fn merge(&mut self, node: Node, mut members: Members, mut merges: Vec<Merge>) -> Result<Members, YamlFault> {
        if merges.is_empty() {
            return Ok(members);
        }
        // From the last to the first, so that every member moves once.
        let mut backwards = Vec::new();
        while let Some((place, mark, value)) = merges.pop() {
            while members.len() > place {
                backwards.extend(members.pop());
            }
            let mut added = Vec::new();
            for object in merged_objects(value).ok_or_else(|| mark.fault("a merge key wants a mapping"))? {
                let before = added.len();
                // Of two members with one name the last counts.
                for (name, value) in object.into_members().into_iter().rev() {
                    if !self.offsets.has_member(node, &name) {
                        self.offsets.member(node, &name, mark.at, mark.at);
                        added.push((name, value));
                    }
                }
                if let Some(new) = added.get_mut(before..) {
                    new.reverse();
                }
            }
            backwards.extend(added.into_iter().rev());
        }
        backwards.extend(members.into_iter().rev());
        backwards.reverse();
        Ok(backwards)
    }
}

/// The mappings that a merge key names, the strongest first: one, or a list of some.
fn merged_objects(value: Json) -> Option<Vec<Object>> {
    match value {
        Json::Object(object) => Some(vec![object]),
        Json::List(items) => {
            items.into_iter().map(|item| if let Json::Object(object) = item { Some(object) } else { None }).collect()
        }
        _ => None,
    }
}

impl NoCopy {
    fn fault(self, mark: Mark) -> YamlFault {
        match self {
            Self::Unknown => mark.fault("an alias names an anchor that is not there"),
            Self::TooDeep => too_deep(mark),
            Self::TooMuch => mark.fault("anchors and aliases copy too much"),
        }
    }
}

fn too_deep(mark: Mark) -> YamlFault {
    mark.fault(&SyntaxFaultKind::TooDeep.to_string())
}
