//! The one place where a finding's path becomes the id of an element.

use tyk_policy::catalogue::ACCESS_RIGHTS;
use tyk_policy::check::{Path, Segment};

use super::RowId;

/// The id of the control at `path`. In an API's row the row's number stands for the API's id, which may change.
#[must_use]
pub fn element_id(path: &Path, row: Option<RowId>) -> String {
    join(path.segments(), row)
}

/// The id of an API's row.
#[must_use]
pub fn row_id(row: RowId) -> String {
    join(&[Segment::Name(ACCESS_RIGHTS.name), Segment::Key(String::new())], Some(row))
}

/// The id of the control of a field in an API's row.
#[must_use]
pub fn row_element_id(row: RowId, field: &'static str) -> String {
    join(&[Segment::Name(ACCESS_RIGHTS.name), Segment::Key(String::new()), Segment::Name(field)], Some(row))
}

/// The row that the element of this id stands in, if it is in one.
#[must_use]
pub fn row_of_element(id: &str) -> Option<RowId> {
    let rest = id.strip_prefix("field-")?.strip_prefix(ACCESS_RIGHTS.name)?.strip_prefix('-')?;
    rest.split('-').next()?.parse().ok().map(RowId)
}

/// The ids under which a control for `path` may be found, the closest first.
#[must_use]
pub fn element_candidates(path: &Path, row: Option<RowId>) -> Vec<String> {
    let segments = path.segments();
    (1..=segments.len()).rev().filter_map(|length| segments.get(..length)).map(|part| join(part, row)).collect()
}

fn join(segments: &[Segment], row: Option<RowId>) -> String {
    let mut id = String::from("field");
    for (depth, segment) in segments.iter().enumerate() {
        id.push('-');
        match (segment, row) {
            // A row has one id, in whichever form the access rights are written.
            (_, Some(_)) if depth == 0 => id.push_str(ACCESS_RIGHTS.name),
            (_, Some(RowId(row))) if depth == 1 => id.push_str(&row.to_string()),
            (Segment::Name(name), _) => id.push_str(name),
            (Segment::Key(key), _) => id.push_str(key),
            (Segment::Index(index), _) => id.push_str(&index.to_string()),
        }
    }
    id
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_keeps_its_ids_when_its_api_changes() {
        let path = Path::from(vec![
            Segment::Name("access_rights"),
            Segment::Key("orders api".into()),
            Segment::Name("versions"),
            Segment::Index(1),
        ]);
        assert_eq!(
            element_candidates(&path, Some(RowId(7))),
            [
                "field-access_rights-7-versions-1",
                "field-access_rights-7-versions",
                "field-access_rights-7",
                "field-access_rights"
            ]
        );
        let in_array =
            Path::from(vec![Segment::Name("access_rights_array"), Segment::Index(0), Segment::Name("versions")]);
        assert_eq!(
            element_candidates(&in_array, Some(RowId(7))),
            ["field-access_rights-7-versions", "field-access_rights-7", "field-access_rights"]
        );
        assert_eq!(row_element_id(RowId(7), "versions"), "field-access_rights-7-versions");
    }

    #[test]
    fn an_element_of_a_row_names_its_row() {
        assert_eq!(row_of_element(&row_element_id(RowId(7), "versions")), Some(RowId(7)));
        assert_eq!(row_of_element(&row_id(RowId(12))), Some(RowId(12)));
        assert_eq!([row_of_element("field-access_rights"), row_of_element("field-name")], [None, None]);
    }
}
