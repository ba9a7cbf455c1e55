//! Apache HTTP Server.

use super::Setup;
use super::values::{CERTIFICATE, CERTIFICATE_KEY, HEADERS, MAX_AGE, METHODS, TRUSTED, Values};

pub(super) fn text(values: &Values<'_>) -> String {
    let Values { page, folder, path, .. } = values;
    let own = match values.setup {
        Setup::SameOrigin => format!(
            "    DocumentRoot \"{folder}\"
    <Directory \"{folder}\">
        Require all granted
    </Directory>
    DirectoryIndex index.html
    AddType application/wasm .wasm
"
        ),
        Setup::AllowOrigin => format!(
            "    RewriteEngine On
    RewriteRule !^/api/ - [R=404,L]
    RewriteCond %{{REQUEST_METHOD}} =OPTIONS
    RewriteCond %{{HTTP:Origin}} \"={page}\"
    RewriteRule ^ - [R=204,L,E=TYK_QUESTION:1]
    <LocationMatch \"^/api/\">
        Header onsuccess unset Access-Control-Allow-Origin
        Header onsuccess unset Access-Control-Allow-Credentials
        Header always set Vary Origin
        Header always set Access-Control-Allow-Origin \"{page}\" \"expr=req_novary('Origin') == '{page}'\"
        Header always set Access-Control-Allow-Methods \"{METHODS}\" env=TYK_QUESTION
        Header always set Access-Control-Allow-Headers \"{HEADERS}\" env=TYK_QUESTION
        Header always set Access-Control-Max-Age {MAX_AGE} env=TYK_QUESTION
    </LocationMatch>
"
        ),
    };
    let own_port = values.own_port();
    let certificate = if values.is_secured {
        format!("    SSLEngine On\n    SSLCertificateFile {CERTIFICATE}\n    SSLCertificateKeyFile {CERTIFICATE_KEY}\n")
    } else {
        String::new()
    };
    let trust = if values.is_dashboard_secured() {
        format!(
            "    SSLProxyEngine On\n    SSLProxyVerify require\n    SSLProxyVerifyDepth 3\n    \
             SSLProxyCACertificateFile {TRUSTED}\n"
        )
    } else {
        String::new()
    };
    let origin = values.origin();
    format!(
        "Listen {own_port}
<VirtualHost *:{own_port}>
{certificate}{own}    AllowEncodedSlashes NoDecode
    LimitRequestBody 16777216
{trust}    ProxyPass \"/api/\" \"{origin}{path}/api/\" nocanon retry=0
</VirtualHost>
"
    )
}
