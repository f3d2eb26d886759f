//! A conversation that is kept: takes turns and stores what came of each before it is shown.

use chrono::{DateTime, Utc};

use crate::assistant::Assistant;
use crate::dialogue::reminders::{self, Spoken};
use crate::dialogue::{Effect, Input, Session, Turn, turn};
use crate::store::{SqliteStore, StoreError, Stored};

/// One person's conversation, in memory or in a store.
pub struct Conversation<'a> {
    assistant: &'a Assistant,
    session: Session,
    kept: Option<Kept>,
}

struct Kept {
    store: SqliteStore,
    /// None where everything was just deleted.
    stored: Option<Stored>,
    /// Channel and address.
    whose: (String, String),
}

/// Turns that are taken anew because another program changed the session in the meantime.
const TRIES_MAX: usize = 100;

/// Why a conversation cannot go on.
#[derive(Debug, thiserror::Error)]
pub enum ConversationError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("the terminal cannot be used: {0}")]
    Terminal(#[from] std::io::Error),
    #[error("the terminal cannot be used: {0}")]
    Line(#[from] rustyline::error::ReadlineError),
}

impl ConversationError {
    /// Whether the reader of the output went away, which ends a conversation in peace.
    pub fn is_hang_up(&self) -> bool {
        matches!(self, ConversationError::Terminal(error) if error.kind() == std::io::ErrorKind::BrokenPipe)
    }
}

impl<'a> Conversation<'a> {
    /// A conversation that is forgotten when it ends.
    pub fn passing(assistant: &'a Assistant, session: Session) -> Conversation<'a> {
        Conversation { assistant, session, kept: None }
    }

    /// The stored conversation of a person, or a new one that begins with `session`.
    ///
    /// # Errors
    /// A store that cannot be read or written.
    pub async fn stored(
        assistant: &'a Assistant,
        store: SqliteStore,
        (channel, address): (&str, &str),
        session: Session,
        now: DateTime<Utc>,
    ) -> Result<Conversation<'a>, StoreError> {
        let stored = match store.load(channel, address).await? {
            Some(stored) => stored,
            None => match store.save((channel, address), None, &session, None, now).await {
                // Another program was quicker: its session is the person's.
                Err(StoreError::Conflict) => store.load(channel, address).await?.ok_or(StoreError::Conflict)?,
                created => created?,
            },
        };
        let whose = (channel.to_owned(), address.to_owned());
        Ok(Conversation { assistant, session: stored.session.clone(), kept: Some(Kept { store, stored: Some(stored), whose }) })
    }

    pub fn assistant(&self) -> &'a Assistant {
        self.assistant
    }

    pub fn session(&self) -> &Session {
        &self.session
    }

    /// Takes a turn. What came of it is durable when this returns.
    ///
    /// # Errors
    /// A store that cannot be written; the session is then as before.
    pub async fn take(&mut self, input: &Input, now: DateTime<Utc>) -> Result<Turn<'a>, StoreError> {
        for _ in 0..TRIES_MAX {
            let turn = turn(self.assistant.knowledge(), &self.session, input, now);
            if turn.effect == Some(Effect::Forget)
                && let Some(kept) = &mut self.kept
            {
                let (channel, address) = &kept.whose;
                kept.store.forget(channel, address).await?;
                kept.stored = None;
                self.session = turn.session.clone();
                return Ok(turn);
            }
            if let (Some(Effect::Report { rule }), Some(kept)) = (&turn.effect, &self.kept) {
                kept.store.report(now, rule, &turn.profile.without_texts().to_json()).await?;
            }
            if self.keep(&turn.session, now).await? {
                return Ok(turn);
            }
        }
        Err(StoreError::Conflict)
    }

    /// Says what is due to be said unasked; none where nothing is. That it was said is durable when this returns.
    ///
    /// # Errors
    /// A store that cannot be written; the session is then as before.
    pub async fn remind(&mut self, now: DateTime<Utc>) -> Result<Option<Spoken<'a>>, StoreError> {
        for _ in 0..TRIES_MAX {
            let Some(spoken) = reminders::speak(self.assistant.knowledge(), &self.session, now) else { return Ok(None) };
            if self.keep(&spoken.session, now).await? {
                return Ok(Some(spoken));
            }
        }
        Err(StoreError::Conflict)
    }

    /// Keeps a session that followed from the present one. Tells whether it could: otherwise another program changed the session, and
    /// what it left is the present one now.
    async fn keep(&mut self, session: &Session, now: DateTime<Utc>) -> Result<bool, StoreError> {
        if let Some(kept) = &mut self.kept {
            let (channel, address) = &kept.whose;
            let wake_at = reminders::wake_at(self.assistant.knowledge(), session, now);
            match kept.store.save((channel, address), kept.stored.as_ref(), session, wake_at, now).await {
                Ok(stored) => kept.stored = Some(stored),
                Err(StoreError::Conflict) => {
                    let stored = kept.store.load(channel, address).await?;
                    self.session = stored.as_ref().map(|stored| stored.session.clone()).unwrap_or_default();
                    kept.stored = stored;
                    return Ok(false);
                }
                Err(error) => return Err(error),
            }
        }
        self.session = session.clone();
        Ok(true)
    }

    /// Ends the conversation and closes its store.
    pub async fn close(self) {
        if let Some(kept) = self.kept {
            kept.store.close().await;
        }
    }
}
