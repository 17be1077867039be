//! The list of settings. One name each, the same in the environment, env file and config file.

/// A setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Setting {
    /// Instagram app id, of "API setup with Instagram login".
    AppId,
    /// Instagram app secret.
    AppSecret,
    /// Instagram app secret before the last reset.
    PreviousAppSecret,
    /// Version of the Graph API.
    ApiVersion,
    /// What the webhook handshake must carry.
    VerifyToken,
    /// Fernet keys of the store.
    EncryptionKey,
    /// Meta app id, of "App settings > Basic".
    MetaAppId,
    /// Meta app secret.
    MetaAppSecret,
    /// Meta app secret before the last reset.
    PreviousMetaAppSecret,
    /// Public base URL of `serve`.
    BackendUrl,
    /// Key that signs events forwarded to a URL.
    ForwardSecret,
    /// Where the consent page sends the browser.
    RedirectUri,
    /// File of the store.
    Store,
    /// The account meant when a command names none.
    Account,
    /// Log level.
    Log,
    /// Forbids prompts.
    NoInput,
    /// Host of the consent page.
    AuthorizeUrl,
    /// Host of the code exchange.
    ApiUrl,
    /// Host of the Graph API.
    GraphUrl,
    /// Host of the app-level calls.
    MetaGraphUrl,
}

/// Whether a variable of the environment may be a setting, or lead to one. Neither a bot nor a browser gets
/// such a variable (security, 15).
pub fn is_own_variable(name: &str) -> bool {
    const OWN: [&str; 5] = ["INSTAGRAM_", "META_", "IGBOT_", "BACKEND_", "CREDENTIALS_"];
    OWN.iter().any(|own| name.starts_with(own))
}

impl Setting {
    /// Whose secrets may have signed a delivery, in the order in which they are tried: the Instagram
    /// app's first, as most deployments see it (reference 8.2), and those of before a reset last.
    pub const SIGNING: [Self; 4] = [
        Self::AppSecret,
        Self::MetaAppSecret,
        Self::PreviousAppSecret,
        Self::PreviousMetaAppSecret,
    ];

    /// Every setting, in the order in which they are shown.
    pub const ALL: [Self; 20] = [
        Self::AppId,
        Self::AppSecret,
        Self::PreviousAppSecret,
        Self::ApiVersion,
        Self::VerifyToken,
        Self::EncryptionKey,
        Self::MetaAppId,
        Self::MetaAppSecret,
        Self::PreviousMetaAppSecret,
        Self::BackendUrl,
        Self::ForwardSecret,
        Self::RedirectUri,
        Self::Store,
        Self::Account,
        Self::Log,
        Self::NoInput,
        Self::AuthorizeUrl,
        Self::ApiUrl,
        Self::GraphUrl,
        Self::MetaGraphUrl,
    ];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::AppId => "INSTAGRAM_APP_ID",
            Self::AppSecret => "INSTAGRAM_APP_SECRET",
            Self::PreviousAppSecret => "IGBOT_INSTAGRAM_APP_SECRET_PREVIOUS",
            Self::ApiVersion => "INSTAGRAM_API_VERSION",
            Self::VerifyToken => "INSTAGRAM_VERIFY_TOKEN",
            Self::EncryptionKey => "INSTAGRAM_ENCRYPTION_KEY",
            Self::MetaAppId => "META_APP_ID",
            Self::MetaAppSecret => "META_APP_SECRET",
            Self::PreviousMetaAppSecret => "IGBOT_META_APP_SECRET_PREVIOUS",
            Self::BackendUrl => "BACKEND_URL",
            Self::ForwardSecret => "IGBOT_FORWARD_SECRET",
            Self::RedirectUri => "IGBOT_REDIRECT_URI",
            Self::Store => "IGBOT_STORE",
            Self::Account => "IGBOT_ACCOUNT",
            Self::Log => "IGBOT_LOG",
            Self::NoInput => "IGBOT_NO_INPUT",
            Self::AuthorizeUrl => "IGBOT_AUTHORIZE_URL",
            Self::ApiUrl => "IGBOT_API_URL",
            Self::GraphUrl => "IGBOT_GRAPH_URL",
            Self::MetaGraphUrl => "IGBOT_META_GRAPH_URL",
        }
    }

    /// The setting of a name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|setting| setting.name() == name)
    }

    /// Whether it is a secret that a reset has replaced, and that goes one day.
    pub fn is_previous(self) -> bool {
        matches!(self, Self::PreviousAppSecret | Self::PreviousMetaAppSecret)
    }

    /// Whether its value must never be shown. Only these may come from a file or a command.
    pub fn is_secret(self) -> bool {
        matches!(
            self,
            Self::AppSecret
                | Self::PreviousAppSecret
                | Self::VerifyToken
                | Self::EncryptionKey
                | Self::MetaAppSecret
                | Self::PreviousMetaAppSecret
                | Self::ForwardSecret
        )
    }

    /// The value when nobody gives one.
    pub fn default(self) -> Option<&'static str> {
        Some(match self {
            Self::ApiVersion => "v25.0",
            Self::AuthorizeUrl => "https://www.instagram.com",
            Self::ApiUrl => "https://api.instagram.com",
            Self::GraphUrl => "https://graph.instagram.com",
            Self::MetaGraphUrl => "https://graph.facebook.com",
            _ => return None,
        })
    }
}
