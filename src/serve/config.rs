//! The settings of the service: from the environment, and from a TOML file that may hold the same.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::PathBuf;

use secrecy::SecretString;

use crate::channels::telegram::api::API_URL;
use crate::desk::Hours;
use crate::language::Language;
use crate::store::{DatabaseAddress, StoreError};

/// The names of all settings.
pub const NAMES: [&str; 14] = [
    "BEIAN_DATABASE",
    "BEIAN_TELEGRAM_TOKEN",
    "BEIAN_TELEGRAM_API_URL",
    "BEIAN_TELEGRAM_WEBHOOK_URL",
    "BEIAN_TELEGRAM_WEBHOOK_SECRET",
    "BEIAN_LISTEN",
    "BEIAN_PACING",
    "BEIAN_SUPPORT_CHAT",
    "BEIAN_STAFF",
    "BEIAN_SUPPORT_HOURS",
    "BEIAN_SUPPORT_LANGUAGE",
    "BEIAN_RETENTION_DAYS",
    "BEIAN_INVITE_KEY",
    "BEIAN_RULES",
];

const LISTEN_DEFAULT: &str = "127.0.0.1:8080";
const RETENTION_DAYS_DEFAULT: u32 = 365;
/// A shorter secret could be guessed.
const SECRET_CHARS_MIN: usize = 16;

/// What the service runs with.
#[derive(Debug)]
pub struct Config {
    pub database: DatabaseAddress,
    pub telegram: Option<Telegram>,
    pub listen: SocketAddr,
    /// Whether the platform's flood limits are respected where many messages go out at once.
    pub pacing: bool,
    /// Sessions that were idle for so long are deleted.
    pub retention_days: u32,
    pub rules: Option<PathBuf>,
    pub support: Option<Support>,
    /// The secret that signs invitations; none: it is kept in the database.
    pub invite_key: Option<SecretString>,
}

/// The support group.
#[derive(Debug)]
pub struct Support {
    pub chat: i64,
    /// None: the administrators of the group.
    pub staff: Option<Vec<i64>>,
    pub hours: Hours,
    pub language: Language,
}

#[derive(Debug)]
pub struct Telegram {
    pub token: SecretString,
    pub api_url: String,
    pub webhook: Option<Webhook>,
}

#[derive(Debug)]
pub struct Webhook {
    pub url: reqwest::Url,
    /// None: made at random.
    pub secret: Option<SecretString>,
}

/// What is wrong with a setting, and what is accepted. A secret is never shown.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    #[error("the file {file} of BEIAN_CONFIG cannot be read: {error}")]
    File { file: PathBuf, error: std::io::Error },
    #[error("the file {file} of BEIAN_CONFIG is no TOML: {error}")]
    Toml { file: PathBuf, error: String },
    #[error("the file {file} holds `{name}`, which is no setting; there are {}", NAMES.join(", "))]
    Unknown { file: PathBuf, name: String },
    #[error("the setting {name} of the file {file} is neither a text nor a number nor a list of such")]
    Kind { file: PathBuf, name: String },
    #[error("{name} is `{value}`; {accepted}")]
    Value { name: &'static str, value: String, accepted: &'static str },
    #[error("{name} is no token; {accepted}")]
    Secret { name: &'static str, accepted: &'static str },
    #[error("no channel is configured; set BEIAN_TELEGRAM_TOKEN to the token of a Telegram bot")]
    NoChannel,
    #[error(transparent)]
    Database(#[from] StoreError),
}

impl Config {
    /// Reads the settings. What the command line names comes first, then the environment, then the file.
    ///
    /// # Errors
    /// The first setting that is wrong.
    pub fn read(
        database: Option<String>,
        rules: Option<PathBuf>,
        environment: impl Fn(&str) -> Option<String>,
    ) -> Result<Config, ConfigError> {
        let get = settings(environment)?;
        let telegram = telegram(&get)?;
        let database = database_of(database, &get)?;
        let listen = get("BEIAN_LISTEN").unwrap_or_else(|| LISTEN_DEFAULT.to_owned());
        let accepted = "write an address and a port, such as 127.0.0.1:8080";
        let listen = listen.parse().map_err(|_| ConfigError::Value { name: "BEIAN_LISTEN", value: listen, accepted })?;
        let pacing = match get("BEIAN_PACING").as_deref() {
            None | Some("telegram") => true,
            Some("off") => false,
            Some(value) => {
                let accepted = "write telegram or off";
                return Err(ConfigError::Value { name: "BEIAN_PACING", value: value.to_owned(), accepted });
            }
        };
        let retention_days = match get("BEIAN_RETENTION_DAYS") {
            None => RETENTION_DAYS_DEFAULT,
            Some(value) => value.parse().ok().filter(|days| (1..=36_500).contains(days)).ok_or(ConfigError::Value {
                name: "BEIAN_RETENTION_DAYS",
                value,
                accepted: "write a number of days from 1 to 36500",
            })?,
        };
        let rules = rules.or_else(|| get("BEIAN_RULES").map(PathBuf::from));
        let support = support(&get)?;
        let invite_key = invite_key(&get)?;
        // Last, so that what is wrong with the rest is told first.
        if telegram.is_none() {
            return Err(ConfigError::NoChannel);
        }
        Ok(Config { database, telegram, listen, pacing, retention_days, rules, support, invite_key })
    }
}

/// The database alone: what the commands beside the service need.
///
/// # Errors
/// A file that cannot be read, an address that is none.
pub fn database(database: Option<String>, environment: impl Fn(&str) -> Option<String>) -> Result<DatabaseAddress, ConfigError> {
    database_of(database, &settings(environment)?)
}

/// The secret that signs invitations, where the settings name one.
///
/// # Errors
/// A file that cannot be read, a secret that is too short.
pub fn invitation_secret(environment: impl Fn(&str) -> Option<String>) -> Result<Option<SecretString>, ConfigError> {
    invite_key(&settings(environment)?)
}

fn invite_key(get: &impl Fn(&'static str) -> Option<String>) -> Result<Option<SecretString>, ConfigError> {
    let secret = get("BEIAN_INVITE_KEY");
    if secret.as_ref().is_some_and(|secret| secret.chars().count() < SECRET_CHARS_MIN) {
        let accepted = "at least 16 characters are accepted, best made at random";
        return Err(ConfigError::Secret { name: "BEIAN_INVITE_KEY", accepted });
    }
    Ok(secret.map(Into::into))
}

fn support(get: &impl Fn(&'static str) -> Option<String>) -> Result<Option<Support>, ConfigError> {
    let Some(chat) = get("BEIAN_SUPPORT_CHAT") else { return Ok(None) };
    let accepted = "write the id of a group, such as -1001234567890";
    let Some(id) = chat.trim().parse::<i64>().ok().filter(|id| *id < 0) else {
        return Err(ConfigError::Value { name: "BEIAN_SUPPORT_CHAT", value: chat, accepted });
    };
    let staff = match get("BEIAN_STAFF") {
        None => None,
        Some(list) => {
            let ids: Result<Vec<i64>, _> = list.split([',', ' ']).filter(|id| !id.is_empty()).map(str::parse).collect();
            let Some(ids) = ids.ok().filter(|ids| !ids.is_empty() && ids.iter().all(|id| *id > 0)) else {
                let accepted = "write the ids of persons with commas between them, such as 1234567,7654321";
                return Err(ConfigError::Value { name: "BEIAN_STAFF", value: list, accepted });
            };
            Some(ids)
        }
    };
    let hours = match get("BEIAN_SUPPORT_HOURS") {
        None => Hours::default(),
        Some(hours) => hours.parse().map_err(|_| ConfigError::Value {
            name: "BEIAN_SUPPORT_HOURS",
            value: hours.clone(),
            accepted: "write hours of a working day in China, such as 9-18 or 08:30-17:30, or 0-24 for all days",
        })?,
    };
    let language = match get("BEIAN_SUPPORT_LANGUAGE") {
        None => Language::default(),
        Some(tag) => Language::from_tag(&tag).ok_or(ConfigError::Value {
            name: "BEIAN_SUPPORT_LANGUAGE",
            value: tag,
            accepted: "write zh-CN or en",
        })?,
    };
    Ok(Some(Support { chat: id, staff, hours, language }))
}

fn database_of(database: Option<String>, get: &impl Fn(&'static str) -> Option<String>) -> Result<DatabaseAddress, ConfigError> {
    Ok(match database.or_else(|| get("BEIAN_DATABASE")) {
        Some(address) => DatabaseAddress::parse(&address)?,
        None => DatabaseAddress::by_convention()?,
    })
}

/// Settings by name: from the environment, or from the file that it names.
fn settings(environment: impl Fn(&str) -> Option<String>) -> Result<impl Fn(&'static str) -> Option<String>, ConfigError> {
    // An empty variable is an absent one.
    let environment = move |name: &str| environment(name).filter(|value| !value.is_empty());
    let file = match environment("BEIAN_CONFIG") {
        Some(file) => read_file(PathBuf::from(file))?,
        None => BTreeMap::new(),
    };
    Ok(move |name: &'static str| environment(name).or_else(|| file.get(name).cloned()))
}

fn telegram(get: &impl Fn(&'static str) -> Option<String>) -> Result<Option<Telegram>, ConfigError> {
    let Some(token) = get("BEIAN_TELEGRAM_TOKEN") else { return Ok(None) };
    let is_token = |token: &str| {
        token.split_once(':').is_some_and(|(id, secret)| {
            let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
            !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit()) && !secret.is_empty() && secret.chars().all(is_part)
        })
    };
    if !is_token(&token) {
        return Err(ConfigError::Secret { name: "BEIAN_TELEGRAM_TOKEN", accepted: "it has the form 123456:ABC…, as BotFather gave it" });
    }
    let api_url = get("BEIAN_TELEGRAM_API_URL").unwrap_or_else(|| API_URL.to_owned());
    url("BEIAN_TELEGRAM_API_URL", &api_url)?;
    let webhook = match get("BEIAN_TELEGRAM_WEBHOOK_URL") {
        None => None,
        Some(address) => {
            let secret = get("BEIAN_TELEGRAM_WEBHOOK_SECRET");
            let is_secret = |secret: &String| {
                (1..=256).contains(&secret.len()) && secret.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-')
            };
            if !secret.as_ref().is_none_or(is_secret) {
                let accepted = "1 to 256 letters, digits, _ and - are accepted";
                return Err(ConfigError::Secret { name: "BEIAN_TELEGRAM_WEBHOOK_SECRET", accepted });
            }
            Some(Webhook { url: url("BEIAN_TELEGRAM_WEBHOOK_URL", &address)?, secret: secret.map(Into::into) })
        }
    };
    Ok(Some(Telegram { token: token.into(), api_url, webhook }))
}

fn url(name: &'static str, text: &str) -> Result<reqwest::Url, ConfigError> {
    let url = reqwest::Url::parse(text).ok().filter(|url| matches!(url.scheme(), "http" | "https") && url.has_host());
    url.ok_or_else(|| ConfigError::Value { name, value: text.to_owned(), accepted: "write an address such as https://example.com/updates" })
}

/// The settings of a file: by their names, or without `BEIAN_` in lower case.
fn read_file(file: PathBuf) -> Result<BTreeMap<String, String>, ConfigError> {
    let text = match std::fs::read_to_string(&file) {
        Ok(text) => text,
        Err(error) => return Err(ConfigError::File { file, error }),
    };
    // The parser's message may show a line with a secret in it: only the place is told.
    let table: toml::Table = toml::from_str(&text).map_err(|error| {
        let line = error.span().map_or(0, |span| text[..span.start.min(text.len())].lines().count().max(1));
        ConfigError::Toml { file: file.clone(), error: format!("line {line}") }
    })?;
    let mut settings = BTreeMap::new();
    for (key, value) in table {
        let name = if key.starts_with("BEIAN_") { key.clone() } else { format!("BEIAN_{}", key.to_uppercase()) };
        if !NAMES.contains(&name.as_str()) {
            return Err(ConfigError::Unknown { file, name: key });
        }
        let Some(value) = plain(&value) else { return Err(ConfigError::Kind { file, name: key }) };
        settings.insert(name, value);
    }
    Ok(settings)
}

/// A value as the environment would hold it; lists with commas.
fn plain(value: &toml::Value) -> Option<String> {
    Some(match value {
        toml::Value::String(text) => text.clone(),
        toml::Value::Integer(number) => number.to_string(),
        toml::Value::Array(values) => values.iter().map(plain).collect::<Option<Vec<_>>>()?.join(","),
        _ => return None,
    })
}

#[cfg(test)]
#[allow(clippy::expect_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    fn read(settings: &[(&str, &str)]) -> Result<Config, String> {
        let get = |name: &str| settings.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned());
        Config::read(None, None, get).map_err(|error| error.to_string())
    }

    const TOKEN: (&str, &str) = ("BEIAN_TELEGRAM_TOKEN", "123:abc-DEF_1");
    const DATABASE: (&str, &str) = ("BEIAN_DATABASE", "sqlite:/tmp/x.sqlite");

    #[test]
    fn what_is_wrong_is_named_and_secrets_are_not_shown() {
        for (settings, message) in [
            (&[DATABASE][..], "no channel is configured; set BEIAN_TELEGRAM_TOKEN to the token of a Telegram bot"),
            (
                &[DATABASE, ("BEIAN_TELEGRAM_TOKEN", "my secret")],
                "BEIAN_TELEGRAM_TOKEN is no token; it has the form 123456:ABC…, as BotFather gave it",
            ),
            (&[TOKEN, ("BEIAN_DATABASE", "postgres://localhost/x")], "PostgreSQL is not supported yet; use sqlite:PATH"),
            (&[TOKEN, DATABASE, ("BEIAN_LISTEN", "here")], "BEIAN_LISTEN is `here`; write an address and a port, such as 127.0.0.1:8080"),
            (&[TOKEN, DATABASE, ("BEIAN_PACING", "fast")], "BEIAN_PACING is `fast`; write telegram or off"),
            (&[TOKEN, DATABASE, ("BEIAN_RETENTION_DAYS", "0")], "BEIAN_RETENTION_DAYS is `0`; write a number of days from 1 to 36500"),
            (
                &[TOKEN, DATABASE, ("BEIAN_SUPPORT_CHAT", "@desk")],
                "BEIAN_SUPPORT_CHAT is `@desk`; write the id of a group, such as -1001234567890",
            ),
            (
                &[TOKEN, DATABASE, ("BEIAN_SUPPORT_CHAT", "-100"), ("BEIAN_STAFF", "1, x")],
                "BEIAN_STAFF is `1, x`; write the ids of persons with commas between them, such as 1234567,7654321",
            ),
            (
                &[TOKEN, DATABASE, ("BEIAN_SUPPORT_CHAT", "-100"), ("BEIAN_SUPPORT_HOURS", "18-9")],
                "BEIAN_SUPPORT_HOURS is `18-9`; write hours of a working day in China, such as 9-18 or 08:30-17:30, or 0-24 for all days",
            ),
            (
                &[TOKEN, DATABASE, ("BEIAN_INVITE_KEY", "short")],
                "BEIAN_INVITE_KEY is no token; at least 16 characters are accepted, best made at random",
            ),
            (
                &[TOKEN, DATABASE, ("BEIAN_TELEGRAM_WEBHOOK_URL", "https://example.com"), ("BEIAN_TELEGRAM_WEBHOOK_SECRET", "a b")],
                "BEIAN_TELEGRAM_WEBHOOK_SECRET is no token; 1 to 256 letters, digits, _ and - are accepted",
            ),
        ] {
            assert_eq!(read(settings).expect_err("a fault"), message);
        }
        let config = read(&[TOKEN, DATABASE]).expect("a sound configuration");
        assert!(!format!("{config:?}").contains("abc-DEF"), "the token is shown");
        assert_eq!((config.retention_days, config.pacing), (365, true));
    }

    #[test]
    fn the_environment_comes_before_the_file() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("beian.toml");
        std::fs::write(&file, "BEIAN_TELEGRAM_TOKEN = \"1:fromfile\"\nretention_days = 30\nlisten = \"127.0.0.1:1\"\n").expect("written");
        let name = file.to_str().expect("a name");
        let config = read(&[DATABASE, ("BEIAN_CONFIG", name), ("BEIAN_LISTEN", "127.0.0.1:2")]).expect("a sound configuration");
        assert_eq!((config.retention_days, config.listen.port()), (30, 2));
        std::fs::write(&file, "telegram_tokn = \"1:x\"").expect("written");
        let fault = read(&[DATABASE, ("BEIAN_CONFIG", name)]).expect_err("a fault");
        assert!(fault.contains("`telegram_tokn`, which is no setting; there are BEIAN_DATABASE"), "{fault}");
        std::fs::write(&file, "BEIAN_TELEGRAM_TOKEN = \"1:secret").expect("written");
        let fault = read(&[DATABASE, ("BEIAN_CONFIG", name)]).expect_err("a fault");
        assert!(fault.contains("line 1") && !fault.contains("secret"), "{fault}");
    }
}
