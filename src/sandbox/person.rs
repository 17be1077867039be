//! A person for demos and tests: agrees on the consent page with a browser, writes and reads on a
//! phone. Everything goes over HTTP, as it would for a real one.

use std::time::Duration;

use reqwest::{Client, StatusCode, header, redirect};
use serde::Deserialize;
use serde_json::{Value, json};
use url::Url;

/// How long the person waits for a page.
const PATIENCE: Duration = Duration::from_secs(30);

/// What kept the person from going on.
#[derive(Debug, thiserror::Error)]
pub enum PersonError {
    /// Not a usable address.
    #[error("an address is malformed")]
    Address,
    /// The network.
    #[error("a page did not load")]
    Page(#[source] reqwest::Error),
    /// A page that does not go on.
    #[error("a page answered HTTP {0}")]
    Status(StatusCode),
}

impl From<reqwest::Error> for PersonError {
    fn from(error: reqwest::Error) -> Self {
        // Its URL carries a code.
        Self::Page(error.without_url())
    }
}

/// One message as the customer's phone shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bubble {
    /// Whether the account wrote it.
    pub from_account: bool,
    /// What it says.
    pub text: String,
}

/// A person with a browser and a phone.
pub struct Person {
    client: Client,
    base: Url,
}

impl Person {
    /// Gives a person to the sandbox at `base`.
    ///
    /// # Errors
    /// The HTTP client cannot start.
    pub fn new(base: &str) -> Result<Self, PersonError> {
        let base = Url::parse(base).map_err(|_| PersonError::Address)?;
        // Fails only if a provider was installed before, which serves as well.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client =
            Client::builder().no_proxy().redirect(redirect::Policy::none()).timeout(PATIENCE);
        Ok(Self { client: client.build()?, base })
    }

    /// Opens the consent page, chooses the account and agrees; gives where the browser is sent.
    ///
    /// # Errors
    /// The page refuses the request or the account.
    pub async fn agrees(&self, authorize: &Url, username: &str) -> Result<Url, PersonError> {
        self.decides(authorize, username, "approve").await
    }

    /// Opens the consent page and refuses; gives where the browser is sent.
    pub async fn refuses(&self, authorize: &Url, username: &str) -> Result<Url, PersonError> {
        self.decides(authorize, username, "deny").await
    }

    async fn decides(
        &self,
        authorize: &Url,
        username: &str,
        decision: &str,
    ) -> Result<Url, PersonError> {
        let page = self.client.get(authorize.clone()).send().await?;
        if !page.status().is_success() {
            return Err(PersonError::Status(page.status()));
        }
        let mut form: Vec<(String, String)> = authorize.query_pairs().into_owned().collect();
        form.push(("account".to_owned(), username.to_owned()));
        form.push(("decision".to_owned(), decision.to_owned()));
        let mut action = authorize.clone();
        action.set_query(None);
        let answer = self.client.post(action).form(&form).send().await?;
        let location = answer.headers().get(header::LOCATION).and_then(|it| it.to_str().ok());
        match location {
            Some(location) => location.parse().map_err(|_| PersonError::Address),
            None => Err(PersonError::Status(answer.status())),
        }
    }

    /// Follows a redirect; gives the status and the page.
    ///
    /// # Errors
    /// Nobody answers there.
    pub async fn follows(&self, location: &Url) -> Result<(u16, String), PersonError> {
        let page = self.client.get(location.clone()).send().await?;
        Ok((page.status().as_u16(), page.text().await?))
    }

    /// Gives the app its callback URL, which Instagram checks by a handshake.
    ///
    /// # Errors
    /// The handshake fails.
    pub async fn connect_webhook(&self, url: &str, verify_token: &str) -> Result<(), PersonError> {
        let body = json!({ "url": url, "verify_token": verify_token });
        self.control("sandbox/callback", &body).await.map(drop)
    }

    /// Writes to the account as a customer; gives the message's id.
    ///
    /// # Errors
    /// There is no such customer.
    pub async fn writes(
        &self,
        account: &str,
        customer: &str,
        text: &str,
    ) -> Result<String, PersonError> {
        #[derive(Deserialize)]
        struct Written {
            mid: String,
        }
        let path = format!("sandbox/customers/{customer}/messages");
        let answer = self.control(&path, &json!({ "account": account, "text": text })).await?;
        Ok(answer.json::<Written>().await?.mid)
    }

    /// Reads the conversation on the customer's phone, oldest first.
    ///
    /// # Errors
    /// [`PersonError::Page`] if the sandbox does not answer. A conversation that is not there is
    /// empty.
    pub async fn reads(&self, account: &str, customer: &str) -> Result<Vec<Bubble>, PersonError> {
        let conversation = self.see(&format!("sandbox/conversations/{account}/{customer}")).await?;
        let messages = conversation["messages"].as_array().cloned().unwrap_or_default();
        let bubble = |message: &Value| Bubble {
            from_account: message["direction"] == "sent",
            text: message["text"].as_str().unwrap_or_default().to_owned(),
        };
        Ok(messages.iter().map(bubble).collect())
    }

    /// Posts to the control API.
    ///
    /// # Errors
    /// [`PersonError::Status`] if the sandbox refuses it.
    pub async fn control(
        &self,
        path: &str,
        body: &Value,
    ) -> Result<reqwest::Response, PersonError> {
        let answer = self.client.post(self.at(path)?).json(body).send().await?;
        match answer.status() {
            status if status.is_success() => Ok(answer),
            status => Err(PersonError::Status(status)),
        }
    }

    /// Looks at something of the control API.
    ///
    /// # Errors
    /// [`PersonError::Page`] if the answer is no JSON. A refusal is JSON as well, and given as it
    /// is.
    pub async fn see(&self, path: &str) -> Result<Value, PersonError> {
        Ok(self.client.get(self.at(path)?).send().await?.json().await?)
    }

    fn at(&self, path: &str) -> Result<Url, PersonError> {
        self.base.join(path).map_err(|_| PersonError::Address)
    }
}
