//! A conversation that is kept: takes turns and stores what came of each before it is shown.

use chrono::{DateTime, Utc};

use crate::assistant::Assistant;
use crate::dialogue::{Input, Session, Turn, turn};
use crate::store::{SqliteStore, StoreError, Stored};

/// One person's conversation, in memory or in a store.
pub struct Conversation<'a> {
    assistant: &'a Assistant,
    session: Session,
    kept: Option<(SqliteStore, Stored)>,
}

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
            None => store.create(channel, address, &session, now).await?,
        };
        Ok(Conversation { assistant, session: stored.session.clone(), kept: Some((store, stored)) })
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
        let turn = turn(self.assistant.knowledge(), &self.session, input, now);
        if let Some((store, stored)) = &mut self.kept {
            store.save(stored, &turn.session, now).await?;
        }
        self.session = turn.session.clone();
        Ok(turn)
    }

    /// Ends the conversation and closes its store.
    pub async fn close(self) {
        if let Some((store, _)) = self.kept {
            store.close().await;
        }
    }
}
