//! The command of each web server for one site, without anything of an installation around it. Each logs all that it can.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where Debian has Apache's modules.
const APACHE_MODULES: &str = "/usr/lib/apache2/modules";

fn write(folder: &Path, name: &str, text: &str) -> PathBuf {
    let path = folder.join(name);
    fs::write(&path, text).expect("the configuration is written");
    path
}

/// The types of an old installation, without `.wasm`.
const TYPES: &str = "types { text/html html; text/css css; text/javascript js; image/svg+xml svg; }";

/// nginx: one process in front, and every path of its own.
pub(super) fn nginx(folder: &Path, text: &str) -> Command {
    let site = write(folder, "site.conf", text);
    let paths: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|kind| format!("    {kind}_temp_path {}/{kind};\n", folder.display()))
        .concat();
    let main = format!(
        "daemon off;\nmaster_process off;\nerror_log stderr info;\npid {folder}/pid;\nevents {{}}\n\
         http {{\n    access_log /dev/stderr combined;\n    {TYPES}\n{paths}    include {site};\n}}\n",
        folder = folder.display(),
        site = site.display()
    );
    let mut command = Command::new(program("nginx"));
    command.args(["-e", "stderr", "-p"]).arg(folder).arg("-c").arg(write(folder, "main.conf", &main));
    command
}

/// Caddy: nothing beside the site, so no port for its own administration, and none that leads from http to https.
pub(super) fn caddy(folder: &Path, text: &str) -> Command {
    let text =
        format!("{{\n\tdebug\n\tadmin off\n\tauto_https disable_redirects\n\tdefault_bind 127.0.0.1\n}}\n{text}");
    let mut command = Command::new(program("caddy"));
    command.args(["run", "--adapter", "caddyfile", "--config"]).arg(write(folder, "Caddyfile", &text));
    command.env("HOME", folder).env_remove("XDG_CONFIG_HOME").env_remove("XDG_DATA_HOME");
    command
}

/// Apache: the modules of an ordinary installation and those that the printed text asks for.
pub(super) fn apache(folder: &Path, text: &str) -> Command {
    let site = write(folder, "site.conf", text);
    let modules = "mpm_event authz_core mime dir headers proxy proxy_http rewrite socache_shmcb ssl";
    let modules: String =
        modules.split(' ').map(|name| format!("LoadModule {name}_module {APACHE_MODULES}/mod_{name}.so\n")).collect();
    let main = format!(
        "{modules}ServerName localhost\nServerRoot {folder}\nDefaultRuntimeDir {folder}\nPidFile {folder}/pid\n\
         ErrorLog /dev/stderr\nLogLevel debug\nCustomLog /dev/stderr \"%h %t \\\"%r\\\" %>s\"\n\
         TypesConfig /dev/null\nAddType text/html .html\nUser www-data\nGroup www-data\n\
         <Directory />\n    Require all denied\n</Directory>\nInclude {site}\n",
        folder = folder.display(),
        site = site.display()
    );
    let mut command = Command::new(program("apache2"));
    command.args(["-X", "-f"]).arg(write(folder, "main.conf", &main));
    command
}

/// Servers lie in a folder that is not on everybody's PATH.
pub(super) fn program(name: &str) -> PathBuf {
    let paths = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::env::split_paths(&paths).chain([PathBuf::from("/usr/sbin")]);
    let found = folders.map(|folder| folder.join(name)).find(|path| path.is_file());
    found.unwrap_or_else(|| panic!("{name} is not installed: run `cargo xtask test product`"))
}
