//! nginx.

use super::Setup;
use super::values::{CERTIFICATE, CERTIFICATE_KEY, HEADERS, MAX_AGE, METHODS, TRUSTED, Values};

pub(super) fn text(values: &Values<'_>) -> String {
    let Values { page, folder, scheme, host, name, port, path, .. } = values;
    let (own, answers) = match values.setup {
        Setup::SameOrigin => (
            format!(
                "    root \"{folder}\";
    location / {{
        try_files $uri $uri/index.html =404;
    }}
    location ~ \\.wasm$ {{
        types {{ application/wasm wasm; }}
    }}
"
            ),
            String::new(),
        ),
        Setup::AllowOrigin => (
            format!(
                "    set $tyk_page \"\";
    if ($http_origin = \"{page}\") {{
        set $tyk_page \"{page}\";
    }}
    set $tyk_question \"$request_method $tyk_page\";
    location / {{
        return 404;
    }}
"
            ),
            format!(
                "        add_header Access-Control-Allow-Origin $tyk_page always;
        add_header Vary Origin always;
        if ($tyk_question = \"OPTIONS {page}\") {{
            add_header Access-Control-Allow-Origin $tyk_page always;
            add_header Access-Control-Allow-Methods \"{METHODS}\" always;
            add_header Access-Control-Allow-Headers \"{HEADERS}\" always;
            add_header Access-Control-Max-Age {MAX_AGE} always;
            add_header Vary Origin always;
            return 204;
        }}
        proxy_hide_header Access-Control-Allow-Origin;
        proxy_hide_header Access-Control-Allow-Credentials;
"
            ),
        ),
    };
    let own_port = values.own_port();
    let listen = if values.is_secured {
        format!(
            "listen {own_port} ssl;\n    ssl_certificate {CERTIFICATE};\n    ssl_certificate_key {CERTIFICATE_KEY};"
        )
    } else {
        format!("listen {own_port};")
    };
    let trust = if values.is_dashboard_secured() {
        format!(
            "
        proxy_ssl_server_name on;
        proxy_ssl_name {name};
        proxy_ssl_verify on;
        proxy_ssl_verify_depth 3;
        proxy_ssl_trusted_certificate {TRUSTED};"
        )
    } else {
        String::new()
    };
    format!(
        "upstream tyk_dashboard {{
    server {name}:{port};
}}
server {{
    {listen}
    client_max_body_size 16m;
{own}    location ^~ /api/ {{
{answers}        proxy_pass \"{scheme}://tyk_dashboard{path}$request_uri\";
        proxy_http_version 1.1;
        proxy_set_header Host {host};
        proxy_request_buffering off;
        proxy_buffering off;{trust}
    }}
}}
"
    )
}
