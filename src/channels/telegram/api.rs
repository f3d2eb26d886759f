//! Calls to the Bot API, and what became of them.
//!
//! The calls' parameters are teloxide's types; the transport is ours, since a bot that loses and repeats nothing must know of every
//! call whether it arrived: teloxide gives its own requests one time limit, reads whole messages back, and tells errors apart by
//! words that the server writes otherwise.

use std::collections::BTreeMap;
use std::time::Duration;

use reqwest::Url;
use reqwest::multipart;
use secrecy::{ExposeSecret as _, SecretString};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::desk::calls::Part;
use crate::language::Language;
use crate::render::picture::{Mark, Way};
use crate::render::{self, Catalog};

/// Telegram's own address.
pub const API_URL: &str = "https://api.telegram.org";

/// How long an ordinary call may take.
const CALL_TIMEOUT: Duration = Duration::from_secs(30);
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
/// Of the server's words, so many characters are kept.
const DESCRIPTION_CHARS_MAX: usize = 300;

/// The Bot API with the token of a bot.
#[derive(Clone)]
pub struct Api {
    http: reqwest::Client,
    /// With the token in it: never shown.
    base: Url,
}

/// Why a call did not do what it should.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Failure {
    #[error("to be called again after {} s", .0.as_secs())]
    RetryAfter(Duration),
    #[error("the chat is now {0}")]
    Migrated(i64),
    /// Nobody is there any more: blocked, deactivated, deleted, or never met.
    #[error("nobody can be reached there: {0}")]
    Gone(String),
    #[error("the topic is gone: {0}")]
    TopicGone(String),
    /// The group has no topics, or the bot may make none.
    #[error("topics cannot be made there: {0}")]
    NoTopics(String),
    /// What was wanted is so already, or too late to matter.
    #[error("nothing is to be done: {0}")]
    Moot(String),
    #[error("the token is not accepted")]
    Unauthorized,
    #[error("another program fetches the updates of this bot: {0}")]
    Conflict(String),
    #[error("the call is refused: {0}")]
    Refused(String),
    /// It did not arrive.
    #[error("the call failed: {0}")]
    Transient(String),
    /// The server, or one before it, says that it failed there.
    #[error("the server failed: {0}")]
    ServerError(String),
    /// It may have arrived.
    #[error("the connection was cut: {0}")]
    Unknown(String),
}

#[derive(Deserialize)]
struct Answer<T> {
    ok: bool,
    result: Option<T>,
    error_code: Option<u16>,
    description: Option<String>,
    parameters: Option<Parameters>,
}

#[derive(Deserialize)]
struct Parameters {
    retry_after: Option<u64>,
    migrate_to_chat_id: Option<i64>,
}

/// A call as it waits to be made.
#[derive(Debug, Serialize, Deserialize)]
pub struct Call {
    pub method: String,
    /// The parameters, a JSON object.
    pub body: Box<RawValue>,
    /// A document that goes along.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<Document>,
    /// A picture that goes along, drawn when it is sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<Picture>,
    /// What it is to a case of the support desk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<Part>,
}

/// Copies several messages, which stay together.
pub const COPY_ALBUM: &str = "copyMessages";

/// The number that a call gave: of a topic, or of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
pub struct Made {
    message_id: Option<i64>,
    message_thread_id: Option<i64>,
}

impl Made {
    /// The number of what a part of a case became.
    pub fn number(self, part: Part) -> Option<i64> {
        if matches!(part, Part::Topic | Part::ReportsTopic) { self.message_thread_id } else { self.message_id }
    }
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Document {
    pub name: String,
    pub text: String,
}

/// A picture of the way, described.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Picture {
    pub language: String,
    pub step: u8,
    pub mark: String,
    pub title: String,
}

impl Picture {
    pub fn of(picture: &render::Picture) -> Picture {
        let mark = match picture.way.mark {
            Mark::Present => "present",
            Mark::Rejected => "rejected",
            Mark::Done => "done",
        };
        Picture { language: picture.language.tag().to_owned(), step: picture.way.step, mark: mark.to_owned(), title: picture.title.clone() }
    }

    /// The drawing; none where the description is not of this program.
    pub fn draw(&self, catalog: &Catalog) -> Option<Vec<u8>> {
        let mark = match &*self.mark {
            "present" => Mark::Present,
            "rejected" => Mark::Rejected,
            "done" => Mark::Done,
            _ => return None,
        };
        let (language, way) = (Language::from_tag(&self.language)?, Way { step: self.step, mark });
        render::Picture { language, way, title: self.title.clone() }.draw(catalog)
    }
}

impl Call {
    /// A call of a method; none where the parameters are no JSON, which no type of ours allows.
    pub fn new(method: &str, body: &impl Serialize) -> Option<Call> {
        Some(Call {
            method: method.to_owned(),
            body: serde_json::value::to_raw_value(body).ok()?,
            document: None,
            picture: None,
            part: None,
        })
    }

    /// What each thing that comes of it is to its case: several where it copies several messages.
    pub fn parts(&self) -> Vec<Part> {
        let Some(part) = self.part else { return Vec::new() };
        #[derive(Deserialize)]
        struct Copied {
            message_ids: Vec<i64>,
        }
        match serde_json::from_str::<Copied>(self.body.get()) {
            Ok(Copied { message_ids }) if self.method == COPY_ALBUM => {
                message_ids.into_iter().map(|message| part.with_number(message)).collect()
            }
            _ => vec![part],
        }
    }

    /// The same call with other parameters.
    pub fn with(&self, change: impl FnOnce(&mut serde_json::Map<String, serde_json::Value>) -> Option<()>) -> Option<Call> {
        let mut body: serde_json::Map<_, _> = serde_json::from_str(self.body.get()).ok()?;
        change(&mut body)?;
        let part = self.part;
        Some(Call { document: self.document.clone(), picture: self.picture.clone(), part, ..Call::new(&self.method, &body)? })
    }
}

impl Api {
    /// An API at an address, `https://api.telegram.org` or that of a server of one's own.
    ///
    /// # Errors
    /// When the platform's TLS cannot be set up.
    pub fn new(url: &str, token: &SecretString) -> Result<Api, Failure> {
        let http = reqwest::Client::builder()
            .connect_timeout(CONNECT_TIMEOUT)
            .pool_idle_timeout(Duration::from_secs(50))
            .tcp_nodelay(true)
            .build()
            .map_err(|error| Failure::Transient(words(&error)))?;
        // The settings admit only addresses; what is wrong with one must not be told, since the token is in it.
        let base = Url::parse(&format!("{}/bot{}", url.trim_end_matches('/'), token.expose_secret()))
            .map_err(|_| Failure::Refused("the address of the Bot API is none".to_owned()))?;
        Ok(Api { http, base })
    }

    /// Calls a method.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn call<T: DeserializeOwned>(&self, method: &str, body: &impl Serialize) -> Result<T, Failure> {
        self.call_within(method, body, CALL_TIMEOUT).await
    }

    /// Calls a method that may take its time.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn call_within<T: DeserializeOwned>(&self, method: &str, body: &impl Serialize, timeout: Duration) -> Result<T, Failure> {
        let body = serde_json::to_string(body).map_err(|error| Failure::Refused(error.to_string()))?;
        let bytes = self.post(method, body, timeout).await?;
        read(&bytes)
    }

    /// Makes a call that waited, with the drawing of its picture; what it gives is looked at where it is a part of a case.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn make(&self, call: &Call, drawing: Option<Vec<u8>>) -> Result<Vec<Made>, Failure> {
        let document = call
            .document
            .as_ref()
            .map(|document| ("document", multipart::Part::text(document.text.clone()).file_name(document.name.clone())));
        let photo = drawing.map(|drawing| ("photo", multipart::Part::bytes(drawing).file_name("way.png")));
        let bytes = match document.or(photo) {
            None => self.post(&call.method, call.body.get().to_owned(), CALL_TIMEOUT).await?,
            Some((name, part)) => {
                let mut form = multipart::Form::new().part(name, part);
                let body: BTreeMap<String, serde_json::Value> =
                    serde_json::from_str(call.body.get()).map_err(|error| Failure::Refused(error.to_string()))?;
                for (name, value) in body {
                    // What is no text goes as JSON.
                    form = form.text(name, value.as_str().map_or_else(|| value.to_string(), str::to_owned));
                }
                let request = self.http.post(self.url(&call.method)).multipart(form);
                self.fetch(request.timeout(CALL_TIMEOUT)).await?
            }
        };
        match call.part {
            None => read::<serde::de::IgnoredAny>(&bytes).map(|_| Vec::new()),
            // What cannot be read of it must not make a call that was made fail.
            Some(_) => read::<serde_json::Value>(&bytes).map(|made| {
                let made = if made.is_array() { made } else { serde_json::Value::Array(vec![made]) };
                serde_json::from_value(made).unwrap_or_default()
            }),
        }
    }

    fn url(&self, method: &str) -> Url {
        let mut url = self.base.clone();
        // Only an address that cannot have a path has no segments; this one has.
        if let Ok(mut path) = url.path_segments_mut() {
            path.push(method);
        }
        url
    }

    async fn post(&self, method: &str, body: String, timeout: Duration) -> Result<Vec<u8>, Failure> {
        let request = self.http.post(self.url(method)).header("content-type", "application/json").body(body);
        self.fetch(request.timeout(timeout)).await
    }

    async fn fetch(&self, request: reqwest::RequestBuilder) -> Result<Vec<u8>, Failure> {
        let failed = |error: reqwest::Error| {
            // Without a connection nothing can have arrived.
            if error.is_connect() || error.is_builder() { Failure::Transient(words(&error)) } else { Failure::Unknown(words(&error)) }
        };
        let response = request.send().await.map_err(failed)?;
        let status = response.status();
        let bytes = response.bytes().await.map_err(failed)?;
        if status.is_server_error() && serde_json::from_slice::<Answer<serde::de::IgnoredAny>>(&bytes).is_err() {
            return Err(Failure::ServerError(format!("HTTP {}", status.as_u16())));
        }
        Ok(bytes.into())
    }
}

/// An error of the client in words, without the address: that holds the token.
fn words(error: &reqwest::Error) -> String {
    use std::error::Error as _;
    let kind = if error.is_timeout() {
        "timed out"
    } else if error.is_connect() {
        "no connection"
    } else {
        "broken off"
    };
    // The innermost cause is one of the system's and knows no address.
    let mut cause = error.source();
    while let Some(inner) = cause.and_then(|cause| cause.source()) {
        cause = Some(inner);
    }
    match cause.and_then(|cause| cause.downcast_ref::<std::io::Error>()) {
        Some(cause) => format!("{kind}: {}", cause.kind()),
        None => kind.to_owned(),
    }
}

fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Failure> {
    // Whoever answers with something else than JSON is no Bot API, or one in trouble.
    let answer: Answer<T> =
        serde_json::from_slice(bytes).map_err(|_| Failure::ServerError("the answer is no JSON of the Bot API".to_owned()))?;
    match answer {
        Answer { ok: true, result: Some(result), .. } => Ok(result),
        Answer { error_code, description, parameters, .. } => {
            Err(classify(error_code.unwrap_or_default(), description.as_deref().unwrap_or_default(), parameters.as_ref()))
        }
    }
}

/// What an error means, by its number and the server's words.
fn classify(code: u16, description: &str, parameters: Option<&Parameters>) -> Failure {
    let said: String = description.chars().take(DESCRIPTION_CHARS_MAX).collect();
    let lower = said.to_lowercase();
    let says = |parts: &[&str]| parts.iter().any(|part| lower.contains(part));
    if let Some(chat) = parameters.and_then(|parameters| parameters.migrate_to_chat_id) {
        return Failure::Migrated(chat);
    }
    if let Some(seconds) = parameters.and_then(|parameters| parameters.retry_after) {
        return Failure::RetryAfter(Duration::from_secs(seconds));
    }
    match code {
        429 => Failure::RetryAfter(Duration::from_secs(5)),
        401 | 404 => Failure::Unauthorized,
        409 => Failure::Conflict(said),
        500.. => Failure::ServerError(said),
        _ if says(&["message thread not found", "topic_closed", "topic_deleted", "topic closed", "topic_id_invalid"]) => {
            Failure::TopicGone(said)
        }
        _ if says(&["not a forum", "not enough rights to create a topic", "not enough rights to manage topics"]) => Failure::NoTopics(said),
        403 => Failure::Gone(said),
        _ if says(&["not enough rights to send", "have no rights to send"]) => Failure::Gone(said),
        _ if says(&["chat not found", "user not found", "user is deactivated", "peer_id_invalid", "chat_write_forbidden"]) => {
            Failure::Gone(said)
        }
        _ if says(&["group chat was upgraded"]) => Failure::Gone(said),
        _ if says(&[
            "message is not modified",
            "query is too old",
            "query id is invalid",
            "message to edit not found",
            "message can't be edited",
            "message_id_invalid",
            "message to delete not found",
            "topic_not_modified",
            "message to be replied not found",
        ]) =>
        {
            Failure::Moot(said)
        }
        _ => Failure::Refused(said),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_servers_words_are_understood() {
        let none = None;
        let table = [
            (400, "Bad Request: message is not modified: specified new message content is the same", "Moot"),
            (400, "Bad Request: query is too old and response timeout expired or query ID is invalid", "Moot"),
            (400, "Bad Request: message to edit not found", "Moot"),
            (400, "Bad Request: message thread not found", "TopicGone"),
            (400, "Bad Request: TOPIC_CLOSED", "TopicGone"),
            (400, "Bad Request: the chat is not a forum", "NoTopics"),
            (400, "Bad Request: not enough rights to create a topic", "NoTopics"),
            (403, "Forbidden: bot was blocked by the user", "Gone"),
            (403, "Forbidden: bot can't initiate conversation with a user", "Gone"),
            (403, "Forbidden: user is deactivated", "Gone"),
            (403, "Forbidden: bot was kicked from the supergroup chat", "Gone"),
            (400, "Bad Request: chat not found", "Gone"),
            (400, "Bad Request: not enough rights to send text messages to the chat", "Gone"),
            (400, "Bad Request: have no rights to send a message", "Gone"),
            (400, "Bad Request: can't parse entities: Unsupported start tag", "Refused"),
            (401, "Unauthorized", "Unauthorized"),
            (409, "Conflict: terminated by other getUpdates request", "Conflict"),
            (429, "Too Many Requests", "RetryAfter"),
            (500, "Internal Server Error", "ServerError"),
            (502, "Bad Gateway", "ServerError"),
        ];
        for (code, description, kind) in table {
            let failure = format!("{:?}", classify(code, description, none));
            assert!(failure.starts_with(kind), "{code} {description}: {failure}");
        }
        let parameters = Parameters { retry_after: Some(3), migrate_to_chat_id: None };
        assert_eq!(classify(429, "Too Many Requests: retry after 3", Some(&parameters)), Failure::RetryAfter(Duration::from_secs(3)));
        let parameters = Parameters { retry_after: None, migrate_to_chat_id: Some(-1001) };
        assert_eq!(classify(400, "Bad Request: group chat was upgraded to a supergroup chat", Some(&parameters)), Failure::Migrated(-1001));
    }
}
