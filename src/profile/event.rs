//! Days that a person tells of a filing and no field of the profile holds.

/// Something that happened, or will, on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Event {
    /// The server's term ends.
    ServerExpires,
    /// The verification sheet (核验单) was signed.
    SheetSigned,
    /// The site was opened to visitors.
    SiteOpened,
    /// The old provider let a filed site go.
    AccessCancelled,
}

impl Event {
    pub const ALL: [Event; 4] = [Event::ServerExpires, Event::SheetSigned, Event::SiteOpened, Event::AccessCancelled];

    /// The name by which rules, texts and stored sessions know it.
    pub fn name(self) -> &'static str {
        match self {
            Event::ServerExpires => "server_expires",
            Event::SheetSigned => "sheet_signed",
            Event::SiteOpened => "site_opened",
            Event::AccessCancelled => "access_cancelled",
        }
    }

    pub fn named(name: &str) -> Option<Event> {
        Event::ALL.into_iter().find(|event| event.name() == name)
    }
}
