//! What stands in the texts. That real servers do what they say is tested with the whole product.

use super::*;
use crate::request::Address;

fn text(server: Server, setup: Setup, page: &str, dashboard: &str) -> String {
    configuration(server, setup, page, &Address::new(dashboard), None)
}

#[test]
fn an_address_that_cannot_be_called_gives_one_line_of_comment() {
    for (page, dashboard, line) in [
        ("https://tools.example", "", "# Type the dashboard's address, such as http://localhost:3000.\n"),
        (
            "https://tools.example",
            "http://d.example/a\nevil on;",
            "# The dashboard's address has a `?` in it: write it as a percent code.\n",
        ),
        (
            "https://tools.example",
            "http://d'example;:80",
            "# The dashboard's address has a host that no web server would take: correct it.\n",
        ),
        (
            "null",
            "http://d.example",
            "# A page that was opened from a file cannot be let in: serve it from a web server.\n",
        ),
        (
            "https://tools.example\";}",
            "http://d.example",
            "# A page that was opened from a file cannot be let in: serve it from a web server.\n",
        ),
    ] {
        for server in Server::ALL {
            assert_eq!(text(server, Setup::AllowOrigin, page, dashboard), line, "{server:?}");
        }
    }
}

#[test]
fn a_folder_that_could_be_read_as_more_is_replaced_by_a_placeholder() {
    let dashboard = Address::new("http://d.example");
    for server in [Server::Nginx, Server::Caddy, Server::Apache] {
        let of = |folder| configuration(server, Setup::SameOrigin, "null", &dashboard, folder);
        assert!(of(Some("/srv/my page/v2")).contains("\"/srv/my page/v2\""), "{server:?}");
        for odd in ["/a\"; deny all; \"", "/a\nb", "/$HOME", "/{$HOME}", "/a\\", "/é", " "] {
            assert_eq!(of(Some(odd)), of(None), "{server:?} {odd:?}");
        }
    }
}

#[test]
fn an_https_page_is_let_in_by_a_server_that_speaks_https_unless_both_are_on_this_machine() {
    for (page, dashboard, is_secured) in [
        ("https://tools.example", "http://dash.example:3000", true),
        ("https://tools.example", "http://localhost:3000", false),
        ("http://tools.example", "http://dash.example:3000", false),
    ] {
        for (server, sign) in [
            (Server::Nginx, "listen 8443 ssl;"),
            (Server::Caddy, "\ttls /etc/ssl/"),
            (Server::Apache, "SSLEngine On"),
            (Server::Traefik, "tls: {}"),
        ] {
            let text = text(server, Setup::AllowOrigin, page, dashboard);
            assert_eq!(text.contains(sign), is_secured, "{text}");
        }
    }
}

#[test]
fn no_text_lets_all_origins_in_or_asks_for_cookies() {
    for server in Server::ALL {
        for setup in Setup::ALL {
            for dashboard in ["http://dash.example:3000", "https://dash.example/tyk"] {
                let text = text(server, setup, "https://tools.example", dashboard);
                assert!(!text.contains("Allow-Origin *") && !text.contains("\"*\""), "{text}");
                assert!(!text.contains("Allow-Credentials true") && !text.contains("AllowCredentials:"), "{text}");
                assert!(text.lines().all(|line| line.len() < 200 && !line.ends_with(' ')), "{text}");
            }
        }
    }
}

/// The text's structure without its layout, as a parser of YAML sees it.
fn structure(yaml: &str) -> String {
    use saphyr_parser::{Event, Parser};

    let mut words = Vec::new();
    for event in Parser::new_from_str(yaml) {
        match event.expect("it is YAML").0 {
            Event::MappingStart(..) => words.push("{".to_owned()),
            Event::MappingEnd => words.push("}".to_owned()),
            Event::SequenceStart(..) => words.push("[".to_owned()),
            Event::SequenceEnd => words.push("]".to_owned()),
            Event::Scalar(text, ..) => words.push(text.into_owned()),
            _ => {}
        }
    }
    words.join(" ")
}

#[test]
fn the_text_for_traefik_is_yaml_with_the_values_in_their_places() {
    let allow = text(Server::Traefik, Setup::AllowOrigin, "https://tools.example", "http://10.0.0.7:3000/tyk's");
    assert_eq!(
        structure(&allow),
        "{ http { routers { tyk-dashboard { rule PathPrefix(`/api/`) service tyk-dashboard middlewares [ tyk-page tyk-path ] \
         tls { } } } middlewares { tyk-page { headers { accessControlAllowOriginList [ https://tools.example ] \
         accessControlAllowMethods [ GET POST PUT DELETE OPTIONS ] accessControlAllowHeaders [ authorization content-type ] \
         accessControlMaxAge 7200 addVaryHeader true } } tyk-path { addPrefix { prefix /tyk's } } } services { \
         tyk-dashboard { loadBalancer { passHostHeader false servers [ { url http://10.0.0.7:3000 } ] } } } } }"
    );
    let same = text(Server::Traefik, Setup::SameOrigin, "https://tools.example", "https://dash.example");
    assert_eq!(
        structure(&same),
        "{ http { routers { tyk-dashboard { rule PathPrefix(`/api/`) service tyk-dashboard } \
         tyk-page { rule PathPrefix(`/`) service tyk-page } } services { \
         tyk-dashboard { loadBalancer { passHostHeader false servers [ { url https://dash.example } ] } } \
         tyk-page { loadBalancer { passHostHeader false servers [ { url https://tools.example } ] } } } } }"
    );
}
