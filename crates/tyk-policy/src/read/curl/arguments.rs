//! From the words of a curl command to its request, as curl's own options say.

use super::Spliced;
use super::data::{at_file, encoded, file};
use super::options::{Meaning, long, short};
use super::{Body, Command};

/// The requests of one curl command. Empty for a sentence that merely starts with the word.
pub(super) fn commands(at: usize, words: Vec<Spliced>, input: &mut Option<Body>) -> Vec<Command> {
    let mut finished = Vec::new();
    let mut arguments = Arguments::default();
    let mut words = words.into_iter();
    while let Some(word) = words.next() {
        if arguments.word(&word, &mut words) == Meaning::Next {
            finished.extend(std::mem::take(&mut arguments).finish(at, input));
        }
    }
    finished.extend(arguments.finish(at, input));
    finished
}

/// What was said so far.
#[derive(Default)]
struct Arguments {
    method: Option<String>,
    url: Option<String>,
    /// The first word that is no option.
    first_word: Option<String>,
    headers: Vec<Header>,
    data: Option<Body>,
    upload: Option<Body>,
    is_json: bool,
    is_form: bool,
    is_get: bool,
    is_head: bool,
    has_options: bool,
    only_urls: bool,
}

struct Header {
    name: String,
    value: String,
    /// `Name:` takes a header away that curl would send of its own.
    is_sent: bool,
}

impl Arguments {
    fn word(&mut self, word: &Spliced, words: &mut impl Iterator<Item = Spliced>) -> Meaning {
        let text = word.text();
        match text.strip_prefix("--") {
            _ if self.only_urls || !text.starts_with('-') || text == "-" => {
                self.first_word.get_or_insert_with(|| text.to_owned());
                Meaning::Flag
            }
            Some("") => {
                self.only_urls = true;
                Meaning::Flag
            }
            Some(name) => self.long(word, name, words),
            None => self.letters(word, words),
        }
    }

    fn long(&mut self, word: &Spliced, name: &str, words: &mut impl Iterator<Item = Spliced>) -> Meaning {
        self.has_options = true;
        // Not curl's syntax, but what people write who know other programs.
        let (name, glued) = match name.split_once('=') {
            Some((name, _)) => (name, Some(word.tail(name.len() + 3))),
            None => (name, None),
        };
        let meaning = long(name);
        let value = if meaning.takes_value() { glued.or_else(|| words.next()) } else { None };
        self.option(meaning, value);
        meaning
    }

    /// Letters behind one dash: flags, and last one that takes what is left, or the next word.
    fn letters(&mut self, word: &Spliced, words: &mut impl Iterator<Item = Spliced>) -> Meaning {
        self.has_options = true;
        for (offset, letter) in word.text().bytes().enumerate().skip(1) {
            let meaning = short(letter);
            if meaning.takes_value() {
                let behind = offset + 1;
                let value = if behind < word.text().len() { Some(word.tail(behind)) } else { words.next() };
                self.option(meaning, value);
                return meaning;
            }
            self.option(meaning, None);
            if meaning == Meaning::Next {
                return meaning;
            }
        }
        Meaning::Flag
    }

    fn option(&mut self, meaning: Meaning, value: Option<Spliced>) {
        let value = value.unwrap_or_default();
        let text = || value.text().to_owned();
        match meaning {
            Meaning::Method => self.method = Some(text()),
            Meaning::Header => self.header(value.text()),
            Meaning::Bearer => self.send("Authorization", &format!("Bearer {}", value.text())),
            Meaning::Data => self.data(at_file(value), "&"),
            Meaning::RawData => self.data(Body::Text(value), "&"),
            Meaning::EncodedData => self.data(encoded(&value), "&"),
            Meaning::Json => {
                self.is_json = true;
                self.data(at_file(value), "");
            }
            Meaning::Form => self.is_form = true,
            Meaning::Url => {
                self.url.get_or_insert_with(text);
            }
            Meaning::Upload => self.upload = Some(file(value.text())),
            Meaning::Get => self.is_get = true,
            Meaning::Head => self.is_head = true,
            Meaning::Next | Meaning::Value | Meaning::Flag => {}
        }
    }

    fn header(&mut self, text: &str) {
        if let Some((name, value)) = text.split_once(':') {
            let value = value.trim_ascii();
            self.headers.push(Header { name: name.to_owned(), value: value.to_owned(), is_sent: !value.is_empty() });
        } else if let Some(name) = text.strip_suffix(';') {
            self.send(name, "");
        }
    }

    fn send(&mut self, name: &str, value: &str) {
        self.headers.push(Header { name: name.to_owned(), value: value.to_owned(), is_sent: true });
    }

    /// Adds to the body. A body of which a part is in a file cannot be read: the file stands for all of it.
    fn data(&mut self, addition: Body, joint: &str) {
        self.data = Some(match (self.data.take(), addition) {
            (Some(Body::Text(mut text)), Body::Text(more)) => {
                text.escape(joint, more.source_offset(0));
                text.append(&more, 0..more.text().len());
                Body::Text(text)
            }
            (Some(file @ (Body::File(_) | Body::Input)), _) => file,
            (_, addition) => addition,
        });
    }

    fn finish(mut self, at: usize, input: &mut Option<Body>) -> Option<Command> {
        let url = self.url.take().or_else(|| self.first_word.take());
        if !self.has_options && !url.as_deref().is_some_and(looks_like_a_url) {
            return None;
        }
        self.add_json_headers();
        let method = self.method.take().unwrap_or_else(|| self.implied_method().to_owned());
        let (url, body) = match self.data.take().or(self.upload.take()) {
            Some(Body::Text(query)) if self.is_get => (url.map(|url| with_query(url, query.text())), Body::None),
            _ if self.is_get => (url, Body::None),
            Some(Body::Input) => (url, input.take().unwrap_or(Body::Input)),
            body => (url, body.unwrap_or(Body::None)),
        };
        let headers = self.headers.into_iter().filter(|header| header.is_sent);
        let headers = headers.map(|header| (header.name, header.value)).collect();
        Some(Command { method, url, headers, body, at })
    }

    fn implied_method(&self) -> &'static str {
        match () {
            () if (self.data.is_some() || self.is_form) && !self.is_get => "POST",
            () if self.upload.is_some() => "PUT",
            () if self.is_head => "HEAD",
            () => "GET",
        }
    }

    /// `--json` sends two headers, unless the command has its own.
    fn add_json_headers(&mut self) {
        for name in ["Content-Type", "Accept"] {
            if self.is_json && !self.headers.iter().any(|header| header.name.eq_ignore_ascii_case(name)) {
                self.send(name, "application/json");
            }
        }
    }
}

fn with_query(url: String, query: &str) -> String {
    let joint = if url.contains('?') { '&' } else { '?' };
    format!("{url}{joint}{query}")
}

/// Whether this could be meant as a URL: a sentence such as "curl is installed" is no command.
fn looks_like_a_url(word: &str) -> bool {
    let inside = word.get(..word.len().saturating_sub(1)).unwrap_or(word);
    word == "localhost" || inside.contains(['/', ':', '.', '$', '{', '<', '%'])
}

#[cfg(test)]
mod tests {
    use crate::read::curl::commands;
    use crate::read::curl::tests::{body, only};

    fn request(source: &str) -> (String, String) {
        let command = only(source);
        (command.method, command.url.unwrap_or_default())
    }

    fn headers(source: &str) -> Vec<String> {
        only(source).headers.into_iter().map(|(name, value)| format!("{name}={value}")).collect()
    }

    #[test]
    fn the_last_method_given_counts_however_it_is_written() {
        for source in [
            "curl -X GET -X PUT http://a",
            "curl -XPUT http://a",
            "curl -sfX PUT http://a",
            "curl -sfXPUT http://a",
            "curl http://a --request PUT",
            "curl --request=PUT http://a -d x",
        ] {
            assert_eq!(request(source), ("PUT".to_owned(), "http://a".to_owned()), "{source}");
        }
    }

    #[test]
    fn a_method_that_is_not_given_follows_from_the_rest() {
        for (source, method) in [
            ("curl http://a", "GET"),
            ("curl http://a -d ''", "POST"),
            ("curl http://a -F a=b", "POST"),
            ("curl http://a -T file", "PUT"),
            ("curl http://a -I", "HEAD"),
            ("curl http://a -G -d x", "GET"),
        ] {
            assert_eq!(only(source).method, method, "{source}");
        }
    }

    #[test]
    fn the_url_is_found_between_options_that_take_values() {
        for source in [
            "curl -u me:pw -A agent -e http://r -b c=d -o out -w '%{http_code}' http://a -m 5",
            "curl --max-time 5 --user me:pw --output out --retry 3 -sSL http://a",
            "curl -qK config --connect-timeout 1 http://a http://b",
            "curl -s -- http://a -X",
            "curl first --url http://a --url http://b",
            "curl --url=http://a",
        ] {
            assert_eq!(only(source).url.as_deref(), Some("http://a"), "{source}");
        }
    }

    #[test]
    fn several_bodies_are_joined() {
        assert_eq!(body("curl http://a -d a=b --data-raw @c --data-ascii d"), "a=b&@c&d");
        assert_eq!(body("curl http://a --json '{\"a\":' --json ' 1}'"), "{\"a\": 1}");
        assert_eq!(body("curl http://a -d'{}'"), "{}");
        assert_eq!(body("curl http://a --data='{}'"), "{}");
    }

    #[test]
    fn data_goes_into_the_url_if_asked() {
        assert_eq!(request("curl -G http://a/b -d c=d -d e"), ("GET".to_owned(), "http://a/b?c=d&e".to_owned()));
        assert_eq!(request("curl --get 'http://a/b?x' -d c=d").1, "http://a/b?x&c=d");
    }

    #[test]
    fn headers_are_split_at_the_first_colon() {
        let source =
            "curl http://a -H 'A:  b: c ' -H'd: e' --header 'Gone:' -H 'Empty;' -H @file -H odd --oauth2-bearer k";
        assert_eq!(headers(source), ["A=b: c", "d=e", "Empty=", "Authorization=Bearer k"]);
    }

    #[test]
    fn json_brings_its_headers_unless_they_are_given() {
        let defaults = ["Content-Type=application/json", "Accept=application/json"];
        assert_eq!(headers("curl http://a --json {}"), defaults);
        assert_eq!(headers("curl http://a --json {} -H 'accept: x' -H 'Content-type:'"), ["accept=x"]);
        assert_eq!(headers("curl http://a -d {}"), [""; 0]);
    }

    #[test]
    fn an_option_without_its_value_is_no_fault() {
        for source in ["curl http://a -X", "curl http://a -H", "curl http://a --data", "curl http://a -", "curl --"] {
            commands(source);
        }
    }
}
