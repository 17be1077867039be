//! Settings that are addresses.

use url::Url;

use super::error::ConfigError;
use super::setting::Setting;
use super::settings::Settings;
use crate::domain::routes::{LOGIN_CALLBACK, WEBHOOK};

impl Settings {
    /// One of Instagram's hosts. Any other than the built-in one must be on loopback, so that a
    /// stray variable cannot send tokens elsewhere.
    ///
    /// # Errors
    /// It is no URL, or one that points elsewhere.
    pub fn host(&self, setting: Setting) -> Result<Url, ConfigError> {
        let text = self.need(setting)?;
        let url = Url::parse(text).map_err(|_| self.invalid(setting, "is not a URL"))?;
        if Some(text) == setting.default() || is_loopback(&url) {
            Ok(url)
        } else {
            Err(self.invalid(setting, "may only point at this machine (127.0.0.1, ::1, localhost)"))
        }
    }

    /// The redirect URI as text, because Instagram compares it character by character, and as URL.
    ///
    /// Without one of its own, the callback route of the public `serve`.
    ///
    /// # Errors
    /// Missing, or no absolute `http` or `https` URL without a fragment.
    pub fn redirect_uri(&self) -> Result<(String, Url), ConfigError> {
        let Some(uri) = self.get(Setting::RedirectUri) else {
            let Some(base) = self.get(Setting::BackendUrl) else {
                return Err(self.missing(Setting::RedirectUri));
            };
            self.backend_url()?;
            let uri = base.trim_end_matches('/').to_owned() + LOGIN_CALLBACK;
            let url = self.web_address(Setting::BackendUrl, &uri)?;
            return Ok((uri, url));
        };
        let url = self.web_address(Setting::RedirectUri, uri)?;
        Ok((uri.to_owned(), url))
    }

    /// The public address of `serve`.
    ///
    /// # Errors
    /// Missing, or no absolute `http` or `https` URL, or one with more than a host and a path.
    pub fn backend_url(&self) -> Result<Url, ConfigError> {
        let url = self.web_address(Setting::BackendUrl, self.need(Setting::BackendUrl)?)?;
        let more = url.query().is_some() || !url.username().is_empty() || url.password().is_some();
        match more {
            true => {
                Err(self
                    .invalid(Setting::BackendUrl, "must contain only a host and an optional path"))
            }
            false => Ok(url),
        }
    }

    fn web_address(&self, setting: Setting, text: &str) -> Result<Url, ConfigError> {
        let url = Url::parse(text).map_err(|_| self.invalid(setting, "is not a URL"))?;
        // A URL is mended while it is read, and Instagram compares the text.
        let odd = |c: char| c.is_whitespace() || c.is_control() || c == '\\';
        let plain = ["http://", "https://"].iter().any(|it| text.starts_with(it));
        if !plain || text.contains(odd) || !url.has_host() {
            return Err(
                self.invalid(setting, "must begin with https:// and name a host, without spaces")
            );
        }
        if url.fragment().is_some() {
            return Err(self.invalid(setting, "must not have a fragment (#…)"));
        }
        if url.port() == Some(0) {
            return Err(self.invalid(setting, "must name a port other than 0"));
        }
        Ok(url)
    }

    /// The public address of the webhook, where `serve` has it unless told otherwise.
    pub fn webhook_url(&self) -> Result<Url, ConfigError> {
        let base = self.backend_url()?;
        let address = format!("{}{WEBHOOK}", base.as_str().trim_end_matches('/'));
        self.web_address(Setting::BackendUrl, &address)
    }
}

fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(url::Host::Domain(name)) => name == "localhost",
        Some(url::Host::Ipv4(ip)) => ip.is_loopback(),
        Some(url::Host::Ipv6(ip)) => ip.is_loopback(),
        None => false,
    }
}
