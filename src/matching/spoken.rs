//! What the words of `rules/vocabulary/openers.toml` do where they begin a message, end it, or stand anywhere in it.

use super::normal::is_break;
use super::vocabulary::Vocabulary;

impl Vocabulary {
    /// The rest of a message that begins with one of the words that do this (`rules/vocabulary/openers.toml`).
    pub fn after<'t>(&self, normal: &'t str, what: &str) -> Option<&'t str> {
        let word = self.opening_words(what).iter().find(|word| normal.len() > word.len() && normal.starts_with(word.as_str()))?;
        Some(normal[word.len()..].trim_start_matches([' ', ',', ':', '：', '“', '"']))
    }

    /// What a message wants deleted: «删掉备案 2», «把这个备案删了».
    pub fn to_be_deleted<'t>(&self, normal: &'t str) -> Option<&'t str> {
        let behind = || {
            let what = normal.trim_end_matches('吧');
            let word = self.opening_words("delete").iter().find(|word| what.ends_with(word.as_str()))?;
            self.after(what[..what.len() - word.len()].trim_end(), "object")
        };
        self.after(normal, "delete").or_else(behind).map(str::trim)
    }

    /// Whether a name means the filing that the conversation is about: «这个备案».
    pub fn is_this_filing(&self, name: &str) -> bool {
        self.opening_words("this_filing").iter().any(|word| word == name)
    }

    /// Whether the answer to whether something is to be deleted is a clear yes in other words, and nothing else: «删吧», «确定删除».
    pub fn confirms_deletion(&self, normal: &str) -> bool {
        let mut rest = normal;
        while let Some(word) = self.opening_words("sure").iter().find(|word| !word.is_empty() && rest.starts_with(word.as_str())) {
            rest = rest[word.len()..].trim_start_matches([' ', ',']);
        }
        let bare = rest.trim_end_matches('吧');
        self.opening_words("delete").iter().any(|word| word == rest || word == bare)
    }

    /// Whether one of the words that do this stands in a message as a word: «foreign» is not in «foreigner».
    pub(super) fn says(&self, text: &str, what: &str) -> bool {
        let is_latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        let stands = |word: &str, at: usize| {
            !(is_latin(word.chars().next()) && is_latin(text[..at].chars().next_back())
                || is_latin(word.chars().next_back()) && is_latin(text[at + word.len()..].chars().next()))
        };
        self.opening_words(what).iter().any(|word| text.match_indices(word.as_str()).any(|(at, word)| stands(word, at)))
    }

    /// Whether one of the words that do this stands anywhere in a message.
    pub(super) fn holds(&self, text: &str, what: &str) -> bool {
        self.opening_words(what).iter().any(|word| text.contains(word.as_str()))
    }

    /// Whether a message asks what is meant: «看不懂», «什么意思».
    pub fn asks_meaning(&self, normal: &str) -> bool {
        self.holds(normal, "explain")
    }

    /// Whether a message asks about an item of the checklist: «第 3 条什么意思».
    pub fn asks_for_item(&self, normal: &str) -> bool {
        self.holds(normal, "item")
    }

    /// Whether a message says that an item of the checklist is wrong: «第 3 条不对».
    pub fn calls_item_wrong(&self, normal: &str) -> bool {
        self.asks_for_item(normal) && self.holds(normal, "wrong")
    }

    /// Whether a message says that nothing was rejected.
    pub fn denies_rejection(&self, normal: &str) -> bool {
        self.holds(normal, "not_rejected")
    }

    /// Whether a message says that nothing was heard.
    pub fn says_no_news(&self, normal: &str) -> bool {
        self.holds(normal, "no_news")
    }

    /// How a message names a filing by its number, «备案 1», or by its place among several, «第二个»: the words, where they stand in it.
    pub fn filing_numbered(&self, lower: &str, number: u32, place: u32) -> Option<String> {
        let numbered = self.opening_words("filing_numbered").iter().map(|word| word.replace('#', &number.to_string()));
        let placed = self.opening_words(&format!("place_{place}")).iter().cloned();
        let stands = |word: &String| {
            let at = lower.find(word.as_str())?;
            // «备案 1» is not «备案 12».
            (!lower[at + word.len()..].starts_with(|c: char| c.is_ascii_digit())).then(|| word.clone())
        };
        numbered.chain(placed).find_map(|word| stands(&word))
    }

    /// Whether a message asks for a person of the staff; «不用转人工» does not.
    pub fn asks_for_staff(&self, normal: &str) -> bool {
        let denies = |clause: &str| self.holds(clause, "denial") || self.holds(clause, "no_staff");
        normal.split(is_break).any(|clause| {
            self.opening_words("human").iter().any(|word| match clause.find(word.as_str()) {
                Some(at) => !denies(&clause[..at]),
                None => false,
            })
        })
    }

    pub(super) fn opening_words(&self, what: &str) -> &[String] {
        self.openers.get(what).map_or(&[], Vec::as_slice)
    }
}
