//! The pages a browser lands on. They are static: nothing of the request is reflected.

/// What a page says of the login.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The account is linked.
    Linked,
    /// The person refused.
    Denied,
    /// Something failed; the terminal says what.
    Failed,
    /// The terminal has the answer and has not said yet how it went.
    Brought,
    /// It belongs to no login that waits.
    Stray,
    /// There is nothing at this address.
    NotFound,
}

/// Headers of every page: not kept, not guessed at, telling nobody where the browser was.
pub const HEADERS: [(&str, &str); 5] = [
    ("Content-Type", "text/html; charset=utf-8"),
    ("Cache-Control", "no-store"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'"),
];

impl Verdict {
    /// The page.
    pub fn html(self) -> String {
        let (title, sentence) = match self {
            Self::Linked => (
                "The account is linked",
                "igbot has stored its access token. You can close this window and return to the terminal.",
            ),
            Self::Denied => (
                "Login canceled",
                "Access was denied on Instagram's page. To retry, run igbot login in the terminal.",
            ),
            Self::Failed => ("Login failed", "See the terminal for the reason and the next step."),
            Self::Brought => (
                "Return to the terminal",
                "igbot has received Instagram's answer. The terminal shows the result. If no terminal waits for it, \
                 copy the address of this page and end the login with: igbot login --complete ADDRESS",
            ),
            Self::Stray => (
                "No matching login",
                "The login is finished, unknown or more than an hour old. Return to the terminal and run igbot login.",
            ),
            Self::NotFound => ("Not found", "igbot expects Instagram's answer at another address."),
        };
        format!(include_str!("page.html"), title = title, sentence = sentence)
    }

    /// Its HTTP status.
    pub fn status(self) -> u16 {
        match self {
            Self::Linked | Self::Denied | Self::Failed | Self::Brought => 200,
            Self::Stray => 400,
            Self::NotFound => 404,
        }
    }
}
