use super::*;

const LINES: &str = r#"{"measure":"corpus","microseconds":5.0,"files":[]}
{"measure":"large","microseconds":25000.0}
{"measure":"large","microseconds":26000.0}
{"measure":"recheck an API","microseconds":0.25}
{"measure":"recheck the rate","microseconds":0.125}
{"measure":"effect","microseconds":5000.0}
{"measure":"a day of traffic","microseconds":1000.0}
{"measure":"a day of bursts","microseconds":900000.0}
"#;

fn table() -> Table {
    let mut measures = read("native", LINES, |row| row.1).expect("all measures");
    measures.push(Measure::within("memory", Unit::Bytes(5e7), Unit::Bytes(1e8)));
    measures.push(Measure::free(node::NAME, Unit::Microseconds(10.0)));
    Table { measures, corpus: "two files".to_owned() }
}

#[test]
fn the_table_says_of_each_measure_whether_it_is_within_its_budget() {
    assert_eq!(
        table().to_string(),
        "measure                       median      budget  verdict\n\
         corpus, native               5.00 µs    40.00 µs  ok\n\
         large, native               25.00 ms    20.00 ms  ABOVE\n\
         recheck an API, native       0.25 µs     1.00 ms  ok\n\
         recheck the rate, native     0.12 µs     1.00 ms  ok\n\
         effect, native               5.00 ms    10.00 ms  ok\n\
         a day of traffic, native     1.00 ms      2.00 s  ok\n\
         a day of bursts, native    900.00 ms      2.00 s  ok\n\
         memory                       50.0 MB    100.0 MB  ok\n\
         corpus, node with ajv       10.00 µs\n\
         corpus, native : node = 0.50 : 1\n\
         corpus: two files"
    );
    assert_eq!(table().above_budget(), 1);
}

#[test]
fn programs_read_the_same_numbers() {
    let json = table().to_json();
    let large = json!({
        "measure": "large, native",
        "unit": "microseconds",
        "median": 25_000.0,
        "budget": 20_000.0,
        "above": true,
    });
    assert_eq!(json["measures"][1], large);
    assert_eq!(json["native_to_node"], json!(0.5));
    assert_eq!(json["page_to_node"], Value::Null);
}

#[test]
fn a_measure_that_is_not_there_is_told_and_not_passed_over() {
    let error = read("page", "", |row| row.2).expect_err("nothing was measured");
    assert!(error.to_string().starts_with("page: `corpus` was not measured"), "{error}");
}
