//! Configurations of web servers that let the page and the dashboard meet (browser-post.md section 3).
//!
//! Each is whole and runs as it is printed, but for what its first lines ask for. What was typed stands in it only if it
//! is free of everything that the server's language could read; otherwise a comment says what to correct.

mod apache;
mod caddy;
mod nginx;
mod traefik;
mod values;

use values::Values;

use crate::request::Address;

/// A web server that a configuration can be written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Server {
    /// nginx 1.19 or newer.
    Nginx,
    /// Caddy 2.
    Caddy,
    /// Apache HTTP Server 2.4.
    Apache,
    /// Traefik 2 or 3.
    Traefik,
}

impl Server {
    /// All servers, in the order of the control.
    pub const ALL: [Self; 4] = [Self::Nginx, Self::Caddy, Self::Apache, Self::Traefik];

    /// What the page calls it.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Nginx => "nginx",
            Self::Caddy => "Caddy",
            Self::Apache => "Apache",
            Self::Traefik => "Traefik",
        }
    }

    /// The name for a file with the configuration.
    #[must_use]
    pub fn file_name(self) -> &'static str {
        match self {
            Self::Nginx | Self::Apache => "tyk-dashboard.conf",
            Self::Caddy => "Caddyfile",
            Self::Traefik => "tyk-dashboard.yml",
        }
    }

    /// Where that file goes on Linux, and what makes the server read it.
    #[must_use]
    pub fn place(self) -> &'static str {
        match self {
            Self::Nginx => "Goes to /etc/nginx/conf.d/. Then run: nginx -t && nginx -s reload",
            Self::Caddy => "Goes to /etc/caddy/. Then run: caddy reload --config /etc/caddy/Caddyfile",
            Self::Apache => {
                "Goes to /etc/apache2/sites-available/. Then run: a2enmod headers proxy_http rewrite ssl && \
                 a2ensite tyk-dashboard && apachectl restart"
            }
            Self::Traefik => "Goes to the folder of Traefik's file provider, which reads it by itself.",
        }
    }
}

/// How page and dashboard meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setup {
    /// One server serves the page and passes `/api/` on: one origin, so that no rule about others applies.
    SameOrigin,
    /// A server in front of the dashboard tells browsers that one page may call it.
    AllowOrigin,
}

impl Setup {
    /// Both, in the order of the control.
    pub const ALL: [Self; 2] = [Self::SameOrigin, Self::AllowOrigin];

    /// What the page calls it.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::SameOrigin => "One server for both",
            Self::AllowOrigin => "Let this page in",
        }
    }

    /// What it does, in a sentence.
    #[must_use]
    pub fn sentence(self) -> &'static str {
        match self {
            Self::SameOrigin => {
                "The server serves this page's files and passes /api/ on to the dashboard, so that both are one origin."
            }
            Self::AllowOrigin => {
                "The server stands in front of the dashboard, answers the browser's question whether this page may call, and \
                 passes /api/ on. No other page is let in."
            }
        }
    }
}

/// The configuration that lets `page`, an origin, and the dashboard meet. `folder` is where the page's files are, with a
/// placeholder if it is not known or cannot stand in a configuration.
///
/// Where the address or, for [`Setup::AllowOrigin`], the page's origin cannot be used, it is a comment that says so.
#[must_use]
pub fn configuration(server: Server, setup: Setup, page: &str, dashboard: &Address, folder: Option<&str>) -> String {
    let values = match Values::of(setup, page, dashboard, folder) {
        Ok(values) => values,
        Err(fault) => return values::comment(&fault),
    };
    let text = match server {
        Server::Nginx => nginx::text(&values),
        Server::Caddy => caddy::text(&values),
        Server::Apache => apache::text(&values),
        Server::Traefik => traefik::text(&values),
    };
    format!("# {}\n# {}\n{text}", server.place(), values.use_of(server))
}

#[cfg(test)]
mod tests;
