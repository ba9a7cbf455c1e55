//! Caddy.

use super::Setup;
use super::values::{CERTIFICATE, CERTIFICATE_KEY, HEADERS, MAX_AGE, METHODS, Values};

pub(super) fn text(values: &Values<'_>) -> String {
    let Values { page, folder, host, path, .. } = values;
    let (matchers, answers, others) = match values.setup {
        Setup::SameOrigin => (String::new(), String::new(), format!("root * \"{folder}\"\n\tfile_server")),
        Setup::AllowOrigin => (
            format!(
                "	@page header Origin \"{page}\"
	@question {{
		method OPTIONS
		header Origin \"{page}\"
	}}
"
            ),
            format!(
                "		header Vary Origin
		header @page Access-Control-Allow-Origin \"{page}\"
		header @question {{
			Access-Control-Allow-Methods \"{METHODS}\"
			Access-Control-Allow-Headers \"{HEADERS}\"
			Access-Control-Max-Age {MAX_AGE}
		}}
		respond @question 204
"
            ),
            "respond 404".to_owned(),
        ),
    };
    let certificate =
        if values.is_secured { format!("\ttls {CERTIFICATE} {CERTIFICATE_KEY}\n") } else { String::new() };
    // `rewrite` would write a %2F as a slash.
    let rewrite = if path.is_empty() { String::new() } else { format!("\t\turi path_regexp ^ \"{path}\"\n") };
    let hide = match values.setup {
        Setup::SameOrigin => "",
        Setup::AllowOrigin => {
            "\n\t\t\theader_down -Access-Control-Allow-Origin\n\t\t\theader_down -Access-Control-Allow-Credentials"
        }
    };
    let (own_port, origin) = (values.own_port(), values.origin());
    format!(
        ":{own_port} {{
{certificate}{matchers}	route /api/* {{
{answers}{rewrite}		reverse_proxy {origin} {{
			header_up Host {host}{hide}
		}}
	}}
	{others}
}}
"
    )
}
