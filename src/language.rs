//! The languages that the assistant speaks.

use std::fmt;

/// A language of the texts in `locales/`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Language {
    #[default]
    Chinese,
    English,
}

impl Language {
    pub const ALL: [Language; 2] = [Language::Chinese, Language::English];

    /// The tag that names the language on the machine interface and in `locales/`.
    pub fn tag(self) -> &'static str {
        match self {
            Language::Chinese => "zh-CN",
            Language::English => "en",
        }
    }

    /// The language of a tag such as `zh`, `zh-CN`, `en` or `en-GB`.
    pub fn from_tag(tag: &str) -> Option<Language> {
        let main = tag.split(['-', '_', '.']).next()?.to_ascii_lowercase();
        match main.as_str() {
            "zh" => Some(Language::Chinese),
            "en" => Some(Language::English),
            _ => None,
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}
