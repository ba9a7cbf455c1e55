#![allow(missing_docs, dead_code, reason = "stub")]
#[derive(Clone, Debug, Default)]
pub struct Spliced {
    text: String,
}
impl Spliced {
    pub fn text(&self) -> &str {
        &self.text
    }
    pub fn source_offset(&self, o: usize) -> usize {
        o
    }
}
#[derive(Debug)]
pub struct Command {
    pub method: String,
    pub url: Option<String>,
    pub headers: Vec<(String, String)>,
    pub body: Body,
    pub at: usize,
}
#[derive(Debug)]
pub enum Body {
    None,
    Text(Spliced),
    File(String),
    Input,
}
pub fn commands(_: &str) -> Vec<Command> {
    Vec::new()
}
