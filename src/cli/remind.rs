//! `remind`: what would be said unasked at a moment, and why.

use chrono::{DateTime, Utc};

use super::chat::moment;
use super::database::{Opening, with_store};
use super::{USAGE, fail};
use crate::assistant::Assistant;
use crate::dialogue::reminders::{self, Planned};
use crate::store::StoreError;

#[derive(clap::Args)]
#[command(after_help = "Example:\n  beian-bot remind --at 2026-12-01T10:00:00+08:00 --dry-run")]
pub(super) struct Arguments {
    /// The moment: 2026-12-01 or 2026-12-01T10:00:00+08:00. Default: now.
    #[arg(long, value_parser = moment, value_name = "TIME")]
    at: Option<DateTime<Utc>>,
    /// Only show; the running service is what sends.
    #[arg(long)]
    dry_run: bool,
}

/// Shows every message that is due, with the keys of what it speaks of and since when that is due.
pub(super) fn run(assistant: &Assistant, arguments: &Arguments, database: Option<&str>) -> u8 {
    if !arguments.dry_run {
        return fail(USAGE, &"reminders are sent by `serve`; write --dry-run to see what would be sent");
    }
    let at = arguments.at.unwrap_or_else(Utc::now);
    with_store(database, Opening::UpToDate, async |store| {
        let mut text = String::new();
        for (channel, address) in store.due(at).await? {
            let Some(stored) = store.load(&channel, &address).await? else { continue };
            let Some(spoken) = reminders::speak(assistant.knowledge(), &stored.session, at) else {
                text.push_str(&format!("# {channel} {address}: nothing any more; it is planned anew\n\n"));
                continue;
            };
            text.push_str(&format!("# {channel} {address}\n"));
            for Planned { filing, key, at, .. } in &spoken.said {
                text.push_str(&format!("# filing {filing}: {key}, due {}\n", at.to_rfc3339()));
            }
            let message = assistant.renderer().reminder(&spoken);
            let buttons: Vec<String> = message.choices.iter().map(|choice| format!("[{}]", choice.label)).collect();
            text.push_str(&format!("{}\n{}\n\n", message.text, buttons.join(" ")));
        }
        Ok::<_, StoreError>(text)
    })
}
