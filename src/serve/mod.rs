//! The service: channels that run for ever, without losing or repeating anything.
//!
//! [`polling`] or the webhook in [`http`] hands updates to the [`clerk`], who makes them and their replies durable; the [`sender`]
//! delivers the replies. They speak to each other through queues and share nothing but figures.

pub mod clerk;
pub mod config;
pub mod http;
pub mod metrics;
pub mod polling;
pub mod sender;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use chrono::Utc;
use secrecy::{ExposeSecret as _, SecretString};
use serde_json::json;
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::sync::{Notify, mpsc, oneshot, watch};

use crate::assistant::{Assistant, LoadError};
use crate::channels::telegram::CHANNEL;
use crate::channels::telegram::api::{Api, Failure};
use crate::channels::telegram::desk::incoming::DeskChat;
use crate::channels::telegram::incoming::{Arrival, Me};
use crate::channels::telegram::talk::Invitations;
use crate::desk::STAFF_COMMANDS;
use crate::desk::invitation::Key;
use crate::dialogue::COMMAND_NAMES;
use crate::language::Language;
use crate::render::Args;
use crate::store::{DatabaseAddress, Outgoing, SqliteStore, StoreError};
use clerk::{Clerk, Desk, Event};
use config::{Config, Telegram};
use metrics::Metrics;
use sender::{LastTaken, Sender, pause};

/// How long calls that are under way may take when the service stops.
const STOP_WITHIN: Duration = Duration::from_secs(10);
/// How often the platform is asked whether it knows the webhook.
const WATCH_WEBHOOK_EVERY: Duration = Duration::from_secs(60);
/// When overwriting is tried again after it failed.
const WIPE_AGAIN_AFTER: Duration = Duration::from_secs(30);
/// How long after the start it is first looked who is to be reminded.
const WAKE_FIRST: Duration = Duration::from_secs(3);
/// How often it is looked who is to be reminded.
const WAKE_EVERY: Duration = Duration::from_secs(20);
/// How often it is asked who administers the support group, at most and at least.
const ADMINISTRATORS_EVERY: Duration = Duration::from_secs(300);
const ADMINISTRATORS_PAUSE: Duration = Duration::from_secs(2);
/// The service value with the secret that seals invitations.
const INVITATION_KEY: &str = "invitation key";
/// The service value with the bot's name, for links.
pub const BOT_NAME: &str = "bot name";
/// How often what is too old is deleted.
const TIDY_UP_EVERY: Duration = Duration::from_secs(3600);

/// Why the service cannot run.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("another program serves from {0} already")]
    Taken(PathBuf),
    #[error("the address {0} cannot be used: {1}")]
    Listen(std::net::SocketAddr, std::io::Error),
    #[error("signals cannot be received: {0}")]
    Signals(std::io::Error),
    #[error("Telegram does not accept the token of BEIAN_TELEGRAM_TOKEN")]
    Token,
    #[error("Telegram cannot be called: {0}")]
    Call(Failure),
    #[error("the service broke off inside; its log tells where")]
    Broken,
}

/// Runs the configured channels until a signal to stop. `reload` loads the rules anew on SIGHUP.
///
/// # Errors
/// See [`ServeError`].
pub async fn run(config: Config, mut assistant: Assistant, reload: impl Fn() -> Result<Assistant, LoadError>) -> Result<(), ServeError> {
    let DatabaseAddress::Sqlite(path) = &config.database;
    let _lock = Lock::take(path)?;
    let store = SqliteStore::open(path).await?;
    let listener = http::listen(config.listen).await.map_err(|error| ServeError::Listen(config.listen, error))?;
    let address = listener.local_addr().map_err(|error| ServeError::Listen(config.listen, error))?;
    let Some(telegram) = &config.telegram else { return Ok(()) };
    let mut signals = Signals::new().map_err(ServeError::Signals)?;

    let metrics = Arc::new(Metrics::default());
    assistant.desk = config.support.is_some();
    let assistant = Arc::new(assistant);
    let (stop_intake, intake_stops) = watch::channel(false);
    let (stop_sending, sending_stops) = watch::channel(false);
    let (to_clerk, clerk_events) = mpsc::unbounded_channel();
    let (to_sender, sender_queue) = mpsc::unbounded_channel();
    let api = Api::new(&telegram.api_url, &telegram.token).map_err(ServeError::Call)?;

    let unsent = without_reminders(&store).await?;
    let waiting = waiting(&store).await?;
    if !unsent.is_empty() || !waiting.is_empty() {
        tracing::info!(unsent = unsent.len(), waiting = waiting.len(), "going on where the service stopped");
    }
    let wipe = Arc::new(Notify::new());
    let wiper = tokio::spawn(wipe_when_due(store.clone(), Arc::clone(&wipe)));
    let bot = Arc::new(OnceLock::new());
    let desk_chat = DeskChat::default();
    let refresh = Arc::new(Notify::new());
    let desk = match &config.support {
        None => None,
        Some(support) => {
            let moved = store.known_service_value(clerk::MOVED).await?;
            desk_chat.set(Some(clerk::moved(moved.as_deref(), support.chat)));
            Some(Desk {
                chat: desk_chat.clone(),
                staff: support.staff.as_ref().map(|staff| staff.iter().copied().collect()),
                administrators: None,
                hours: support.hours,
                language: support.language,
                refresh: Arc::clone(&refresh),
            })
        }
    };
    let asks_for_administrators = desk.as_ref().is_some_and(|desk| desk.staff.is_none());
    let clerk = Clerk {
        store: store.clone(),
        assistant: Arc::clone(&assistant),
        retention_days: config.retention_days,
        metrics: Arc::clone(&metrics),
        sender: to_sender.clone(),
        wipe,
        last_id: store.last_outgoing().await?,
        desk,
        invitations: Arc::new(Invitations { key: invitation_key(&store, config.invite_key.clone()).await?, campaigns: BTreeMap::new() }),
        bot: Arc::clone(&bot),
        support_chat: config.support.as_ref().map_or(0, |support| support.chat),
    };
    let for_clerk = unsent.clone();
    let mut clerk = tokio::spawn(async move { clerk.run(clerk_events, waiting, &for_clerk).await });
    let sender = Sender {
        api: api.clone(),
        clerk: to_clerk.clone(),
        metrics: Arc::clone(&metrics),
        pacing: config.pacing,
        taken: LastTaken::default(),
        assistant: Arc::clone(&assistant),
    };
    let sender = tokio::spawn(sender.run(sender_queue, sending_stops));
    let _ = to_sender.send(unsent);

    // The address answers while the platform is not reached yet: alive, and not ready.
    let routes = http::Routes {
        store: store.clone(),
        metrics: Arc::clone(&metrics),
        clerk: to_clerk.clone(),
        webhook: telegram.webhook.as_ref().map(|webhook| webhook.url.path().to_owned()),
        opened: Arc::default(),
    };
    let opened = Arc::clone(&routes.opened);
    let web = tokio::spawn(http::run(listener, routes, intake_stops.clone()));
    tracing::info!(listen = %address, "listening");

    let intake = async {
        let nothing = json!({});
        let me: Me = insist(|| api.call("getMe", &nothing)).await?;
        let _ = bot.set(me.username.clone());
        let me = Me { desk: desk_chat.clone(), ..me };
        tracing::info!(bot = me.username, "the bot is known");
        store.set_service_value(BOT_NAME, &me.username).await?;
        // Whoever writes is answered before the bot has described itself.
        tokio::spawn(describe(api.clone(), Arc::clone(&assistant)));
        if let Some(support) = &config.support {
            tokio::spawn(describe_desk(api.clone(), Arc::clone(&assistant), desk_chat.clone(), support.language));
        }
        if asks_for_administrators {
            tokio::spawn(ask_for_administrators(api.clone(), me.id, desk_chat.clone(), to_clerk.clone(), Arc::clone(&refresh)));
        }
        match &telegram.webhook {
            None => {
                forget_webhook(&api).await?;
                polling::run(api.clone(), me, to_clerk.clone(), Arc::clone(&metrics), intake_stops).await;
            }
            Some(webhook) => {
                let secret = match &webhook.secret {
                    Some(secret) => secret.clone(),
                    None => store.service_value("telegram webhook secret", random_secret).await?.into(),
                };
                // The first update may come before the call returns.
                let _ = opened.set(http::Webhook { secret: secret.clone(), me });
                set_webhook(&api, telegram, &secret).await?;
                metrics.fetched();
                watch_webhook(&api, webhook.url.as_str(), &metrics).await;
            }
        }
        Ok(())
    };
    let result = {
        tokio::pin!(intake);
        let mut tidy_up = tokio::time::interval(TIDY_UP_EVERY);
        // What was written meanwhile is read before anybody is spoken to.
        let mut wake = tokio::time::interval_at(tokio::time::Instant::now() + WAKE_FIRST, WAKE_EVERY);
        loop {
            tokio::select! {
                // It ends with a fault, or when it is told to.
                ended = &mut intake => break ended,
                // Without the clerk nothing can be taken: better to end and be started anew.
                _ = &mut clerk => break Err(ServeError::Broken),
                signalled = signals.next() => match signalled {
                    Signalled::Stop => break Ok(()),
                    Signalled::Reload => match reload() {
                        Ok(mut assistant) => {
                            assistant.desk = config.support.is_some();
                            tracing::info!(rules = assistant.rules.rules.len(), "the rules are loaded anew");
                            let _ = to_clerk.send(Event::Rules(Arc::new(assistant)));
                        }
                        Err(error) => tracing::error!(%error, "the new rules are broken; the old ones stay"),
                    },
                },
                _ = wake.tick() => drop(to_clerk.send(Event::Wake)),
                _ = tidy_up.tick() => drop(to_clerk.send(Event::TidyUp)),
            }
        }
    };
    tracing::info!("stopping");
    let _ = stop_intake.send(true);
    // Requests under way are answered; whoever sends one by and by holds up nobody.
    let _ = tokio::time::timeout(STOP_WITHIN, web).await;
    // What is in hand is finished and stored; then calls under way are waited for, and what became of them is stored too.
    settle(&to_clerk).await;
    let _ = stop_sending.send(true);
    drop(to_sender);
    if tokio::time::timeout(STOP_WITHIN, sender).await.is_err() {
        tracing::warn!("some calls were still under way; what they carry is sent again");
    }
    settle(&to_clerk).await;
    drop(to_clerk);
    wiper.abort();
    clerk.abort();
    store.close().await;
    tracing::info!("stopped");
    result
}

/// What waits to be sent from an earlier run; reminders that certainly did not arrive are planned anew instead.
async fn without_reminders(store: &SqliteStore) -> Result<Vec<Outgoing>, StoreError> {
    let (reminders, unsent): (Vec<Outgoing>, Vec<Outgoing>) =
        store.unsent(CHANNEL).await?.into_iter().partition(|outgoing| outgoing.at_most_once && !outgoing.begun);
    if reminders.is_empty() {
        return Ok(unsent);
    }
    let withdrawn: Vec<(i64, String)> = reminders.iter().map(|reminder| (reminder.id, reminder.chat.clone())).collect();
    let mut batch = store.begin().await?;
    clerk::withdraw(&mut batch, &withdrawn, Utc::now()).await?;
    batch.commit().await?;
    tracing::info!(reminders = reminders.len(), "reminders that were not sent are planned anew");
    Ok(unsent)
}

/// Updates that wait from an earlier run. What cannot be read any more is told in the log and kept as a failure.
async fn waiting(store: &SqliteStore) -> Result<Vec<Arrival>, StoreError> {
    let mut arrivals = Vec::new();
    let mut unreadable = Vec::new();
    for mut waiting in store.waiting(CHANNEL).await? {
        match serde_json::from_str(&waiting.payload) {
            Ok(arrival) => arrivals.push(arrival),
            Err(_) => {
                tracing::error!(update = waiting.update_id, "an update that waited cannot be read any more");
                waiting.failure = Some("it cannot be read".to_owned());
                unreadable.push(waiting);
            }
        }
    }
    if !unreadable.is_empty() {
        let mut batch = store.begin().await?;
        batch.keep_waiting(CHANNEL, &unreadable).await?;
        batch.commit().await?;
    }
    Ok(arrivals)
}

/// Overwrites what was deleted, as soon as something was, and what an earlier run left.
async fn wipe_when_due(store: SqliteStore, due: Arc<Notify>) {
    loop {
        let pause = match store.wipe().await {
            Ok(wiped) => {
                if wiped {
                    tracing::info!("what was deleted is overwritten");
                }
                TIDY_UP_EVERY
            }
            Err(error) => {
                tracing::warn!(%error, "what was deleted cannot be overwritten yet");
                WIPE_AGAIN_AFTER
            }
        };
        let _ = tokio::time::timeout(pause, due.notified()).await;
    }
}

/// Waits until the clerk has made everything durable that it was told.
async fn settle(clerk: &mpsc::UnboundedSender<Event>) {
    let (done, settled) = oneshot::channel();
    if clerk.send(Event::Settle(done)).is_ok() && tokio::time::timeout(STOP_WITHIN, settled).await.is_err() {
        tracing::error!("what is in hand cannot be stored; it comes again after the next start");
    }
}

/// Says who the bot is and what it can do. The bot works without: what fails is told in the log, and tried at the next start.
async fn describe(api: Api, assistant: Arc<Assistant>) {
    let text = |language, key: &str| assistant.catalog.text(language, key, &Args::none());
    // Without a language: whoever speaks neither.
    for (language, tag) in [(Language::English, None), (Language::English, Some("en")), (Language::Chinese, Some("zh"))] {
        let command = |name: &&str| {
            let name = name.trim_start_matches('/');
            json!({"command": name, "description": text(language, &format!("command-{name}"))})
        };
        // Without a desk nobody can be handed over to.
        let works = |name: &&&str| assistant.desk || !matches!(**name, "/human" | "/bot");
        let commands: Vec<_> = COMMAND_NAMES.iter().filter(works).map(command).collect();
        for (method, mut body) in [
            ("setMyCommands", json!({"commands": commands})),
            ("setMyDescription", json!({"description": text(language, "bot-description")})),
            ("setMyShortDescription", json!({"short_description": text(language, "bot-about")})),
        ] {
            if let Some(tag) = tag {
                body["language_code"] = tag.into();
            }
            if let Err(failure) = insist(|| api.call::<bool>(method, &body)).await {
                tracing::warn!(method, %failure, "the bot's description could not be set");
            }
        }
    }
}

/// Shows the staff their commands in the support group.
async fn describe_desk(api: Api, assistant: Arc<Assistant>, chat: DeskChat, language: Language) {
    let command = |name: &&str| {
        let name = name.trim_start_matches('/');
        let description = assistant.catalog.text(language, &format!("staff-command-{name}"), &Args::none());
        json!({"command": name, "description": description})
    };
    let commands: Vec<_> = STAFF_COMMANDS.iter().map(command).collect();
    let body = json!({"commands": commands, "scope": {"type": "chat", "chat_id": chat.get()}});
    if let Err(failure) = insist(|| api.call::<bool>("setMyCommands", &body)).await {
        tracing::warn!(%failure, "the commands of the staff could not be shown");
    }
}

/// What seals invitations: the secret of the settings, or one that is made at random and kept.
///
/// # Errors
/// A database that cannot be written.
pub async fn invitation_key(store: &SqliteStore, configured: Option<SecretString>) -> Result<Key, StoreError> {
    Ok(Key::new(match configured {
        Some(secret) => secret,
        None => store.service_value(INVITATION_KEY, random_secret).await?.into(),
    }))
}

/// Asks who administers the support group: at the start, every few minutes, and when somebody is refused who may be new.
async fn ask_for_administrators(api: Api, me: i64, chat: DeskChat, clerk: mpsc::UnboundedSender<Event>, refresh: Arc<Notify>) {
    #[derive(serde::Deserialize)]
    struct Administrator {
        user: User,
    }
    #[derive(serde::Deserialize)]
    struct User {
        id: i64,
    }
    loop {
        let body = json!({"chat_id": chat.get()});
        match api.call::<Vec<Administrator>>("getChatAdministrators", &body).await {
            Ok(administrators) => {
                tracing::info!(count = administrators.len(), "the administrators of the support group are known");
                if !administrators.iter().any(|administrator| administrator.user.id == me) {
                    tracing::warn!("the bot is no administrator of the support group: it hears nothing there but commands");
                }
                let ids = administrators.into_iter().map(|administrator| administrator.user.id).collect();
                if clerk.send(Event::Administrators(ids)).is_err() {
                    return;
                }
            }
            Err(Failure::Migrated(to)) => chat.set(Some(to)),
            Err(failure) => tracing::warn!(%failure, "the administrators of the support group are not known"),
        }
        let _ = tokio::time::timeout(ADMINISTRATORS_EVERY, refresh.notified()).await;
        // Whoever is refused again and again must not make the platform be asked as often.
        tokio::time::sleep(ADMINISTRATORS_PAUSE).await;
    }
}

/// Asks every minute whether the platform still knows the webhook: another program may have taken it away.
async fn watch_webhook(api: &Api, url: &str, metrics: &Metrics) {
    let nothing = json!({});
    loop {
        tokio::time::sleep(WATCH_WEBHOOK_EVERY).await;
        match api.call::<serde_json::Value>("getWebhookInfo", &nothing).await {
            Ok(info) if info["url"] == url => metrics.fetched(),
            Ok(_) => tracing::error!("the platform knows another webhook, or none"),
            Err(failure) => tracing::warn!(%failure, "the platform cannot be asked about the webhook"),
        }
    }
}

async fn forget_webhook(api: &Api) -> Result<(), ServeError> {
    let body = json!({"drop_pending_updates": false});
    insist(|| api.call::<bool>("deleteWebhook", &body)).await.map(|_| ())
}

async fn set_webhook(api: &Api, telegram: &Telegram, secret: &SecretString) -> Result<(), ServeError> {
    let Some(webhook) = &telegram.webhook else { return Ok(()) };
    let body = json!({
        "url": webhook.url.as_str(),
        "secret_token": secret.expose_secret(),
        "allowed_updates": polling::ALLOWED_UPDATES,
        "drop_pending_updates": false,
    });
    insist(|| api.call::<bool>("setWebhook", &body)).await.map(|_| ())
}

/// Calls until the platform answers; a refusal is an answer.
async fn insist<T, F: Future<Output = Result<T, Failure>>>(call: impl Fn() -> F) -> Result<T, ServeError> {
    let mut failures = 0;
    loop {
        let wait = match call().await {
            Ok(result) => return Ok(result),
            Err(Failure::Unauthorized) => return Err(ServeError::Token),
            Err(Failure::RetryAfter(wait)) => wait,
            Err(failure @ (Failure::Transient(_) | Failure::ServerError(_) | Failure::Unknown(_) | Failure::Conflict(_))) => {
                tracing::warn!(%failure, "Telegram does not answer yet");
                failures += 1;
                pause(failures)
            }
            Err(failure) => return Err(ServeError::Call(failure)),
        };
        tokio::time::sleep(wait).await;
    }
}

/// A secret for the webhook: 64 letters and digits.
fn random_secret() -> String {
    use rand::RngExt as _;
    use rand::distr::Alphanumeric;
    rand::rng().sample_iter(Alphanumeric).take(64).map(char::from).collect()
}

/// What the system tells the service to do.
enum Signalled {
    Stop,
    Reload,
}

struct Signals {
    interrupt: Signal,
    terminate: Signal,
    hang_up: Signal,
}

impl Signals {
    fn new() -> std::io::Result<Signals> {
        Ok(Signals {
            interrupt: signal(SignalKind::interrupt())?,
            terminate: signal(SignalKind::terminate())?,
            hang_up: signal(SignalKind::hangup())?,
        })
    }

    async fn next(&mut self) -> Signalled {
        tokio::select! {
            _ = self.interrupt.recv() => Signalled::Stop,
            _ = self.terminate.recv() => Signalled::Stop,
            _ = self.hang_up.recv() => Signalled::Reload,
        }
    }
}

/// One service works on a database at a time.
struct Lock {
    _file: std::fs::File,
}

impl Lock {
    fn take(database: &Path) -> Result<Lock, ServeError> {
        let mut name = database.as_os_str().to_owned();
        name.push("-serve");
        let path = PathBuf::from(name);
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            std::fs::create_dir_all(folder).map_err(|error| StoreError::Folder { folder: folder.to_owned(), error })?;
        }
        let open = std::fs::OpenOptions::new().write(true).create(true).truncate(false).open(&path);
        let file = open.map_err(|error| StoreError::File { file: path, error })?;
        match file.try_lock() {
            Ok(()) => Ok(Lock { _file: file }),
            Err(_) => Err(ServeError::Taken(database.to_owned())),
        }
    }
}
