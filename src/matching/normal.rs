//! The form in which words are compared: simplified characters, lower case, half-width.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization as _;

/// Characters of an answer that are looked at, at each end; what lies between is passed over. Nobody types as much, and
/// a message of any length is answered in the time that this much takes.
const END_CHARS_MAX: usize = 4_000;

/// Simplified, lower case, half-width, single spaces; a comma for the space between Chinese words. Punctuation stays: it parts clauses.
pub(super) fn fold(text: &str) -> String {
    let text = bounded(text);
    // Control and format characters say nothing; a byte-order mark or a joiner must not hide a word.
    let spoken = text.chars().filter(|c| !is_invisible(*c));
    let wide: String = if text.is_ascii() { spoken.collect() } else { spoken.nfkc().collect() };
    let lower = wide.to_lowercase();
    let simple = if lower.is_ascii() { lower } else { hanconv::t2s(&lower).replace('妳', "你") };
    let mut folded = String::with_capacity(simple.len());
    for word in simple.split_whitespace() {
        // On a phone people part clauses with a space.
        let parts = folded.ends_with(is_han) && word.starts_with(is_han);
        match folded.is_empty() {
            true => {}
            false if parts => folded.push(','),
            false => folded.push(' '),
        }
        folded.push_str(word);
    }
    folded
}

/// A whole answer in the form in which short answers are compared: without punctuation around it and particles behind it.
pub fn normalize(text: &str) -> String {
    let folded = fold(text);
    let is_noise =
        |c: char| c.is_whitespace() || is_break(c) || "、：".contains(c) || c.is_ascii_punctuation() || "“”‘’（）《》…—～~·".contains(c);
    let trimmed = folded.trim_matches(is_noise);
    let without_particles = trimmed.trim_end_matches(|c: char| is_noise(c) || "吧啊呀哦呢了哈嘛啦".contains(c));
    if without_particles.is_empty() { trimmed.to_owned() } else { without_particles.to_owned() }
}

/// A text of any length, cut down to its two ends.
fn bounded(text: &str) -> Cow<'_, str> {
    // A character has one byte at least.
    if text.len() <= 2 * END_CHARS_MAX {
        return Cow::Borrowed(text);
    }
    let Some((first, _)) = text.char_indices().nth(END_CHARS_MAX) else { return Cow::Borrowed(text) };
    let Some((last, _)) = text.char_indices().rev().nth(END_CHARS_MAX - 1) else { return Cow::Borrowed(text) };
    if first >= last { Cow::Borrowed(text) } else { Cow::Owned(format!("{}。{}", &text[..first], &text[last..])) }
}

fn is_invisible(c: char) -> bool {
    (c.is_control() && !c.is_whitespace())
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FE00}'..='\u{FE0F}')
}

/// Whether a clause ends here.
pub(super) fn is_break(c: char) -> bool {
    matches!(c, ',' | ';' | '.' | '!' | '?' | '。' | '，' | '；' | '！' | '？' | '\n' | '…' | '(' | ')' | '（' | '）')
}

/// A character of a Chinese word.
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{323AF}')
}

/// The text without what stands between its letters: «旅-游», «安 徽». Latin words keep their spaces.
pub(super) fn squeeze(folded: &str) -> String {
    let characters: Vec<char> = folded.chars().collect();
    let mut squeezed = String::with_capacity(folded.len());
    for (index, c) in characters.iter().enumerate() {
        let next = characters.get(index + 1);
        let latin_space =
            *c == ' ' && next.is_some_and(char::is_ascii_alphanumeric) && squeezed.ends_with(|c: char| c.is_ascii_alphanumeric());
        if c.is_alphanumeric() || latin_space {
            squeezed.push(*c);
        }
    }
    squeezed
}

#[cfg(test)]
mod tests {
    use super::{fold, normalize, squeeze};

    #[test]
    fn width_case_script_and_particles_do_not_matter() {
        assert_eq!(normalize("　ＡＢＣ！吧"), "abc");
        assert_eq!(normalize("广东吧。"), "广东");
        assert_eq!(normalize("  Guang  Dong "), "guang dong");
        assert_eq!(fold("蘇州，廣東"), "苏州,广东");
        assert_eq!(fold("线\u{200B}上"), "线上");
    }

    #[test]
    fn what_stands_between_letters_is_squeezed_out() {
        assert_eq!(squeeze("旅-游"), "旅游");
        assert_eq!(squeeze("安 徽 !"), "安徽");
        assert_eq!(squeeze("hong kong"), "hong kong");
    }

    #[test]
    fn the_middle_of_a_very_long_answer_is_passed_over() {
        let long = format!("广东{}广西", "水".repeat(1_000_000));
        let folded = fold(&long);
        assert!(folded.starts_with("广东") && folded.ends_with("广西") && folded.chars().count() < 10_000);
    }
}
